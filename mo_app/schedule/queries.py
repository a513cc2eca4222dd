"""Reads. Every list has an index behind it and costs one query, however long it is."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Person

from .models import CalendarUpload, Event, EventChange

KEPT_FOR = timedelta(days=365)
"""After its end an event stays on devices for a year."""

_PARAMETERS = 500
"""In one statement; databases have a limit."""


def event(session: Session, event_id: str) -> Event | None:
    return session.get(Event, event_id)


def event_to_change(session: Session, event_id: str) -> Event | None:
    """As it is now; nobody else changes it until the transaction ends."""
    return session.get(Event, event_id, with_for_update=True)


def upcoming(session: Session, now: datetime, *, limit: int | None = None) -> Sequence[Event]:
    """What has not ended yet, by start."""
    query = select(Event).where(Event.over_after(now)).order_by(Event.starts_at, Event.id)
    return session.scalars(query.limit(limit)).all()


class Version(NamedTuple):
    event_id: str
    number: int


def versions(session: Session, now: datetime) -> list[Version]:
    """Of what has not ended yet, by start: cheaper than the events themselves."""
    query = select(Event.id, Event.version).where(Event.over_after(now)).order_by(Event.starts_at, Event.id)
    return [Version(*row) for row in session.execute(query)]


def ended_between(session: Session, after: datetime, until: datetime) -> Sequence[Event]:
    """Ended after the one moment and not after the other; the latest first."""
    query = select(Event).where(Event.over_after(after), ~Event.over_after(until))
    return session.scalars(query.order_by(Event.starts_at.desc(), Event.id.desc())).all()


def with_uids(session: Session, uids: Iterable[str]) -> Sequence[Event]:
    wanted, found = sorted(set(uids)), list[Event]()
    for first in range(0, len(wanted), _PARAMETERS):
        found += session.scalars(select(Event).where(Event.uid.in_(wanted[first : first + _PARAMETERS])))
    return found


class Deed(NamedTuple):
    change: EventChange
    name: str | None
    """Of the person; None for the operator, or somebody who is no longer known."""


def history(session: Session, event_id: str, *, limit: int = 50) -> list[Deed]:
    """The latest first."""
    query = select(EventChange, Person.name).outerjoin(Person, Person.id == EventChange.person_id)
    query = query.where(EventChange.event_id == event_id)
    rows = session.execute(query.order_by(EventChange.at.desc(), EventChange.id).limit(limit))
    return [Deed(change, name) for change, name in rows]


def upload(session: Session, upload_id: str, *, person_id: str, now: datetime) -> CalendarUpload | None:
    """Only the one who brought a file can go on with it, and not for ever."""
    found = session.get(CalendarUpload, upload_id)
    return found if found and found.person_id == person_id and found.expires_at > now else None
