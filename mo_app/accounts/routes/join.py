"""Joining: by link, by QR code, by a typed code."""

from flask import Response, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from mo_app.accounts.errors import InvitationUnknown
from mo_app.accounts.forms import read_profile
from mo_app.accounts.models import Purpose
from mo_app.accounts.operations.invitations import accept_invitation
from mo_app.accounts.queries import is_recovery_code, open_invitation
from mo_app.accounts.tickets import read_code
from mo_app.kernel.errors import DomainError
from mo_app.kernel.ids import new_id
from mo_app.web.database import db, manages_transactions, writing

from .blueprints import ways_in
from .ceremony import answered, json_object, pose_creation, present, relying_party, sign_in_here, this_device


@ways_in.get("/join")
def join() -> str:
    return render_template("accounts/join_by_code.html")


@ways_in.post("/join")
def join_by_code() -> AnyResponse | tuple[str, int]:
    typed = request.form.get("code", "")
    try:
        code = read_code(typed)
        if code is None:
            raise InvitationUnknown
        if is_recovery_code(session=db.session(), code=code):
            return redirect(url_for("ways_in.recover", key=code), 303)
        open_invitation(session=db.session(), key=code, now=present())
    except DomainError as error:
        return render_template("accounts/join_by_code.html", typed=typed, error=error.message), error.status
    return redirect(url_for("ways_in.accept", key=code), 303)


@ways_in.get("/join/<key>")
def accept(key: str) -> str:
    invitation = open_invitation(session=db.session(), key=key, now=present())
    return render_template("accounts/join.html", invitation=invitation, key=key)


@ways_in.post("/join/<key>/options")
def accept_options(key: str) -> Response:
    invitation = open_invitation(session=db.session(), key=key, now=present())
    profile = read_profile(json_object())
    return pose_creation(
        purpose=Purpose.JOIN,
        person_id=new_id(),
        name=profile.name,
        language=profile.language,
        ticket_id=invitation.id,
        known=[],
    )


@ways_in.post("/join/<key>/passkey")
@manages_transactions
def accept_with_passkey(key: str) -> Response:
    credential, challenge = answered(Purpose.JOIN)
    with writing() as session:
        passkey = accept_invitation(
            session=session,
            rp=relying_party(),
            credential=credential,
            challenge=challenge,
            device=this_device(),
            now=present(),
        )
        return jsonify(location=sign_in_here(passkey.person, passkey))
