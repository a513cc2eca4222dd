"""What a station keeps: who might come (``roster/<event>``), and what was recorded (``door/<event>``)."""

from flask import Flask
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.checkin.stations.rights import reads
from mo_app.kernel.actor import Actor, Role
from mo_app.schedule import queries as schedule

from . import door, roster, touches


def register(app: Flask) -> None:
    for name, parts in (("roster", roster.PARTS), ("door", door.PARTS)):
        sync.register_document(app, sync.DocumentKind(name=name, may_read=_may_read, given=reads))
        for part, value in parts.items():
            sync.register_part(app, document=name, name=part, value=value)
    touches.register()


def _may_read(session: Session, actor: Actor, event_id: str) -> bool:
    """Coordinators, who enter what is on paper, too."""
    return actor.role is Role.COORDINATOR and schedule.event(session, event_id) is not None
