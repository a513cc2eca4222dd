"""Commands for the operator: ``flask --app app checkin …``."""

import click
from flask import current_app
from flask.cli import AppGroup

from mo_app.settings import Settings
from mo_app.web.database import begin_write, db

from .operations import forget_names

checkin = AppGroup("checkin", help="Who came.")


@checkin.command("forget-names")
def forget_names_command() -> None:
    """Remove the names of who came to events long ago; happens daily by itself, too."""
    settings: Settings = current_app.extensions["settings"]
    begin_write()
    now = current_app.extensions["clock"].now()
    events = forget_names(session=db.session(), now=now, months=settings.names_kept_months)
    db.session.commit()
    click.echo(f"Names of {events} events removed.")
