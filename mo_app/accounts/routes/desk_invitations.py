"""The coordinators' desk: invitations for one person, and posters for many."""

from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mo_app.accounts.forms import (
    INVITATION_LASTS,
    POSTER_LASTS,
    InvitationEdit,
    default_until,
    read_invitation,
    read_poster,
)
from mo_app.accounts.operations.invitations import invite, revoke_invitation
from mo_app.accounts.queries import invitations_made, open_invitation, organisation_choices
from mo_app.accounts.tickets import code_of, spaced
from mo_app.accounts.wording import DONE, ROLES
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import Invalid, NotFound
from mo_app.web.database import db
from mo_app.web.guards import current_actor, requires

from .blueprints import accounts
from .ceremony import present
from .links import link, qr_svg


@accounts.get("/desk/invitations")
@requires(Role.COORDINATOR)
def desk_invitations() -> str:
    return render_template(
        "accounts/desk_invitations.html",
        invitations=invitations_made(session=db.session()),
        now=present(),
        roles=ROLES,
        done=DONE.get(request.args.get("done", "")),
    )


@accounts.get("/desk/invitations/people/new")
@requires(Role.COORDINATOR)
def new_invitation() -> str:
    return _form("accounts/desk_invite_person.html")


@accounts.post("/desk/invitations/people/new")
@requires(Role.COORDINATOR)
def invite_person() -> Response | tuple[str, int]:
    try:
        return _invite(read_invitation(request.form, now=present()))
    except Invalid as error:
        return _form("accounts/desk_invite_person.html", errors=error.fields), error.status


@accounts.get("/desk/invitations/posters/new")
@requires(Role.COORDINATOR)
def new_poster() -> str:
    return _form("accounts/desk_invite_poster.html")


@accounts.post("/desk/invitations/posters/new")
@requires(Role.COORDINATOR)
def make_poster() -> Response | tuple[str, int]:
    try:
        return _invite(read_poster(request.form, now=present()))
    except Invalid as error:
        return _form("accounts/desk_invite_poster.html", errors=error.fields), error.status


@accounts.get("/desk/invitations/<secret>")
@requires(Role.COORDINATOR)
def desk_invitation(secret: str) -> str:
    return _shown("accounts/desk_invitation.html", secret)


@accounts.get("/desk/invitations/<secret>/poster")
@requires(Role.COORDINATOR)
def poster(secret: str) -> str:
    if not open_invitation(session=db.session(), key=secret, now=present()).is_poster:
        raise NotFound
    return _shown("accounts/poster.html", secret)


@accounts.post("/desk/invitations/<invitation>/revocation")
@requires(Role.COORDINATOR)
def revoke(invitation: str) -> Response:
    revoke_invitation(session=db.session(), actor=current_actor(), invitation_id=invitation, now=present())
    return redirect(url_for("accounts.desk_invitations", done="revoked"), 303)


def _invite(edit: InvitationEdit) -> Response:
    _, secret = invite(
        session=db.session(),
        actor=current_actor(),
        role=edit.role,
        organisation_id=edit.organisation_id,
        name=edit.name,
        uses=edit.uses,
        expires_at=edit.expires_at,
        now=present(),
    )
    return redirect(url_for("accounts.desk_invitation", secret=secret), 303)


def _form(template: str, **context: Any) -> str:
    lasts = POSTER_LASTS if "poster" in template else INVITATION_LASTS
    return render_template(
        template,
        organisations=organisation_choices(session=db.session()),
        roles=ROLES,
        until=default_until(present(), lasts).isoformat(),
        form=request.form or request.args,
        **{"errors": {}, **context},
    )


def _shown(template: str, secret: str) -> str:
    url = link("invitation_link", key=secret)
    return render_template(
        template,
        invitation=open_invitation(session=db.session(), key=secret, now=present()),
        secret=secret,
        url=url,
        join_url=link("join_link"),
        svg=qr_svg(url),
        code=spaced(code_of(secret)),
        roles=ROLES,
    )
