"""Everything at the desk about the door of one event. Ordinary pages, never kept on a device."""

from flask import Blueprint

from mo_app.kernel.errors import NotFound
from mo_app.schedule import queries as schedule
from mo_app.schedule.models import Event
from mo_app.web.database import db

desk = Blueprint("door_desk", __name__, url_prefix="/<language:language>/desk/events/<event_id>")


def found_event(event_id: str) -> Event:
    event = schedule.event(db.session(), event_id)
    if event is None:
        raise NotFound
    return event
