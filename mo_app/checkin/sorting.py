"""The order of names."""

import unicodedata


def sorting(name: str) -> str:
    """Without regard to case and marks: Özge stands beside Olena."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))
