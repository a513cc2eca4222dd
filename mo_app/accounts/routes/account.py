"""One's own account: name and language, passkeys, and where one is signed in."""

from typing import Any

from flask import Response, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from mo_app.accounts.forms import read_profile
from mo_app.accounts.models import Purpose
from mo_app.accounts.operations.passkeys import add_passkey, remove_passkey, rename_passkey
from mo_app.accounts.operations.people import edit_own_profile
from mo_app.accounts.operations.sign_ins import end_other_sign_ins, end_sign_in
from mo_app.accounts.queries import own_account, own_passkey, passkeys_of, sign_ins_of
from mo_app.accounts.wording import DONE
from mo_app.kernel.errors import Invalid
from mo_app.web.database import db, manages_transactions, writing
from mo_app.web.guards import current_actor, requires
from mo_app.web.i18n import current_language

from .blueprints import accounts
from .ceremony import answered, pose_creation, present, relying_party, this_device


@accounts.get("/account")
@requires()
def account() -> str:
    return _page()


@accounts.post("/account")
@requires()
def save_account() -> AnyResponse | tuple[str, int]:
    try:
        profile = read_profile(request.form)
    except Invalid as error:
        return _page(form=request.form, errors=error.fields), error.status
    edit_own_profile(
        session=db.session(), actor=current_actor(), name=profile.name, language=profile.language
    )
    return _back("saved", language=profile.language)


@accounts.post("/account/passkeys/options")
@requires()
def add_passkey_options() -> Response:
    person = own_account(session=db.session(), actor=current_actor())
    return pose_creation(
        purpose=Purpose.ADD,
        person_id=person.id,
        name=person.name,
        language=person.language,
        known=person.passkeys,
    )


@accounts.post("/account/passkeys")
@manages_transactions
@requires()
def add_passkey_here() -> Response:
    credential, challenge = answered(Purpose.ADD)
    with writing() as session:
        add_passkey(
            session=session,
            actor=current_actor(),
            rp=relying_party(),
            credential=credential,
            challenge=challenge,
            device=this_device(),
            now=present(),
        )
    return jsonify(location=url_for("accounts.account", done="passkey-added"))


@accounts.get("/account/passkeys/<passkey>")
@requires()
def passkey(passkey: str) -> str:
    return _passkey_page(passkey)


@accounts.post("/account/passkeys/<passkey>")
@requires()
def rename(passkey: str) -> AnyResponse | tuple[str, int]:
    try:
        rename_passkey(
            session=db.session(),
            actor=current_actor(),
            passkey_id=passkey,
            name=request.form.get("name", ""),
        )
    except Invalid as error:
        return _passkey_page(passkey, form=request.form, errors=error.fields), error.status
    return _back("passkey-renamed")


@accounts.post("/account/passkeys/<passkey>/removal")
@requires()
def remove(passkey: str) -> AnyResponse:
    remove_passkey(
        session=db.session(),
        actor=current_actor(),
        passkey_id=passkey,
        even_the_last="even_the_last" in request.form,
        now=present(),
    )
    return _back("passkey-removed")


@accounts.post("/account/sign-ins/<sign_in>/end")
@requires()
def end(sign_in: str) -> AnyResponse:
    end_sign_in(session=db.session(), actor=current_actor(), sign_in_id=sign_in)
    return _back("signed-out-there")


@accounts.post("/account/sign-ins/others/end")
@requires()
def end_others() -> AnyResponse:
    end_other_sign_ins(session=db.session(), actor=current_actor())
    return _back("signed-out-elsewhere")


def _page(**context: Any) -> str:
    actor = current_actor()
    return render_template(
        "accounts/account.html",
        person=own_account(session=db.session(), actor=actor),
        passkeys=passkeys_of(session=db.session(), person_id=actor.person_id),
        sign_ins=sign_ins_of(session=db.session(), person_id=actor.person_id, now=present()),
        here=actor.sign_in_id,
        done=DONE.get(request.args.get("done", "")),
        **context,
    )


def _passkey_page(passkey_id: str, **context: Any) -> str:
    actor = current_actor()
    return render_template(
        "accounts/passkey.html",
        passkey=own_passkey(session=db.session(), actor=actor, passkey_id=passkey_id),
        is_last=len(passkeys_of(session=db.session(), person_id=actor.person_id)) == 1,
        **context,
    )


def _back(done: str, language: str | None = None) -> AnyResponse:
    return redirect(url_for("accounts.account", language=language or current_language(), done=done), 303)
