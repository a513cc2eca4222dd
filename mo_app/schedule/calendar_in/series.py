"""Expands the entries of one UID into dates, with recurring-ical-events."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar
from icalendar.prop import vDDDTypes
from recurring_ical_events import CalendarQuery, EventAdapter, Occurrence
from recurring_ical_events.selection.name import ComponentsWithName

from mo_app.kernel.i18n import N_
from mo_app.schedule.kinds import PLACE_LIMIT, TEXT_LIMIT, TITLE_LIMIT

from .entry import Component, Entry, text_of
from .reading import CalendarDate, Unreadable
from .words import guess_kind, one_line, plain_text

MOST_DATES = 1000
"""Of one series; more is a mistake in the calendar."""

_NOT_UNDERSTOOD = N_("How it repeats cannot be understood: %(value)s")
_LINE = "X-LINE"
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)


def dates_of(entries: list[Entry], *, horizon: datetime, cancelled: bool) -> tuple[list[CalendarDate], bool]:
    """All dates up to the horizon, and whether the series goes on after it. Raises Unreadable.

    Dates that are moved or not part of a series count wherever they are.
    """
    if not any(entry.recurs for entry in entries):
        return [_date(entry, entry.component, cancelled) for entry in entries], False
    _check_rules(entries)
    ends = [entry.end(entry.component["DTSTART"].dt, _last(entry.component)) for entry in entries]
    until = max(horizon, *ends) + timedelta(seconds=1)
    try:
        query = CalendarQuery(_calendar(entries), components=[_DATES])
        found = query.between(_EARLIEST, until)
        goes_on = any(query.between(until, until + timedelta(days=366)))
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise Unreadable(
            N_("How it repeats cannot be understood: %(value)s"), value=_rule(entries)
        ) from error
    if len(found) > MOST_DATES:
        raise Unreadable(N_("It repeats more than %(limit)s times, which cannot be meant."), limit=MOST_DATES)
    by_line = {entry.line: entry for entry in entries}
    return [_date(by_line[int(one[_LINE])], one, cancelled) for one in found], goes_on


class _SeriesDate(Occurrence):  # type: ignore[misc]  # it ships no types
    """Keeps the identity of a date that a change "this and all following" has moved."""

    def as_component(self, keep_recurrence_attributes: bool) -> Any:
        component = super().as_component(keep_recurrence_attributes)
        if self._adapter.this_and_future:
            component["RECURRENCE-ID"] = vDDDTypes(self.start - self._adapter.move_recurrences_by)
        return component


_DATES = ComponentsWithName("VEVENT", adapter=EventAdapter, occurrence=_SeriesDate)


def _calendar(entries: list[Entry]) -> Calendar:
    calendar = Calendar()
    for entry in entries:
        entry.component[_LINE] = entry.line
        calendar.add_component(entry.component)
    return calendar


def _date(entry: Entry, component: Component, cancelled: bool) -> CalendarDate:
    start, recurrence = component["DTSTART"].dt, component.get("RECURRENCE-ID")
    title = one_line(text_of(component, "SUMMARY"))
    all_day = not isinstance(start, datetime)
    end = entry.end(start, _last(component))
    return CalendarDate(
        uid=entry.uid[:255],
        recurrence_id=entry.moment(recurrence.dt) if recurrence else None,
        title=_shortened(title, TITLE_LIMIT),
        text=_shortened(_description(component), TEXT_LIMIT),
        place=_shortened(one_line(text_of(component, "LOCATION")), PLACE_LIMIT),
        starts_at=entry.moment(start),
        ends_at=max(end, entry.moment(start + timedelta(days=1))) if all_day else end,
        all_day=all_day,
        kind=guess_kind(_categories(component), title),
        cancelled=cancelled or text_of(component, "STATUS").upper() == "CANCELLED",
        line=entry.line,
    )


def _last(component: Component) -> Any:
    return component["DTEND"].dt if "DTEND" in component else component["DTSTART"].dt


def _description(component: Component) -> str:
    """The plain description, else Outlook's HTML one."""
    texts = (component.get(name, "") for name in ("DESCRIPTION", "X-ALT-DESC"))
    plain = (plain_text("\n".join(map(str, text)) if isinstance(text, list) else str(text)) for text in texts)
    return next(filter(None, plain), "")


def _categories(component: Component) -> list[str]:
    found = component.get("CATEGORIES", [])
    return [
        str(word)
        for one in (found if isinstance(found, list) else [found])
        for word in getattr(one, "cats", [])
    ]


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _check_rules(entries: list[Entry]) -> None:
    for rule in _rules(entries):
        finer = any(len(rule.get(part, [])) > 1 for part in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        if finer or _TOO_OFTEN & {str(word).upper() for word in rule.get("FREQ", [])}:
            raise Unreadable(N_("It repeats more often than once a day."))
        if "COUNT" in rule and "UNTIL" in rule:
            raise Unreadable(_NOT_UNDERSTOOD, value=_rule(entries))


def _rules(entries: list[Entry]) -> Iterator[Any]:
    for entry in entries:
        rule = entry.component.get("RRULE", [])
        yield from rule if isinstance(rule, list) else [rule]


def _rule(entries: list[Entry]) -> str:
    return next((rule.to_ical().decode() for rule in _rules(entries)), "")
