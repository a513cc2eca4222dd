"""The page of an event's door: before, while and after people come."""

from flask import render_template, request

from mo_app.kernel.actor import Role
from mo_app.kernel.i18n import N_, Message
from mo_app.schedule.doing import now
from mo_app.web.database import db
from mo_app.web.guards import requires

from .blueprint import desk, found_event
from .view import DoorView

DONE = {
    "closed": Message(N_("The event is closed: its figures stay as they are.")),
    "merged": Message(N_("They count as one now. Nothing is lost: you can take it back below.")),
    "taken-back": Message(N_("It is taken back.")),
}


def view_of(event_id: str) -> DoorView:
    return DoorView(db.session(), found_event(event_id), now())


@desk.get("/door")
@requires(Role.COORDINATOR)
def door(event_id: str) -> str:
    return door_page(event_id)


@desk.get("/door/now")
@requires(Role.COORDINATOR)
def figures_now(event_id: str) -> str:
    """What the page fetches again and again, as a fragment."""
    return _page("checkin/desk/_now.html", event_id)


@desk.get("/door/walk-ins")
@requires(Role.COORDINATOR)
def walk_ins(event_id: str) -> str:
    """So is this, as long as the event is open."""
    return _page("checkin/desk/_unknown.html", event_id)


@desk.get("/door/people")
@requires(Role.COORDINATOR)
def people(event_id: str) -> str:
    return people_page(event_id)


def door_page(event_id: str, **context: object) -> str:
    return _page("checkin/desk/door.html", event_id, **context)


def people_page(event_id: str, **context: object) -> str:
    return _page("checkin/desk/people.html", event_id, **context)


def _page(template: str, event_id: str, **context: object) -> str:
    view = view_of(event_id)
    about = {"form": {}, "errors": {}, "of": "", "done": DONE.get(request.args.get("done", ""))} | context
    return render_template(template, view=view, event=view.event, now=view.now, **about)
