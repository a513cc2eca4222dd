"""``flask --app app demo run``: what ``bin/run`` does."""

from collections.abc import Iterator

import click
from flask import current_app
from flask.cli import AppGroup

from mo_app.accounts.queries import demo_person
from mo_app.settings import Settings
from mo_app.web.database import begin_write, db
from mo_app.web.migrations import upgrade

from .load import is_empty, load
from .serve import Server

ROLES = ("volunteer", "contact", "coordinator", "reviewer")

demo = AppGroup("demo", help="The demo: made-up people around today's date.")


@demo.command("load")
def load_command() -> None:
    """Fill the database with the demo where it is empty; leave it alone otherwise."""
    prepare()
    click.echo("\n".join(welcome()))


@demo.command("run")
def run_command() -> None:
    """Bring the database up to the code, load the demo where it is empty, and serve until Ctrl-C."""
    prepare()
    lines = "\n".join(welcome())
    db.session.remove()
    db.engine.dispose()  # no connection may be shared with the processes that gunicorn forks
    Server(current_app._get_current_object(), ready=lambda: click.echo(lines)).run()  # type: ignore[attr-defined] # noqa: SLF001


def prepare() -> None:
    upgrade()
    begin_write()
    if is_empty(session=db.session()):
        load(session=db.session(), now=current_app.extensions["clock"].now())
    db.session.commit()


def welcome() -> Iterator[str]:
    """The address, and a sign-in link for each role that has somebody in the demo."""
    settings: Settings = current_app.extensions["settings"]
    yield settings.origin
    for role in ROLES if settings.demo_secret and not settings.secure else ():
        if demo_person(session=db.session(), role=role):
            yield f"{role:<12} {settings.origin}/demo/{role}/{settings.demo_secret}"
