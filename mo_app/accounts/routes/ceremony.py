"""What the routes of all four ceremonies share."""

from datetime import datetime
from typing import Any

from flask import Response, current_app, g, jsonify, request, url_for

from mo_app.accounts.ceremonies import Credential, RelyingParty, challenge_in, creation_options
from mo_app.accounts.devices import device_label
from mo_app.accounts.errors import PasskeyInvalid
from mo_app.accounts.models import Challenge, Passkey, Person, Purpose
from mo_app.accounts.operations.challenges import pose_challenge, take_challenge
from mo_app.accounts.operations.sign_ins import start_sign_in
from mo_app.accounts.session import keep_token
from mo_app.settings import Settings
from mo_app.web.database import db, writing


def present() -> datetime:
    now: datetime = current_app.extensions["clock"].now()
    return now


def relying_party() -> RelyingParty:
    settings: Settings = current_app.extensions["settings"]
    return RelyingParty(settings.relying_party_id, settings.host_name, settings.origin)


def this_device() -> str:
    return device_label(request.user_agent.string)


def json_object() -> dict[str, Any]:
    """Raises PasskeyInvalid where the body is no JSON object."""
    try:
        body = request.get_json(silent=True)
    except RecursionError as error:  # brackets in brackets in brackets
        raise PasskeyInvalid from error
    if not isinstance(body, dict) or b"\\u0000" in request.get_data():
        raise PasskeyInvalid
    return body


def pose_creation(
    *,
    purpose: Purpose,
    person_id: str,
    name: str,
    language: str,
    known: list[Passkey],
    ticket_id: str | None = None,
) -> Response:
    """Options for a new passkey."""
    challenge = pose_challenge(
        session=db.session(),
        purpose=purpose,
        person_id=person_id,
        ticket_id=ticket_id,
        name=name,
        language=language,
        now=present(),
    )
    return jsonify(
        creation_options(
            rp=relying_party(), challenge=challenge, user_handle=person_id.encode(), name=name, known=known
        )
    )


def answered(purpose: Purpose) -> tuple[Credential, Challenge]:
    """The credential sent, and the challenge that it claims to answer, which is used up whatever comes of it.

    In a transaction of its own, so for views that manage theirs.
    """
    credential = json_object()
    value = challenge_in(credential, rp=relying_party())
    with writing() as session:
        return credential, take_challenge(session=session, value=value, purpose=purpose, now=present())


def sign_in_here(person: Person, passkey: Passkey | None = None) -> str:
    """From now on this browser is the person's, by a token it never had. Returns where she goes on."""
    token = start_sign_in(
        session=db.session(),
        person_id=person.id,
        device=this_device(),
        now=present(),
        passkey_id=passkey.id if passkey else None,
        replaces=g.actor.sign_in_id if g.actor else None,
    )
    keep_token(token)
    return url_for("accounts.arrived", language=person.language)
