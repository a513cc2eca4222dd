"""Dates that a calendar has taken out of a series (EXDATE, a shorter rule): the same as cancelling them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from .calendar_in import CalendarDate, Reading
from .facts import says_from_json
from .models import Event

_KEY = "%Y%m%dT%H%M%SZ"


def recurrence_key(moment: datetime | None) -> str:
    """As in iCalendar's UTC form; empty outside a series."""
    return moment.astimezone(UTC).strftime(_KEY) if moment else ""


def recurrence_moment(key: str) -> datetime | None:
    return datetime.strptime(key, _KEY).replace(tzinfo=UTC) if key else None


def taken_out(
    reading: Reading, events: Iterable[Event], there: set[str], now: datetime
) -> Iterator[CalendarDate]:
    """Of the events with UIDs of this file those to come that are not in it, as it would cancel them.

    An event that was made to take place after all stays: the calendar says nothing new.
    """
    for event in events:
        to_come = now < event.over_at and event.starts_at < reading.until and not event.is_cancelled
        if event.id in there or event.uid not in reading.whole or not to_come:
            continue
        if not (event.calendar_says or {}).get("cancelled", True):
            yield _cancelled(event)


def _cancelled(event: Event) -> CalendarDate:
    said = says_from_json(event.calendar_says or {}).facts
    return CalendarDate(
        uid=event.uid or "",
        recurrence_id=recurrence_moment(event.recurrence_id),
        title=said.title,
        text=said.text,
        place=said.place,
        starts_at=said.time.starts_at,
        ends_at=said.time.ends_at,
        all_day=said.time.all_day,
        kind=said.kind,
        cancelled=True,
        line=0,
    )
