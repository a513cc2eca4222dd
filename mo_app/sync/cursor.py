"""How far the pages of a device go. Opaque to it; one that no longer fits is simply not continued."""

import base64
import binascii
import json
from dataclasses import astuple, dataclass

from mo_app.kernel.actor import Audience


@dataclass(frozen=True)
class Cursor:
    build: str
    audience: str
    languages: str
    whole: bool
    """Still within a set that replaces the kept one."""
    revision: int
    path: str
    """Pages are sent by revision, then path; this was the last. Empty: none of the revision was sent yet."""

    @classmethod
    def start(cls, *, build: str, audience: Audience, languages: list[str]) -> "Cursor":
        return cls(build, audience.value, "+".join(sorted(languages)), True, 0, "")

    @classmethod
    def parse(cls, text: str | None) -> "Cursor | None":
        if not text:
            return None
        try:
            cursor = cls(*json.loads(base64.urlsafe_b64decode(text.encode())))
        except (ValueError, TypeError, binascii.Error):
            return None
        wanted = (str, str, str, bool, int, str)
        fits = all(type(value) is kind for value, kind in zip(astuple(cursor), wanted, strict=True))
        return cursor if fits and 0 <= cursor.revision < 2**62 else None

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(json.dumps(astuple(self)).encode()).decode()

    @property
    def is_start(self) -> bool:
        return self.whole and (self.revision, self.path) == (0, "")

    def continues(self, other: "Cursor") -> bool:
        """Whether both speak of the same set of pages."""
        return (self.build, self.audience, self.languages) == (other.build, other.audience, other.languages)
