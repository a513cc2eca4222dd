"""The times in an event's form: each mistake said at the field where it was made."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from mo_app.kernel.clock import BERLIN, local_date
from mo_app.kernel.i18n import N_, Message

from .local_time import NotMeant, moment, parse_day, parse_time, which_of_two
from .models import Event

LONGEST = timedelta(days=92)
YEARS = range(2000, 2101)

Errors = dict[str, Message]
T = TypeVar("T")


def span(typed: Mapping[str, Any], errors: Errors) -> dict[str, Any]:
    """``starts_at``, ``ends_at``, ``all_day``: nothing where a field is wrong.

    Without times of day it lasts whole days; without a last day it ends on the first; without an end nobody
    knows when it ends, which is stored as an end at its start.
    """
    first = _parsed(typed, "starts_on", parse_day, errors, missing=N_("Please say on which day it is."))
    last = _parsed(typed, "ends_on", parse_day, errors) or first
    start, end = (_parsed(typed, name, parse_time, errors) for name in ("starts_at", "ends_at"))
    if first is None or last is None or errors.keys() & {"starts_on", "starts_at", "ends_on", "ends_at"}:
        return {}
    if first.year not in YEARS or last.year not in YEARS:
        errors["starts_on" if first.year not in YEARS else "ends_on"] = Message(N_("Please check the year."))
        return {}
    if start is None and end is None:
        return _in_order(_midnight(first), _midnight_after(last), "ends_on", errors) | {"all_day": True}
    if start is None:
        errors["starts_at"] = Message(
            N_("Please say when it begins, or give no times if it lasts whole days.")
        )
        return {}
    begins = _moment(first, start, typed["starts_which"], "starts_at", errors)
    if end is None:
        if last != first:
            errors["ends_at"] = Message(N_("Please say when it ends on that day."))
        return {"starts_at": begins, "ends_at": begins, "all_day": False}
    ends = _moment(last, end, typed["ends_which"], "ends_at", errors)
    field = "ends_at" if last == first else "ends_on"
    return _in_order(begins, ends, field, errors) | {"all_day": False}


def closing_time(typed: Mapping[str, Any], starts: datetime | None, errors: Errors) -> datetime | None:
    """Without a time of day RSVPs close at the end of that day, or at the start of the event."""
    day = _parsed(typed, "closes_on", parse_day, errors)
    at = _parsed(typed, "closes_at", parse_time, errors)
    if day is None or errors.keys() & {"closes_on", "closes_at"}:
        if at is not None and not typed["closes_on"]:
            errors["closes_on"] = Message(N_("Please say on which day."))
        return None
    if day.year not in YEARS:
        errors["closes_on"] = Message(N_("Please check the year."))
        return None
    closes = _midnight_after(day) if at is None else _moment(day, at, "first", "closes_at", errors)
    if closes and starts and closes > starts:
        if at is None and day == local_date(starts):
            return starts
        errors["closes_on"] = Message(N_("RSVPs cannot close after the event has begun."))
    return closes


def typed_times(event: Event) -> dict[str, str]:
    """What would have to be typed for this event's times."""
    typed = {"starts_on": event.first_day.isoformat()}
    last = event.last_day if event.all_day else local_date(event.ends_at)
    if last != event.first_day:
        typed |= {"ends_on": last.isoformat()}
    if not event.all_day:
        typed |= {"starts_at": _time(event.starts_at), "starts_which": which_of_two(event.starts_at)}
    if event.ends_at > event.starts_at and not event.all_day:
        typed |= {"ends_at": _time(event.ends_at), "ends_which": which_of_two(event.ends_at)}
    if event.closes_at:
        typed |= {"closes_on": _day(event.closes_at), "closes_at": _time(event.closes_at)}
    return typed


def _day(at: datetime) -> str:
    return local_date(at).isoformat()


def _time(at: datetime) -> str:
    return f"{at.astimezone(BERLIN):%H:%M}"


def _parsed(
    typed: Mapping[str, Any], name: str, parse: Callable[[str], T], errors: Errors, missing: str = ""
) -> T | None:
    if not typed[name]:
        if missing:
            errors[name] = Message(missing)
        return None
    try:
        return parse(typed[name])
    except NotMeant as why:
        errors[name] = why.message
        return None


def _moment(day: date, at: time, which: str, name: str, errors: Errors) -> datetime | None:
    try:
        return moment(day, at, which)
    except NotMeant as why:
        errors[name] = why.message
        return None


def _in_order(start: datetime | None, end: datetime | None, field: str, errors: Errors) -> dict[str, Any]:
    if start and end and end <= start:
        errors[field] = Message(N_("The end must be after the start."))
    elif start and end and end - start > LONGEST:
        errors["ends_on"] = Message(N_("An event lasts at most three months."))
    return {"starts_at": start, "ends_at": end}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BERLIN)


def _midnight_after(day: date) -> datetime:
    return _midnight(day + timedelta(days=1))
