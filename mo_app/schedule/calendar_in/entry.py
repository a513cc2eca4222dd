"""One VEVENT: parsed, checked, and refused with a reason where no date can be made of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from icalendar import Event
from icalendar.prop import vText

from mo_app.kernel.clock import BERLIN
from mo_app.kernel.i18n import N_

from .blocks import Block
from .reading import Unreadable
from .words import one_line
from .zones import Zones

Time = date | datetime
LONGEST = timedelta(days=366)
Component = Any
"""An icalendar Event, whose properties may be of any of thirty types."""

_SPOILT = {
    "DTSTART": N_("Its start cannot be understood: %(value)s"),
    "DTEND": N_("Its end cannot be understood: %(value)s"),
    "DURATION": N_("Its duration cannot be understood: %(value)s"),
    "RECURRENCE-ID": N_("Which date of the series it replaces cannot be understood: %(value)s"),
    "RRULE": N_("How it repeats cannot be understood: %(value)s"),
    "RDATE": N_("How it repeats cannot be understood: %(value)s"),
    "EXDATE": N_("Which dates of the series are left out cannot be understood: %(value)s"),
}
_MALFORMED = N_("It is not written as a calendar entry must be.")
_ONCE = ("UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")


@dataclass(frozen=True)
class Entry:
    line: int
    uid: str
    component: Component
    floating: tzinfo
    """Where a time without a zone is meant."""
    revision: tuple[int, str, str, tuple[str, ...]]
    """Sorts entries for the same date; the last one holds."""

    @property
    def recurs(self) -> bool:
        return "RRULE" in self.component or "RDATE" in self.component

    @property
    def replaces(self) -> datetime | None:
        """The date of a series that this entry stands for instead."""
        recurrence_id = self.component.get("RECURRENCE-ID")
        return self.moment(recurrence_id.dt) if recurrence_id else None

    def moment(self, value: Time) -> datetime:
        """In UTC; a date begins at midnight in Leipzig."""
        if not isinstance(value, datetime):
            return datetime.combine(value, time(), BERLIN).astimezone(UTC)
        return (value if value.tzinfo else value.replace(tzinfo=self.floating)).astimezone(UTC)

    def end(self, start: Time, otherwise: Time) -> datetime:
        """Days of a duration are counted by the calendar, hours by the clock (RFC 5545, 3.3.6)."""
        duration = self.component.get("DURATION")
        if duration is None or "DTEND" in self.component:
            return self.moment(otherwise)
        days = timedelta(days=duration.dt.days)
        hours: timedelta = duration.dt - days
        return self.moment(start + days) + hours


def parse(block: Block, *, floating: tzinfo, zones: Zones) -> Entry:
    """Raises Unreadable."""
    component = _component(block, zones)
    if text_of(component, "CLASS", "PUBLIC").upper() != "PUBLIC":
        raise Unreadable(N_("It is marked as private in the calendar, so it is not published."))
    for name, text in _SPOILT.items():
        if name in component and any(spoilt == name for spoilt, _ in component.errors):
            raise Unreadable(text, value=_raw(component[name]))
        _check_zone(component.get(name))
    if any(isinstance(component.get(name), list) for name in _ONCE):
        raise Unreadable(_MALFORMED)
    uid = one_line(text_of(component, "UID"))
    if not uid:
        raise Unreadable(N_("It has no UID, so it could not be recognised at the next import."))
    if not one_line(text_of(component, "SUMMARY")):
        raise Unreadable(N_("It has no title."))
    entry = Entry(block.line, uid, component, floating, _revision(block, component))
    _check_span(entry)
    return entry


def text_of(component: Component, name: str, otherwise: str = "") -> str:
    """Of a property that should stand there once; where it stands more often, the first."""
    value = component.get(name, otherwise)
    return str(value[0] if isinstance(value, list) else value)


def title_of(block: Block) -> str:
    """As far as it can be had, also from an entry that cannot be read."""
    return one_line(vText.from_ical(_first_value(block, "SUMMARY")))


def uid_of(block: Block) -> str:
    return one_line(_first_value(block, "UID"))


def _revision(block: Block, component: Component) -> tuple[int, str, str, tuple[str, ...]]:
    number = component.get("SEQUENCE")
    modified, stamped = (_first_value(block, name) for name in ("LAST-MODIFIED:", "DTSTAMP:"))
    return number if isinstance(number, int) else 0, modified, stamped, tuple(block.lines)


def _first_value(block: Block, start: str) -> str:
    found = (line.partition(":")[2] for line in block.lines if line.upper().startswith(start))
    return next(found, "")


def _component(block: Block, zones: Zones) -> Component:
    if not block.complete:
        raise Unreadable(N_("It is cut off: its end is missing in the file."))
    try:
        return Event.from_ical("\r\n".join(zones.rename(line) for line in block.lines) + "\r\n")
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise Unreadable(_MALFORMED) from error


def _check_zone(prop: Any) -> None:
    for one in prop if isinstance(prop, list) else [prop]:
        zone = getattr(one, "params", {}).get("TZID")
        values = [value.dt for value in getattr(one, "dts", [one])] if zone else []
        if any(isinstance(value, datetime) and value.tzinfo is None for value in values):
            raise Unreadable(N_("Its time zone is not known: %(zone)s"), zone=zone)


def _check_span(entry: Entry) -> None:
    component = entry.component
    if "DTSTART" not in component:
        raise Unreadable(N_("It has no start."))
    start = component["DTSTART"].dt
    end = component["DTEND"].dt if "DTEND" in component else start
    if isinstance(start, datetime) != isinstance(end, datetime):
        raise Unreadable(N_("Its start has a time of day and its end has none, or the other way round."))
    days = [start, end, *(prop.dt for prop in [component.get("RECURRENCE-ID")] if prop)]
    for day in days:
        if not 1970 < day.year < 2100:
            raise Unreadable(N_("Its year cannot be meant: %(year)s"), year=str(day.year))
    if "DURATION" in component and abs(component["DURATION"].dt) > LONGEST:
        raise Unreadable(_SPOILT["DURATION"], value=_raw(component["DURATION"].to_ical().decode()))
    if entry.end(start, end) < entry.moment(start):
        raise Unreadable(N_("It ends before it starts."))


def _raw(prop: Any) -> str:
    return one_line(str(prop[0] if isinstance(prop, list) else prop))[:80]
