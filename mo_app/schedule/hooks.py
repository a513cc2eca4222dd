"""Who must hear of changes to events. Features that build upon the schedule register here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from .models import Event, over_at


@dataclass(frozen=True, kw_only=True)
class EventFacts:
    """What stood before a change."""

    starts_at: datetime
    ends_at: datetime
    place: str
    capacity: int | None
    closes_at: datetime | None
    cancelled_at: datetime | None

    @property
    def over_at(self) -> datetime:
        return over_at(self.starts_at, self.ends_at)


class Listener(Protocol):
    def __call__(self, *, session: Session, event: Event, before: EventFacts | None, now: datetime) -> None:
        """In the transaction of the change, after its flush; ``before`` is None for a new event."""


_listeners: dict[str, Listener] = {}


def on_change(listener: Listener) -> Listener:
    """Once per function, however often its feature registers it."""
    name = f"{getattr(listener, '__module__', '')}.{getattr(listener, '__qualname__', id(listener))}"
    _listeners[name] = listener
    return listener


def facts_of(event: Event) -> EventFacts:
    return EventFacts(
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=event.place,
        capacity=event.capacity,
        closes_at=event.closes_at,
        cancelled_at=event.cancelled_at,
    )


def tell(*, session: Session, event: Event, before: EventFacts | None, now: datetime) -> None:
    for listener in tuple(_listeners.values()):
        listener(session=session, event=event, before=before, now=now)
