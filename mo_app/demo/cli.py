"""``flask --app app demo start``: what ``bin/run`` does before the server starts."""

import click
from flask import current_app
from flask.cli import AppGroup

from mo_app.accounts.queries import demo_person
from mo_app.settings import Settings
from mo_app.web.database import begin_write, db
from mo_app.web.migrations import upgrade

from .load import is_empty, load

ROLES = ("volunteer", "contact", "coordinator", "reviewer")

demo = AppGroup("demo", help="The demo: made-up people around today's date.")


@demo.command("load")
def load_command() -> None:
    """Fill the database with the demo where it is empty; leave it alone otherwise."""
    begin_write()
    if is_empty(session=db.session()):
        load(session=db.session(), now=current_app.extensions["clock"].now())
    db.session.commit()


@demo.command("start")
@click.pass_context
def start_command(context: click.Context) -> None:
    """Upgrade the database, load the demo, and print where to go."""
    upgrade()
    context.invoke(load_command)
    settings: Settings = current_app.extensions["settings"]
    click.echo(settings.origin)
    for role in ROLES if settings.demo_secret else ():
        if demo_person(session=db.session(), role=role):
            click.echo(f"{role:<12} {settings.origin}/demo/{role}/{settings.demo_secret}")
