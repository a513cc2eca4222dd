"""The desk's list of who comes. It names people, so it is for coordinators, and never kept on a device."""

from flask import Blueprint, render_template

from mo_app.kernel.actor import Role
from mo_app.kernel.errors import NotFound
from mo_app.schedule import queries as schedule
from mo_app.schedule.models import Event
from mo_app.web.database import db
from mo_app.web.guards import requires

from .who_comes import who_comes

desk = Blueprint("rsvps_desk", __name__, url_prefix="/<language:language>/desk")


@desk.get("/events/<event_id>/people")
@requires(Role.COORDINATOR)
def people(event_id: str) -> str:
    event = _event(event_id)
    return render_template("rsvps/people.html", event=event, who=who_comes(db.session(), event.id))


@desk.get("/events/<event_id>/people/list")
@requires(Role.COORDINATOR)
def people_list(event_id: str) -> str:
    """What the page above fetches again and again, as a fragment."""
    event = _event(event_id)
    return render_template("rsvps/_people.html", event=event, who=who_comes(db.session(), event.id))


def _event(event_id: str) -> Event:
    event = schedule.event(db.session(), event_id)
    if event is None:
        raise NotFound
    return event
