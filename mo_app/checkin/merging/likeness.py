"""When two spellings are likely to mean the same."""

import re
import unicodedata

from anyascii import anyascii

WORDS = re.compile(r"[a-z0-9]+")


def key(text: str) -> str:
    """The same for spellings that differ in case, marks, punctuation, order of the words, or script."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(sorted(WORDS.findall(anyascii(bare).casefold())))
