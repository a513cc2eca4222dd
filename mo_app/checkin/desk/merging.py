"""Walk-ins at the desk: who they are, taking back what was recorded, and inviting them."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mo_app.checkin.errors import CountsAlready
from mo_app.checkin.merging.joining import invite_walk_in
from mo_app.checkin.merging.operations import merge_walk_in, take_back
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import Invalid, NotFound
from mo_app.schedule.doing import doing
from mo_app.web.guards import requires

from .blueprint import desk
from .closing import typed_why
from .door import door_page, people_page, view_of

Answer = Response | tuple[str, int]


@desk.get("/door/walk-ins/<walk_in>")
@requires(Role.COORDINATOR)
def walk_in(event_id: str, walk_in: str) -> str:
    return walk_in_page(event_id, walk_in)


@desk.post("/door/merges")
@requires(Role.COORDINATOR)
def merge(event_id: str) -> Answer:
    walk_in, into = request.form.get("walk_in", ""), request.form.get("into", "")
    try:
        merge_walk_in(**doing(), event_id=event_id, walk_in=walk_in, into=into, why=typed_why())
    except Invalid as error:
        return _again(event_id, walk_in, error)
    except CountsAlready as error:
        return door_page(event_id, refused=error.message), error.status
    return redirect(url_for(".door", event_id=event_id, done="merged"), 303)


@desk.post("/door/undos")
@requires(Role.COORDINATOR)
def undo(event_id: str) -> Answer:
    of = request.form.get("of", "")
    try:
        take_back(**doing(), event_id=event_id, of=of, why=typed_why())
    except Invalid as error:
        return _again(event_id, of, error)
    page = ".people" if request.form.get("page") == "people" else ".door"
    return redirect(url_for(page, event_id=event_id, done="taken-back"), 303)


@desk.post("/door/walk-ins/<walk_in>/invitation")
@requires(Role.COORDINATOR)
def invite(event_id: str, walk_in: str) -> Response:
    secret = invite_walk_in(**doing(), event_id=event_id, walk_in_id=walk_in)
    return redirect(url_for("accounts.desk_invitation", secret=secret), 303)


def walk_in_page(event_id: str, walk_in: str, **context: object) -> str:
    view = view_of(event_id)
    shown = next((each for each in view.walk_ins if each.subject == f"w:{walk_in}"), None)
    if shown is None:
        raise NotFound
    about = {"form": {}, "errors": {}} | context
    return render_template("checkin/desk/walk_in.html", view=view, event=view.event, walk_in=shown, **about)


def _again(event_id: str, record: str, error: Invalid) -> tuple[str, int]:
    """The page that the form stands on, with what was typed and what is wrong with it."""
    about = {"form": request.form, "errors": error.fields}
    match request.form.get("page"):
        case "walk-in":
            return walk_in_page(event_id, record, **about), error.status
        case "people":
            return people_page(event_id, of=record, **about), error.status
    return door_page(event_id, of=record, **about), error.status
