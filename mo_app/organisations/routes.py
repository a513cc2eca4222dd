"""The coordinators' desk: organisations and their people."""

from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mo_app.accounts.wording import DONE, ROLES
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import Invalid
from mo_app.web.database import db
from mo_app.web.guards import current_actor, requires

from .forms import read_name
from .operations import add_organisation, rename_organisation
from .queries import get_organisation, organisations_counted

organisations = Blueprint("organisations", __name__, url_prefix="/<language:language>/desk/organisations")


@organisations.get("")
@requires(Role.COORDINATOR)
def desk_organisations() -> str:
    return _list()


@organisations.post("")
@requires(Role.COORDINATOR)
def add() -> Response | tuple[str, int]:
    now = current_app.extensions["clock"].now()
    try:
        add_organisation(session=db.session(), actor=current_actor(), name=read_name(request.form), now=now)
    except Invalid as error:
        return _list(form=request.form, errors=error.fields), error.status
    return redirect(url_for("organisations.desk_organisations", done="added"), 303)


@organisations.get("/<organisation>")
@requires(Role.COORDINATOR)
def desk_organisation(organisation: str) -> str:
    return _one(organisation)


@organisations.post("/<organisation>")
@requires(Role.COORDINATOR)
def rename(organisation: str) -> Response | tuple[str, int]:
    try:
        rename_organisation(
            session=db.session(),
            actor=current_actor(),
            organisation_id=organisation,
            name=read_name(request.form),
        )
    except Invalid as error:
        return _one(organisation, form=request.form, errors=error.fields), error.status
    return redirect(url_for("organisations.desk_organisation", organisation=organisation, done="saved"), 303)


def _list(**context: Any) -> str:
    return render_template(
        "organisations/desk_organisations.html",
        organisations=organisations_counted(session=db.session()),
        **_shared(context),
    )


def _one(organisation_id: str, **context: Any) -> str:
    return render_template(
        "organisations/desk_organisation.html",
        organisation=get_organisation(session=db.session(), organisation_id=organisation_id),
        roles=ROLES,
        **_shared(context),
    )


def _shared(context: dict[str, Any]) -> dict[str, Any]:
    return {"errors": {}, "done": DONE.get(request.args.get("done", "")), **context}
