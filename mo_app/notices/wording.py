"""Values of a notice, between the sentence that names them and the JSON that keeps them.

A value is a string, a number, a moment (kept as ``{"at": ISO 8601}``) or a text in several languages (kept as
``{"texts": {language: text}}``).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from babel.dates import format_date, get_datetime_format

from mo_app.kernel.clock import BERLIN


def freeze(params: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _freeze(value) for name, value in params.items()}


def thaw(params: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The values as they are said in this language; texts in several languages stay: ``say`` chooses."""
    return {name: _thaw(value, language) for name, value in params.items()}


def _freeze(value: Any) -> Any:
    match value:
        case datetime():
            return {"at": value.isoformat()}
        case Mapping():
            return {"texts": dict(value)}
        case _:
            return value


def _thaw(value: Any, language: str) -> Any:
    match value:
        case {"at": at}:
            return _moment(datetime.fromisoformat(at), language)
        case {"texts": texts}:
            return texts
        case _:
            return value


def _moment(at: datetime, language: str) -> str:
    """Hours count to 24 in every language, as on the pages."""
    local = at.astimezone(BERLIN)
    day, hour = format_date(local, "full", language), f"{local:%H:%M}"
    return str(get_datetime_format("medium", language)).replace("{1}", day).replace("{0}", hour)
