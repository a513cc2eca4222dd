"""The document ``station``: what a tablet knows of itself, so that it ends without a connection, too.

And ``tablets/<event>``: apart from what was recorded, for each is heard twice a minute.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from mo_app.checkin.models.station import Station
from mo_app.kernel.actor import Actor
from mo_app.schedule.hooks import EventFacts
from mo_app.schedule.models import Event
from mo_app.sync import DocumentKind, DocumentView, register_document, register_part, touch_document
from mo_app.web.i18n import say

from .moving import end_left_behind
from .queries import open_stations
from .rights import may_read, reads

Part = Callable[[Station, DocumentView], Any]

PARTS: dict[str, Part] = {
    "id": lambda station, view: station.id,
    "name": lambda station, view: say(station.name),
    "event": lambda station, view: station.event_id,
    "ends_at": lambda station, view: station.ends_at.isoformat(),
    "ended": lambda station, view: view.actor is not None and view.actor.delivers_only,
}


def register(app: Flask) -> None:
    register_document(app, DocumentKind("station", may_read=lambda *_: False, given=_given))
    for name, part in PARTS.items():
        register_part(app, document="station", name=name, value=_of(part))
    register_document(app, DocumentKind("tablets", may_read=may_read, given=reads))
    register_part(app, document="tablets", name="stations", value=_others)


def event_changed(*, session: Session, event: Event, before: EventFacts | None, now: datetime) -> None:
    """The station ends with its event, whenever that is now, unless the event moves away from it."""
    if before and (before.starts_at, before.ends_at) != (event.starts_at, event.ends_at):
        end_left_behind(session=session, event=event, before=before, now=now)
        touch_document(session, "station")


def _given(actor: Actor) -> list[str]:
    return [""] if actor.is_station else []


def _others(view: DocumentView) -> list[list[str | None]]:
    """The tablets at this door: id, name, when last heard."""
    stations = open_stations(view.session, view.key, view.now)
    return [
        [each.id, say(each.name), each.heard_at.isoformat() if each.heard_at else None] for each in stations
    ]


def _of(part: Part) -> Callable[[DocumentView], Any]:
    def value(view: DocumentView) -> Any:
        assert view.actor  # noqa: S101
        return part(view.session.get_one(Station, view.actor.person_id), view)

    return value
