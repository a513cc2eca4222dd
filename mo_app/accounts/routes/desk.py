"""The coordinators' desk: people, and letting one of them back in."""

from collections.abc import Mapping
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mo_app.accounts.forms import read_person
from mo_app.accounts.operations.people import edit_person
from mo_app.accounts.operations.recovery import start_recovery
from mo_app.accounts.queries import (
    get_person,
    log_of,
    open_recovery,
    organisation_choices,
    passkeys_of,
    people_found,
)
from mo_app.accounts.tickets import code_of, spaced
from mo_app.accounts.wording import DEEDS, DONE, ROLES
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import DomainError, Invalid
from mo_app.kernel.i18n import Message
from mo_app.web.database import db
from mo_app.web.guards import current_actor, requires

from .blueprints import accounts
from .ceremony import present
from .links import link, qr_svg


@accounts.get("/desk/people")
@requires(Role.COORDINATOR)
def desk_people() -> str:
    sought = request.args.get("name", "")
    organisation = request.args.get("organisation", "")
    return render_template(
        "accounts/desk_people.html",
        people=people_found(session=db.session(), name=sought, organisation_id=organisation or None),
        organisations=organisation_choices(session=db.session()),
        sought=sought,
        organisation=organisation,
        roles=ROLES,
    )


@accounts.get("/desk/people/<person>")
@requires(Role.COORDINATOR)
def desk_person(person: str) -> str:
    return _page(person)


@accounts.post("/desk/people/<person>")
@requires(Role.COORDINATOR)
def save_person(person: str) -> Response | tuple[str, int]:
    try:
        edit = read_person(request.form)
        edit_person(
            session=db.session(),
            actor=current_actor(),
            person_id=person,
            name=edit.name,
            role=edit.role,
            organisation_id=edit.organisation_id,
            now=present(),
        )
    except DomainError as error:
        fields = error.fields if isinstance(error, Invalid) else {"role": error.message}
        return _page(person, form=request.form, errors=fields), error.status
    return redirect(url_for("accounts.desk_person", person=person, done="saved"), 303)


@accounts.post("/desk/people/<person>/recovery")
@requires(Role.COORDINATOR)
def begin_recovery(person: str) -> Response:
    _, secret = start_recovery(session=db.session(), actor=current_actor(), person_id=person, now=present())
    return redirect(url_for("accounts.show_recovery", person=person, secret=secret), 303)


@accounts.get("/desk/people/<person>/recovery/<secret>")
@requires(Role.COORDINATOR)
def show_recovery(person: str, secret: str) -> str:
    recovery = open_recovery(session=db.session(), key=secret, now=present())
    url = link("recovery_link", key=secret)
    return render_template(
        "accounts/desk_recovery.html",
        recovery=recovery,
        url=url,
        svg=qr_svg(url),
        code=spaced(code_of(secret)),
    )


def _page(person_id: str, form: Any = None, errors: Mapping[str, Message] | None = None) -> str:
    return render_template(
        "accounts/desk_person.html",
        person=get_person(session=db.session(), person_id=person_id),
        passkeys=passkeys_of(session=db.session(), person_id=person_id),
        log=log_of(session=db.session(), person_id=person_id),
        organisations=organisation_choices(session=db.session()),
        roles=ROLES,
        deeds=DEEDS,
        form=form,
        errors=errors or {},
        done=DONE.get(request.args.get("done", "")),
    )
