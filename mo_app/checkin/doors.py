"""The door of each event: its code, the address that the code is in, and that every event has one."""

from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mo_app.schedule.hooks import EventFacts
from mo_app.schedule.models import Event
from mo_app.settings import Settings
from mo_app.sync import DocumentView

from .codes import address_qr
from .models import Door, Scan, Undo

SHOWN_FOR = timedelta(days=1)
"""After an event's end its page need not say to anybody that she is checked in."""


def open_door(*, session: Session, event: Event, before: EventFacts | None, now: datetime) -> None:
    """A listener to changes of events (``schedule.hooks``)."""
    if session.get(Door, event.id) is None:
        session.add(Door(event_id=event.id))
        session.flush()


def code_of(session: Session, event_id: str) -> str | None:
    door = session.get(Door, event_id)
    return door.code if door else None


def address_of(session: Session, event_id: str) -> str | None:
    """Where the code at the door leads: under the origin that people know, without a language."""
    code = code_of(session, event_id)
    settings: Settings = current_app.extensions["settings"]
    values = {"event": event_id, "code": code}
    return settings.origin + current_app.url_map.bind("").build("here", values) if code else None


def door_part(view: DocumentView) -> dict[str, str] | None:
    """Of ``roster/<event>``: what a station can show on its screen."""
    url = address_of(view.session, view.key)
    return {"url": url, "qr": address_qr(url)} if url else None


def here_part(view: DocumentView) -> dict[str, int]:
    """Of ``mine``: where she is checked in, by whomever, and with how many; by event."""
    if view.actor is None:
        return {}
    undone = select(Undo.id).where(Undo.of == Scan.id, Undo.event_id == Scan.event_id).exists()
    live = select(Scan.event_id, func.max(Scan.party)).join(Event, Event.id == Scan.event_id)
    mine = live.where(Scan.person_id == view.actor.person_id, Event.over_after(view.now - SHOWN_FOR), ~undone)
    return {row[0]: row[1] for row in view.session.execute(mine.group_by(Scan.event_id))}
