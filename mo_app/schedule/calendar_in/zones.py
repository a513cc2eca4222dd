"""Time zones that a calendar brings along. Known names, Windows' too, mean what they always mean."""

import hashlib
import re
from dataclasses import dataclass, field

from icalendar import Calendar
from icalendar.timezone import tzp

from .blocks import Block


@dataclass
class Zones:
    """Names that only the file explains, and the unique ones under which icalendar then knows them.

    icalendar remembers a zone by its name for as long as the process lives; a name made of the definition
    keeps one file's "Custom time zone" from becoming another's.
    """

    names: dict[str, str] = field(default_factory=dict)

    def learn(self, block: Block) -> None:
        name = next((line.partition(":")[2] for line in block.lines if line[:5].upper() == "TZID:"), "")
        if not name or tzp.timezone(name):
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
        for name, unique in self.names.items():
            line = re.sub(rf';TZID="?{re.escape(name)}"?(?=[;:])', f";TZID={unique}", line, count=1)
        return line
