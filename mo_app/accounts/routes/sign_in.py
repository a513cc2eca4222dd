"""Signing in with a passkey, and out."""

from flask import Response, g, jsonify, redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from mo_app.accounts.ceremonies import request_options
from mo_app.accounts.models import Purpose
from mo_app.accounts.operations.challenges import pose_challenge
from mo_app.accounts.operations.passkeys import use_passkey
from mo_app.accounts.operations.sign_ins import end_sign_in
from mo_app.accounts.session import forget_token
from mo_app.web.database import db, manages_transactions, writing
from mo_app.web.guards import current_actor, requires
from mo_app.web.i18n import current_language

from .blueprints import accounts, signing_in
from .ceremony import answered, present, relying_party, sign_in_here


@signing_in.get("/account/sign-in")
def sign_in() -> str:
    return render_template("accounts/sign_in.html")


@signing_in.post("/account/sign-in/options")
def sign_in_options() -> Response:
    challenge = pose_challenge(session=db.session(), purpose=Purpose.SIGN_IN, now=present())
    return jsonify(request_options(rp=relying_party(), challenge=challenge))


@signing_in.post("/account/sign-in")
@manages_transactions
def sign_in_with_passkey() -> Response:
    credential, challenge = answered(Purpose.SIGN_IN)
    with writing() as session:
        passkey = use_passkey(
            session=session, rp=relying_party(), credential=credential, challenge=challenge, now=present()
        )
        return jsonify(location=sign_in_here(passkey.person, passkey))


@accounts.get("/account/welcome")
@requires()
def arrived() -> str:
    return render_template("accounts/arrived.html", person=current_actor().person_id)


@accounts.post("/account/sign-out")
def sign_out() -> AnyResponse:
    if g.actor:
        end_sign_in(session=db.session(), actor=g.actor, sign_in_id=g.actor.sign_in_id)
    forget_token()
    return redirect(f"/{current_language()}/", 303)
