"""Compares a calendar with the schedule: what an import would do. The preview and the import both use it."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from mo_app.kernel.clock import local_date

from . import queries
from .calendar_in import CalendarDate, Reading, Remark
from .facts import FIELDS, CalendarSays, facts_of_date, facts_of_event, say_again, says_from_json
from .models import Event
from .taken_out import recurrence_key, recurrence_moment, taken_out


@dataclass(frozen=True)
class FieldChange:
    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Known:
    """A date of the calendar and the event that it is."""

    event: Event
    date: CalendarDate
    says: CalendarSays
    """What the calendar says from now on."""
    changes: tuple[FieldChange, ...] = ()
    newly_cancelled: bool = False
    again: bool = False
    """The calendar takes its cancellation back."""

    @property
    def changed(self) -> bool:
        return bool(self.changes) or self.again


@dataclass(frozen=True)
class Plan:
    new: tuple[CalendarDate, ...]
    """Also dates that are cancelled already, and were never heard of."""
    changed: tuple[Known, ...]
    cancelled: tuple[Known, ...]
    unchanged: tuple[Known, ...]
    missing: tuple[Event, ...]
    """To come, from this calendar, and no longer in the file. They are left as they are."""
    problems: tuple[Remark, ...]
    remarks: tuple[Remark, ...]
    calendar: str

    @property
    def does_something(self) -> bool:
        return bool(self.new or self.changed or self.cancelled)

    @property
    def digest(self) -> str:
        """The same for the same effect: what a person confirms is what she saw."""
        effects = [
            *(repr(date) for date in self.new),
            *(f"{each.event.id} {each.again} {each.changes}" for each in self.changed),
            *(f"{each.event.id} cancelled" for each in self.cancelled),
        ]
        return hashlib.sha256("\n".join(effects).encode()).hexdigest()[:32]


def make_plan(session: Session, reading: Reading, *, now: datetime) -> Plan:
    events = queries.with_uids(session, (each.uid for each in reading.dates))
    pairs = _pair(reading.dates, events)
    there = {event.id for _, event in pairs if event}
    pairs += _pair(tuple(taken_out(reading, events, there, now)), events)
    known = [_compare(event, date) for date, event in pairs if event]
    there = {each.event.id for each in known}
    return Plan(
        new=tuple(date for date, event in pairs if event is None),
        changed=tuple(each for each in known if each.changed),
        cancelled=tuple(each for each in known if each.newly_cancelled),
        unchanged=tuple(each for each in known if not each.changed and not each.newly_cancelled),
        missing=tuple(_missing(session, reading.name, there, now)),
        problems=reading.problems,
        remarks=reading.remarks,
        calendar=reading.name,
    )


def _pair(dates: Sequence[CalendarDate], events: Iterable[Event]) -> list[tuple[CalendarDate, Event | None]]:
    """By UID and RECURRENCE-ID, else by UID and day.

    When a whole series moves from 17:30 to 18:00 every RECURRENCE-ID changes with it; its dates, and who said
    to come to them, are still the same.
    """
    free = {(event.uid, event.recurrence_id): event for event in events}
    found = {id(each): free.pop((each.uid, recurrence_key(each.recurrence_id)), None) for each in dates}
    by_day = {(event.uid, _day_of(event)): event for event in free.values()}
    for each in dates:
        if found[id(each)] is None:
            found[id(each)] = by_day.pop((each.uid, local_date(each.recurrence_id or each.starts_at)), None)
    return [(each, found[id(each)]) for each in dates]


def _day_of(event: Event) -> date:
    return local_date(recurrence_moment(event.recurrence_id) or event.starts_at)


def _compare(event: Event, date: CalendarDate) -> Known:
    said = says_from_json(event.calendar_says or {})
    says = say_again(said, date)
    here, there = facts_of_event(event, said.language), facts_of_date(date)
    changes = tuple(
        FieldChange(name, getattr(here, name), getattr(there, name))
        for name in FIELDS
        if not date.cancelled and getattr(there, name) not in {getattr(said.facts, name), getattr(here, name)}
    )
    cancels = date.cancelled and not said.cancelled and not event.is_cancelled
    again = said.cancelled and not date.cancelled and event.is_cancelled
    return Known(event, date, says, changes, cancels, again)


def _missing(session: Session, calendar: str, there: set[str], now: datetime) -> list[Event]:
    return [
        event
        for event in queries.upcoming(session, now)
        if event.calendar_says
        and event.calendar_says["calendar"] == calendar
        and event.id not in there
        and not event.is_cancelled
    ]
