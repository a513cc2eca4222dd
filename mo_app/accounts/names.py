"""What may be a person's name: any script, nothing that deceives."""

import unicodedata

from mo_app.kernel.i18n import N_, Message

JOINERS = frozenset("\u200c\u200d")
"""Zero-width (non-)joiners belong to the spelling of Persian and Indic names."""


def tidy_name(typed: str, *, at_most: int) -> str | Message:
    """The name as it is kept, or what is wrong with it.

    Whitespace is collapsed. Invisible formatting characters go, above all those that turn the direction of
    the text around the name (Unicode Technical Report 36, §2.5).
    """
    text = " ".join(unicodedata.normalize("NFC", typed).split())
    text = "".join(char for char in text if char in JOINERS or unicodedata.category(char) != "Cf").strip()
    if any(unicodedata.category(char) in {"Cc", "Co", "Cs", "Cn"} for char in text):
        return Message(N_("This contains characters that cannot be shown."))
    if not any(char.isalnum() for char in text):
        return Message(N_("Please enter a name."))
    if len(text) > at_most:
        return Message(N_("Please use at most %(num)s characters."), {"num": at_most})
    return text
