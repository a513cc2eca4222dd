"""Text that people typed must stay text when a spreadsheet opens the file (OWASP, "CSV Injection")."""

import unicodedata

BEGINS_FORMULA = frozenset("=+-@\t\r\n")
INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def guarded(text: str) -> str:
    """Behind an apostrophe where a program might read a formula, be it in full-width letters."""
    return f"'{text}" if text[:1] in BEGINS_FORMULA or _first_seen(text) in BEGINS_FORMULA else text


def _first_seen(text: str) -> str:
    """The first visible character, in its usual form (NFKC): ``＝`` and ``﹦`` are ``=``."""
    seen = (char for char in text if unicodedata.category(char) not in INVISIBLE)
    return unicodedata.normalize("NFKC", next(seen, ""))
