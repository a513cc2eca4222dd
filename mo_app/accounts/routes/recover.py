"""A new passkey with a coordinator's help."""

from flask import Response, jsonify, render_template

from mo_app.accounts.models import Purpose
from mo_app.accounts.operations.recovery import recover as recover_person
from mo_app.accounts.queries import open_recovery
from mo_app.web.database import db, manages_transactions, writing

from .blueprints import ways_in
from .ceremony import answered, pose_creation, present, relying_party, sign_in_here, this_device


@ways_in.get("/recover/<key>")
def recover(key: str) -> str:
    recovery = open_recovery(session=db.session(), key=key, now=present())
    return render_template("accounts/recover.html", person=recovery.person, key=key)


@ways_in.post("/recover/<key>/options")
def recover_options(key: str) -> Response:
    recovery = open_recovery(session=db.session(), key=key, now=present())
    person = recovery.person
    return pose_creation(
        purpose=Purpose.RECOVER,
        person_id=person.id,
        name=person.name,
        language=person.language,
        ticket_id=recovery.id,
        known=person.passkeys,
    )


@ways_in.post("/recover/<key>/passkey")
@manages_transactions
def recover_with_passkey(key: str) -> Response:
    credential, challenge = answered(Purpose.RECOVER)
    with writing() as session:
        passkey = recover_person(
            session=session,
            rp=relying_party(),
            credential=credential,
            challenge=challenge,
            device=this_device(),
            now=present(),
        )
        return jsonify(location=sign_in_here(passkey.person, passkey))
