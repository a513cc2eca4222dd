"""The coordinators' desk: where each of its screens is."""

from flask import Blueprint, render_template

from mo_app.kernel.actor import Role
from mo_app.web.guards import requires

blueprint = Blueprint("desk", __name__)


@blueprint.get("/<language:language>/desk")
@requires(Role.COORDINATOR)
def show() -> str:
    return render_template("start/desk.html")
