"""What calendar and schedule both know of an event, in one shape, so that they can be compared.

The calendar's word holds where *it* changed since the last import; what was changed here and not there stays.
So each event keeps what the calendar said last (``Event.calendar_says``), field by field.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from .calendar_in import CalendarDate
from .kinds import Kind
from .models import Event


@dataclass(frozen=True)
class Span:
    """Start and end are one thing: changing one alone could put the end before the start."""

    starts_at: datetime
    ends_at: datetime
    all_day: bool


@dataclass(frozen=True)
class Facts:
    title: str
    text: str
    place: str
    time: Span
    kind: Kind


FIELDS = ("title", "time", "place", "kind", "text")
"""In the order in which people are told."""


@dataclass(frozen=True)
class CalendarSays:
    """What the calendar said at an import."""

    facts: Facts
    cancelled: bool
    language: str
    calendar: str
    """Its name."""


def facts_of_date(date: CalendarDate) -> Facts:
    time = Span(date.starts_at, date.ends_at, date.all_day)
    return Facts(date.title, date.text, date.place, time, date.kind)


def facts_of_event(event: Event, language: str) -> Facts:
    time = Span(event.starts_at, event.ends_at, event.all_day)
    title, text = event.title.get(language, ""), event.text.get(language, "")
    return Facts(title, text, event.place, time, event.kind_of)


def say_again(said: CalendarSays, date: CalendarDate) -> CalendarSays:
    """A cancellation often carries nothing else: what was said before still holds."""
    facts = said.facts if date.cancelled else facts_of_date(date)
    return replace(said, facts=facts, cancelled=date.cancelled)


def says_to_json(said: CalendarSays) -> dict[str, Any]:
    facts = said.facts
    time = [facts.time.starts_at.isoformat(), facts.time.ends_at.isoformat(), facts.time.all_day]
    texts = {"title": facts.title, "text": facts.text, "place": facts.place, "kind": facts.kind.value}
    about = {"cancelled": said.cancelled, "language": said.language, "calendar": said.calendar}
    return {**texts, "time": time, **about}


def says_from_json(value: Mapping[str, Any]) -> CalendarSays:
    starts, ends, all_day = value["time"]
    time = Span(datetime.fromisoformat(starts), datetime.fromisoformat(ends), all_day)
    facts = Facts(value["title"], value["text"], value["place"], time, Kind(value["kind"]))
    return CalendarSays(facts, value["cancelled"], value["language"], value["calendar"])
