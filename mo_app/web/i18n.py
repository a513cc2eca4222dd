"""The language is the first part of the path; ``url_for`` carries it on."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import Flask, current_app, g, has_request_context, redirect, request
from flask_babel import Babel, force_locale, gettext
from flask_babel import refresh as forget_locale
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response

from mo_app.kernel.i18n import LANGUAGES, Message, direction

DEFAULT_LANGUAGE = "de"

babel = Babel()


class LanguageConverter(BaseConverter):
    regex = "|".join(LANGUAGES)


def register(app: Flask) -> None:
    app.url_map.converters["language"] = LanguageConverter
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", "../translations")
    app.config.setdefault("BABEL_DEFAULT_LOCALE", "en")
    app.config.setdefault("BABEL_DEFAULT_TIMEZONE", "Europe/Berlin")
    babel.init_app(app, locale_selector=current_language)
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_give_language)
    app.add_url_rule("/", "root", _root)
    app.jinja_env.globals.update(languages=LANGUAGES, current_language=current_language, direction=direction)
    app.jinja_env.filters["say"] = say


def current_language() -> str:
    """Of the address, else what the browser prefers, else German."""
    language: str | None = g.get("language")
    if language is None and has_request_context():
        language = g.language = request.accept_languages.best_match(list(LANGUAGES))
    return language or DEFAULT_LANGUAGE


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything inside is rendered in this language, links included."""
    before = g.get("language")
    g.language = language
    try:
        with force_locale(language):
            yield
    finally:
        g.language = before
        forget_locale()


def say(message: Message) -> str:
    """A marked sentence in the current language.

    Values that are sentences themselves are translated too; of texts by language the one in the current
    language is said, else the first.
    """
    params = {name: _spoken(value) for name, value in message.params.items()}
    text: str = gettext(message.text, **params) if params else gettext(message.text)
    return text


def _spoken(value: Any) -> Any:
    match value:
        case Message():
            return say(value)
        case Mapping():
            return value.get(current_language()) or next(iter(value.values()), "")
    return value


def _take_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values and "language" in values:
        g.language = values.pop("language")


def _give_language(endpoint: str, values: dict[str, Any]) -> None:
    if "language" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        values["language"] = current_language()


def _root() -> Response:
    response = redirect(f"/{current_language()}/")
    response.headers["Vary"] = "Accept-Language"
    return response
