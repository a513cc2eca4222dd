"""The demo's programme, laid around today."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar, Component

PROGRAMME = Path(__file__).with_name("programme.ics")
MIDDLE = date(2026, 11, 19)
"""The day that comes to lie within the week after today: half of the programme is over, half is to come."""


def programme_around(today: date) -> bytes:
    """The calendar file, moved by whole weeks, so that every event keeps its weekday and its time of day."""
    shift = timedelta(weeks=-((MIDDLE - today - timedelta(days=1)) // timedelta(weeks=1)))
    calendar = Calendar.from_ical(PROGRAMME.read_bytes())
    for event in calendar.walk("VEVENT"):
        for moment in _moments(event):
            moment.dt += shift
    text: bytes = calendar.to_ical()
    return text


def _moments(event: Component) -> Iterator[Any]:
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        if name in event:
            yield event[name]
    more = event.get("RDATE", [])
    for dates in more if isinstance(more, list) else [more]:
        yield from dates.dts
