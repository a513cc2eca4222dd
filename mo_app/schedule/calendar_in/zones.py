"""Time zones that a calendar brings along. Known names, Windows' too, mean what they always mean."""

import hashlib
import re
from dataclasses import dataclass, field

from icalendar import Calendar
from icalendar.timezone import tzp

from .blocks import Block

_TZID = re.compile(r';TZID="?([^";:]+)"?(?=[;:])', re.IGNORECASE)


@dataclass
class Zones:
    """Names that only the file explains, and the unique ones under which icalendar then knows them.

    icalendar remembers a zone by its name for as long as the process lives; a name made of the definition
    keeps one file's "Custom time zone" from becoming another's.
    """

    names: dict[str, str] = field(default_factory=dict)

    def learn(self, block: Block) -> None:
        name = next((line.partition(":")[2] for line in block.lines if line[:5].upper() == "TZID:"), "")
        if not name or _known(name):
            return
        begin, *rest = (line for line in block.lines if line[:5].upper() != "TZID:")
        unique = f"calendar-{hashlib.sha256(repr(rest).encode()).hexdigest()[:16]}"
        lines = ["BEGIN:VCALENDAR", begin, f"TZID:{unique}", *rest, "END:VCALENDAR"]
        try:
            Calendar.from_ical("\r\n".join(lines) + "\r\n")
        except (ValueError, KeyError, IndexError, AttributeError, TypeError):
            return
        self.names[name] = unique

    def rename(self, line: str) -> str:
        """A content line with a zone's name that icalendar knows, where there is one."""
        return _TZID.sub(
            lambda found: f";TZID={self.names.get(found[1]) or _known(found[1]) or found[1]}", line, 1
        )


def _known(name: str) -> str | None:
    """Also behind a vendor's prefix, ``/example.org/Europe/Berlin`` (RFC 5545, 3.2.19)."""
    parts = name.strip("/").split("/")
    suffixes = ["/".join(parts[first:]) for first in range(len(parts) if name.startswith("/") else 1)]
    return next((suffix for suffix in suffixes if tzp.timezone(suffix) is not None), None)
