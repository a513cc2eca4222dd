"""When two spellings are likely to mean the same."""

import re
import unicodedata

from anyascii import anyascii

WORDS = re.compile(r"[a-z0-9]+")
UMLAUT = re.compile(r"(?<=[aou])e")
"""Müller, Mueller and Muller are one."""


def key(text: str) -> str:
    """The same for spellings that differ in case, marks, punctuation, order of the words, or script."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(sorted(WORDS.findall(UMLAUT.sub("", anyascii(bare).casefold()))))
