"""The coordinators' desk: the tablets of an event. Ordinary pages, never kept on a device."""

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mo_app.accounts.devices import device_label
from mo_app.accounts.operations.sign_ins import end_sign_in
from mo_app.accounts.session import keep_token
from mo_app.checkin.models.station import Station
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import NotFound
from mo_app.schedule import queries as schedule
from mo_app.schedule.doing import doing, now
from mo_app.schedule.models import Event
from mo_app.web.database import db
from mo_app.web.guards import requires
from mo_app.web.layout import page_url

from . import operations
from .queries import Listed, stations_listed
from .today import at_the_door

desk = Blueprint("stations_desk", __name__, url_prefix="/<language:language>/desk")


@desk.get("/events/<event_id>/stations")
@requires(Role.COORDINATOR)
def stations(event_id: str) -> str:
    """What the page of the door fetches again and again, as a fragment."""
    return render_template("checkin/_stations.html", event=_event(event_id))


@desk.post("/events/<event_id>/station")
@requires(Role.COORDINATOR)
def make(event_id: str) -> Response:
    """From now on this very browser is the station; who made it is signed in here no longer."""
    device = device_label(request.user_agent.string)
    made = operations.make_station(**doing(), event_id=event_id, device=device)
    by = doing()
    end_sign_in(session=by["session"], actor=by["actor"], sign_in_id=by["actor"].sign_in_id)
    keep_token(made.token)
    return redirect(url_for("checkin_station.arrived"), 303)


@desk.post("/stations/<station_id>/end")
@requires(Role.COORDINATOR)
def end(station_id: str) -> Response:
    operations.end_station(**doing(), station_id=station_id)
    return _back(station_id)


@desk.post("/stations/<station_id>/revocation")
@requires(Role.COORDINATOR)
def revoke(station_id: str) -> Response:
    operations.revoke_station(**doing(), station_id=station_id)
    return _back(station_id)


@desk.post("/stations/<station_id>/delivery")
@requires(Role.COORDINATOR)
def let_deliver(station_id: str) -> Response:
    operations.let_deliver(**doing(), station_id=station_id)
    return _back(station_id)


def stations_of(event: Event) -> list[Listed]:
    """For the partial, wherever it stands."""
    return stations_listed(db.session(), event.id, now())


def events_at_the_door() -> Sequence[Event]:
    return at_the_door(db.session(), now())


def _back(station_id: str) -> Response:
    station = db.session.get_one(Station, station_id)
    return redirect(page_url(f"/desk/events/{station.event_id}/door"), 303)


def _event(event_id: str) -> Event:
    event = schedule.event(db.session(), event_id)
    if event is None:
        raise NotFound
    return event
