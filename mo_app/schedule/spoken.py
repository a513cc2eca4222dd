"""Texts that people wrote in one language or several, said to a reader of any."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from babel.lists import format_list
from flask_babel import get_locale
from jinja2.utils import urlize
from markupsafe import Markup

from mo_app.web.i18n import current_language


class Spoken(NamedTuple):
    text: str
    language: str
    """BCP 47: what it is written in; the reader's own where there is nothing to read."""


def spoken(texts: Mapping[str, str], language: str | None = None) -> Spoken:
    """In the reader's language, else in the first one it was written in."""
    wanted = language or current_language()
    if wanted in texts:
        return Spoken(texts[wanted], wanted)
    return next((Spoken(text, other) for other, text in texts.items()), Spoken("", wanted))


def paragraphs(text: str) -> Markup:
    """Plain text as HTML: empty lines part paragraphs, addresses become links."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    linked = (Markup(urlize(part, rel="noopener")) for part in parts)  # noqa: S704 (urlize escapes)
    return Markup("\n").join(
        Markup("<p>{}</p>").format(Markup("<br>\n").join(part.split("\n"))) for part in linked
    )


def listed(items: Iterable[str]) -> str:
    """One after the other, with the commas and the "and" of the language."""
    return format_list(list(items), "standard", get_locale() or "en")


def language_name(tag: str) -> str:
    """Of a language, as the reader calls it."""
    return str(get_locale().languages.get(tag.replace("-", "_"), tag))
