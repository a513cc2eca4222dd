"""From the cookie to the station, and when it was last heard: not at the cost of each exchange."""

from datetime import datetime

from flask import Flask, current_app, g, request
from sqlalchemy.orm import Session

from mo_app.accounts.session import recognise_also
from mo_app.checkin.models.station import HEARD_EVERY, Standing, Station
from mo_app.kernel.actor import Actor, Role
from mo_app.web.database import db, writing

from .operations import hear
from .queries import station_of

EXCHANGE = "sync.exchange"


def register(app: Flask) -> None:
    recognise_also(app, recognise)


def recognise(session: Session, token_hash: str, now: datetime) -> Actor | None:
    """Whose token this is, as far as it still counts."""
    station = station_of(session, token_hash)
    if station is None or station.standing(now) not in {Standing.OPEN, Standing.OVER}:
        return None
    return Actor(
        person_id=station.id,
        role=Role.STATION,
        sign_in_id=station.id,
        event_id=station.event_id,
        delivers_only=station.standing(now) is Standing.OVER,
    )


def hear_station() -> None:
    """Before each request of a station that exchanges."""
    actor: Actor | None = g.get("actor")
    if actor is None or not actor.is_station or request.endpoint != EXCHANGE:
        return
    now: datetime = current_app.extensions["clock"].now()
    heard_at = db.session.get_one(Station, actor.person_id).heard_at
    if heard_at is None or heard_at <= now - HEARD_EVERY:
        with writing() as session:
            hear(session=session, station_id=actor.person_id, now=now)
