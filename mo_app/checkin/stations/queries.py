"""Reads of stations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from mo_app.accounts.models import Person
from mo_app.checkin.models.station import DELIVERS, Standing, Station, StationChange


def station_of(session: Session, token_hash: str) -> Station | None:
    query = select(Station).options(joinedload(Station.event)).where(Station.token_hash == token_hash)
    return session.scalar(query)


def open_stations(session: Session, event_id: str, now: datetime) -> Sequence[Station]:
    """Those that check in for this event now, by number."""
    found = session.scalars(_of(event_id)).all()
    return [station for station in found if station.standing(now) is Standing.OPEN]


@dataclass(frozen=True)
class Deed:
    change: StationChange
    name: str | None
    """Of who did it; None for nobody, or somebody who is no longer known."""


@dataclass(frozen=True)
class Listed:
    station: Station
    standing: Standing
    deeds: Sequence[Deed]

    @property
    def delivers_until(self) -> datetime:
        return self.station.ends_at + DELIVERS


def stations_listed(session: Session, event_id: str, now: datetime) -> list[Listed]:
    """All there ever were for this event, with who did what to them."""
    stations = session.scalars(_of(event_id).options(selectinload(Station.changes))).all()
    who = {change.person_id for station in stations for change in station.changes if change.person_id}
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(who)))
    names = {row.id: row.name for row in rows}
    return [
        Listed(
            station,
            station.standing(now),
            [Deed(change, names.get(change.person_id or "")) for change in station.changes],
        )
        for station in stations
    ]


def _of(event_id: str) -> Select[Station]:
    query = select(Station).options(joinedload(Station.event)).where(Station.event_id == event_id)
    return query.order_by(Station.number)
