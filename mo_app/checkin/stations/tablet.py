"""What happens at the tablet itself: it becomes a station, it is taken back. All this a station may open."""

from flask import Blueprint, Response, g, jsonify, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from mo_app.accounts.ceremonies import request_options
from mo_app.accounts.models import Purpose
from mo_app.accounts.operations.challenges import pose_challenge
from mo_app.accounts.operations.passkeys import use_passkey
from mo_app.accounts.routes.ceremony import answered, present, relying_party, sign_in_here
from mo_app.accounts.session import forget_token
from mo_app.kernel.actor import Role
from mo_app.web.database import db, manages_transactions, writing
from mo_app.web.guards import current_actor, requires
from mo_app.web.i18n import current_language
from mo_app.web.limits import limiter, was_refused

from .operations import leave_station, let_go

tablet = Blueprint("checkin_station", __name__, url_prefix="/<language:language>/checkin")

# As for sign-ins, and counted with them: what opens the tablet is a passkey.
limiter.shared_limit("30 per 10 minutes", scope="refused sign-ins", deduct_when=was_refused)(tablet)
limiter.shared_limit("300 per minute", scope=tablet.name, methods=["POST"])(tablet)


@tablet.get("/here")
@requires(Role.STATION)
def arrived() -> str:
    """Where becoming a station ends: nothing of who made it stays on the device."""
    return render_template("checkin/made.html", station=current_actor().person_id)


@tablet.get("/<event_id>")
@requires(Role.STATION, Role.COORDINATOR)
def of_event(event_id: str) -> AnyResponse:
    """A station has but one event; on her own device a coordinator can but enter from paper."""
    if current_actor().is_station:
        return redirect(url_for("checkin.page"))
    return redirect(url_for("checkin.page", event=event_id, paper=1))


@tablet.get("/leave")
@requires(Role.STATION)
def leave() -> str:
    return render_template("checkin/leave.html")


@tablet.post("/leave/options")
@requires(Role.STATION)
def leave_options() -> Response:
    challenge = pose_challenge(session=db.session(), purpose=Purpose.LEAVE_STATION, now=present())
    return jsonify(request_options(rp=relying_party(), challenge=challenge))


@tablet.post("/leave")
@manages_transactions
@requires(Role.STATION)
def leave_with_passkey() -> Response:
    actor = current_actor()
    credential, challenge = answered(Purpose.LEAVE_STATION)
    with writing() as session:
        passkey = use_passkey(
            session=session, rp=relying_party(), credential=credential, challenge=challenge, now=present()
        )
        leave_station(session=session, actor=actor, now=present(), coordinator=passkey.person)
        return jsonify(location=sign_in_here(passkey.person, passkey))


@tablet.post("/free")
def free() -> AnyResponse:
    """After its end the tablet is anybody's. Idempotent: without a connection it is said later."""
    if g.actor and g.actor.is_station:
        let_go(session=db.session(), actor=g.actor, now=present())
        forget_token()
    return redirect(f"/{current_language()}/", 303)
