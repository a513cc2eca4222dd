"""Dates, times and counted sentences as templates say them, in the language of the page."""

from datetime import date, datetime
from typing import Any

from babel.dates import format_date, format_skeleton
from flask import Flask
from flask_babel import get_locale, get_translations
from markupsafe import Markup, escape

from mo_app.kernel.clock import BERLIN

SKELETONS = {"short_day": "MMMEd", "month": "yMMMM", "number": "d"}
PATTERNS = {"day": "full", "month_short": "LLL", "weekday": "EEE"}
COMPOSED = {"both": ("day", "time"), "stamp": ("short_day", "time")}
"""Babel's formats, by the names that templates use."""


def register(app: Flask) -> None:
    app.jinja_env.filters["moment"] = moment
    app.jinja_env.filters["isoformat"] = lambda at: at.isoformat()
    app.jinja_env.globals["counted"] = counted
    app.jinja_env.globals["slot"] = slot


def moment(at: datetime | date, form: str = "day") -> str:
    """The moment as people in Leipzig say it. Hours count to 24 in every language, as on the posters."""
    local = at.astimezone(BERLIN) if isinstance(at, datetime) else at
    if form in COMPOSED:
        return ", ".join(moment(at, part) for part in COMPOSED[form])
    if form in SKELETONS:
        return str(format_skeleton(SKELETONS[form], local, locale=get_locale()))
    if form == "time":
        return f"{local:%H:%M}"
    return str(format_date(local, PATTERNS[form], locale=get_locale()))


def counted(singular: str, plural: str, **named: Any) -> Markup:
    """One hidden sentence per plural form of the language; a component shows the one that fits its number."""
    return Markup("").join(
        _sentence(category, get_translations().ungettext(singular, plural, example), named)
        for category, example in _examples().items()
    )


def slot(name: str, tag: str = "span") -> Markup:
    """Where a component puts a value: ``_("Up to date at %(time)s", time=slot("at", "time"))``."""
    return Markup('<{0} data-slot="{1}"></{0}>').format(tag, name)


def _sentence(category: str, text: str, named: dict[str, Any]) -> Markup:
    values = {name: escape(value) for name, value in named.items()}
    values["num"] = Markup('<span data-slot="num"></span>')
    return Markup('<span data-plural="{}" hidden>{}</span>').format(category, escape(text) % values)


def _examples() -> dict[str, int]:
    """A whole number for each plural category (CLDR) that whole numbers have in this language."""
    category_of = get_locale().plural_form
    found: dict[str, int] = {}
    for number in range(101):
        found.setdefault(category_of(number), number)
    return found
