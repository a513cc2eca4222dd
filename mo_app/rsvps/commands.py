"""Commands for the operator: ``flask --app app rsvps …``."""

import click
from flask import current_app
from flask.cli import AppGroup

from mo_app.web.database import begin_write, db

from .operations import forget_needs

rsvps = AppGroup("rsvps", help="Who said they come.")


@rsvps.command("forget-needs")
def forget_needs_command() -> None:
    """Delete needs for events that ended a week ago; happens daily by itself, too."""
    begin_write()
    forgotten = forget_needs(session=db.session(), now=current_app.extensions["clock"].now())
    db.session.commit()
    click.echo(f"Needs of {forgotten} RSVPs deleted.")
