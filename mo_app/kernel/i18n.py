"""Marking text where it is declared; it is translated where it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LANGUAGES: Mapping[str, str] = {
    "de": "Deutsch",
    "en": "English",
    "ar": "العربية",
    "uk": "Українська",
}
"""The languages of the interface, by BCP 47 tag, each in its own name."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps", "dv", "yi"})


def N_(text: str) -> str:  # noqa: N802 (the name that gettext tools know)
    """Mark a msgid for extraction; returns it unchanged."""
    return text


def direction(language: str) -> str:
    """``rtl`` or ``ltr``, the value of HTML's ``dir``."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True)
class Message:
    """A marked sentence with its named values, not yet in any language."""

    text: str
    params: Mapping[str, Any] = field(default_factory=dict)
