"""People and their ways in: passkeys, sign-ins, invitations, recovery, roles."""

from flask import Flask

from mo_app import sync
from mo_app.settings import Settings

from . import cli, routes, session
from .documents import person_part
from .wording import choices


def register(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    app.jinja_env.globals["origin"] = settings.origin
    app.jinja_env.filters["choices"] = choices
    session.register(app)
    routes.register(app)
    cli.register(app)
    sync.register_part(app, document="mine", name="person", value=person_part)
