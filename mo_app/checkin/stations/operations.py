"""Tablets become stations, and are stations no longer."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.accounts.operations.permissions import must_coordinate
from mo_app.accounts.operations.sign_ins import Token, hash_token
from mo_app.checkin.models.station import EARLIEST, Standing, Station, StationChange, ends_in_time
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden, NotFound
from mo_app.schedule import queries as schedule
from mo_app.sync import touch_document

from .errors import NotACoordinator, StationInUse, StationTooEarly, StationTooLate


@dataclass(frozen=True)
class Made:
    station: Station
    token: Token


def make_station(*, session: Session, actor: Actor | None, now: datetime, event_id: str, device: str) -> Made:
    """One more tablet for the event. Raises NotFound, StationTooEarly, StationTooLate."""
    coordinator = must_coordinate(actor)
    event = schedule.event_to_change(session, event_id)
    if event is None:
        raise NotFound
    if now < event.starts_at - EARLIEST:
        raise StationTooEarly(days=EARLIEST.days)
    if now >= ends_in_time(event):
        raise StationTooLate
    last = session.scalar(select(func.max(Station.number)).where(Station.event_id == event_id)) or 0
    token = secrets.token_urlsafe(32)
    station = Station(
        event_id=event_id, number=last + 1, token_hash=hash_token(token), device=device, made_at=now
    )
    session.add(station)
    session.flush()
    log(session, station, "made", coordinator.person_id, now)
    return Made(station, token)


def end_station(*, session: Session, actor: Actor | None, now: datetime, station_id: str) -> None:
    """It reads nothing any more; what was done on it still arrives. Saying so twice changes nothing."""
    coordinator, station = must_coordinate(actor), _station(session, station_id)
    if station.standing(now) is Standing.OPEN:
        station.ended_at = now
        log(session, station, "ended", coordinator.person_id, now)


def revoke_station(*, session: Session, actor: Actor | None, now: datetime, station_id: str) -> None:
    """Nothing of it is listened to: the tablet may be in other hands."""
    coordinator, station = must_coordinate(actor), _station(session, station_id)
    if station.standing(now) in {Standing.OPEN, Standing.OVER}:
        station.revoked_at = now
        station.ended_at = min(station.ended_at or now, now)
        log(session, station, "revoked", coordinator.person_id, now)


def let_deliver(*, session: Session, actor: Actor | None, now: datetime, station_id: str) -> None:
    """The tablet is in good hands again: it may bring what was done on it, and still reads nothing."""
    coordinator, station = must_coordinate(actor), _station(session, station_id)
    if station.standing(now) is Standing.REVOKED:
        station.revoked_at = None
        log(session, station, "delivers", coordinator.person_id, now)


def leave_station(*, session: Session, actor: Actor | None, now: datetime, coordinator: Person) -> None:
    """A coordinator takes the tablet back, at the tablet. Raises NotACoordinator."""
    if coordinator.role is not Role.COORDINATOR:
        raise NotACoordinator
    _take_back(session, _own(session, actor), coordinator.id, now)


def let_go(*, session: Session, actor: Actor | None, now: datetime) -> None:
    """The tablet of a station that is over is anybody's. Raises StationInUse before that."""
    station = _own(session, actor)
    if station.standing(now) is Standing.OPEN:
        raise StationInUse
    _take_back(session, station, None, now)


def hear(*, session: Session, station_id: str, now: datetime) -> None:
    """It has just been heard: the other tablets show when."""
    station = session.get_one(Station, station_id)
    station.heard_at = now
    touch_document(session, "tablets", owner=station.event_id)
    session.flush()


def _take_back(session: Session, station: Station, person_id: str | None, now: datetime) -> None:
    station.token_hash = None
    station.ended_at = station.ended_at or min(now, station.ends_at)
    log(session, station, "left", person_id, now)


def _own(session: Session, actor: Actor | None) -> Station:
    if actor is None or not actor.is_station:
        raise Forbidden
    return session.get_one(Station, actor.person_id)


def _station(session: Session, station_id: str) -> Station:
    station = session.get(Station, station_id, with_for_update=True)
    if station is None:
        raise NotFound
    return station


def log(session: Session, station: Station, what: str, person_id: str | None, now: datetime) -> None:
    """For the history of the station; devices hear of it."""
    session.add(StationChange(station_id=station.id, at=now, what=what, person_id=person_id))
    session.flush()
    session.expire(station, ["changes"])
    touch_document(session, "station")
    touch_document(session, "tablets", owner=station.event_id)
