"""Reads of the log of exports."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.checkin.models import Export


class Taken(NamedTuple):
    export: Export
    name: str | None
    """Of who took it; None for somebody who is no longer known."""


def exports_of(session: Session, event_id: str) -> Sequence[Taken]:
    """The latest first."""
    query = select(Export, Person.name).outerjoin(Person, Person.id == Export.actor_id)
    rows = session.execute(query.where(Export.event_id == event_id).order_by(Export.at.desc(), Export.id))
    return [Taken(export, name) for export, name in rows]
