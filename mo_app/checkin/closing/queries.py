"""Reads of closings."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.checkin.models import Closing


class Closed(NamedTuple):
    closing: Closing
    name: str | None
    """Of who closed it; None where the app did."""


def closings_of(session: Session, event_id: str) -> Sequence[Closed]:
    """The latest first."""
    query = select(Closing, Person.name).outerjoin(Person, Person.id == Closing.actor_id)
    rows = session.execute(query.where(Closing.event_id == event_id).order_by(Closing.at.desc(), Closing.id))
    return [Closed(closing, name) for closing, name in rows]


def latest_closing(session: Session, event_id: str) -> Closing | None:
    query = select(Closing).where(Closing.event_id == event_id)
    return session.scalar(query.order_by(Closing.at.desc(), Closing.id).limit(1))


def closed_at(session: Session, event_id: str) -> datetime | None:
    """When its figures were frozen last."""
    return session.scalar(select(func.max(Closing.at)).where(Closing.event_id == event_id))


def names_removed_by(session: Session, event_id: str) -> Closing | None:
    """The closing that was made right before names were removed for the first time."""
    query = select(Closing).where(Closing.event_id == event_id, Closing.names_removed)
    return session.scalar(query.order_by(Closing.at, Closing.id).limit(1))
