"""Dates, times and counted sentences as templates say them, in the language of the page."""

from datetime import UTC, date, datetime
from typing import Any

from babel.dates import format_datetime, format_skeleton
from flask import Flask
from flask_babel import get_locale, get_translations
from markupsafe import Markup, escape

from mo_app.kernel.clock import BERLIN

FORMS = {
    "day": "yMMMMEEEEd",
    "short_day": "MMMEd",
    "month": "yMMMM",
    "month_short": "MMM",
    "weekday": "E",
    "number": "d",
}
"""Babel's skeletons by the name that templates use; ``time``, ``both`` and ``stamp`` are composed."""

PLACEHOLDER = "%(num)s"


def register(app: Flask) -> None:
    app.jinja_env.filters["moment"] = moment
    app.jinja_env.filters["isoformat"] = lambda at: at.isoformat()
    app.jinja_env.globals["counted"] = counted


def moment(at: datetime | date, form: str = "day") -> str:
    """The moment as people in Leipzig say it. Hours count to 24 in every language, as on the posters."""
    match form:
        case "time":
            return str(format_datetime(at, "HH:mm", tzinfo=BERLIN, locale=get_locale()))
        case "both":
            return f"{moment(at, 'day')}, {moment(at, 'time')}"
        case "stamp":
            return f"{moment(at, 'short_day')}, {moment(at, 'time')}"
    if not isinstance(at, datetime):
        at = datetime(at.year, at.month, at.day, 12, tzinfo=UTC)
    return str(format_skeleton(FORMS[form], at, tzinfo=BERLIN, locale=get_locale()))


def counted(singular: str, plural: str, **named: Any) -> Markup:
    """One hidden sentence per plural form of the language; a component shows the one that fits its number."""
    return Markup("").join(
        _sentence(category, get_translations().ungettext(singular, plural, example), named)
        for category, example in _examples().items()
    )


def _sentence(category: str, text: str, named: dict[str, Any]) -> Markup:
    slot = Markup('<span data-slot="num"></span>')
    values = {name: escape(value) for name, value in named.items()}
    return Markup('<span data-plural="{}" hidden>{}</span>').format(category, escape(text) % {**values, "num": slot})


def _examples() -> dict[str, int]:
    """A whole number for each plural category (CLDR) that whole numbers have in this language."""
    category_of = get_locale().plural_form
    found: dict[str, int] = {}
    for number in range(101):
        found.setdefault(category_of(number), number)
    return found
