"""What comes out of reading a calendar: dates, and what a person must be told about the file."""

from dataclasses import dataclass
from datetime import datetime

from mo_app.kernel.i18n import Message
from mo_app.schedule.kinds import Kind


@dataclass(frozen=True, kw_only=True)
class CalendarDate:
    """One date as the calendar has it: an event of its own, or one of a series. Moments are in UTC."""

    uid: str
    recurrence_id: datetime | None
    """When the series would have it, wherever it has been moved to since (RFC 5545, 3.8.4.4)."""
    title: str
    text: str
    place: str
    starts_at: datetime
    ends_at: datetime
    """After the last moment; the same as ``starts_at`` where the calendar names no end."""
    all_day: bool
    kind: Kind
    cancelled: bool
    line: int


@dataclass(frozen=True, order=True)
class Remark:
    """About the entry that begins on this line of the file (counted from 1)."""

    line: int
    title: str
    message: Message


@dataclass(frozen=True)
class Reading:
    name: str
    """Of the calendar, as it calls itself; may be empty."""
    dates: tuple[CalendarDate, ...]
    """By start."""
    until: datetime
    """Series are expanded up to here."""
    whole: frozenset[str]
    """UIDs of which everything could be read: what is not among their dates is no longer planned."""
    problems: tuple[Remark, ...]
    """What could not be read, and why; by line."""
    remarks: tuple[Remark, ...]
    """What was read, but not quite as it stands; by line."""


class Unreadable(Exception):
    """An entry that has to be left out, for this reason."""

    def __init__(self, text: str, **params: object) -> None:
        super().__init__(text)
        self.message = Message(text, params)
