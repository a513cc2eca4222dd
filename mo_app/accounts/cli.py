"""``flask --app app invite``: how the first coordinator comes in."""

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from mo_app.kernel.actor import PEOPLES_ROLES, Role
from mo_app.kernel.i18n import Message
from mo_app.web.database import writing

from .forms import INVITATION_LASTS
from .models.person import NAME_LENGTH
from .names import tidy_name
from .operations.invitations import invite_as_operator
from .routes.links import link
from .tickets import code_of, spaced


def register(app: Flask) -> None:
    app.cli.add_command(invite)


@click.command()
@click.option(
    "--role",
    type=click.Choice([role.value for role in PEOPLES_ROLES]),
    default=Role.COORDINATOR.value,
    show_default=True,
)
@click.option("--name", help="Who is meant; she can still change it.")
@with_appcontext
def invite(role: str, name: str | None) -> None:
    """Invite one person; prints a link and a code, good for 14 days."""
    tidied = tidy_name(name, at_most=NAME_LENGTH) if name else None
    if isinstance(tidied, Message):
        raise click.BadParameter(tidied.text % tidied.params, param_hint="--name")
    now = current_app.extensions["clock"].now()
    with writing() as session:
        _, secret = invite_as_operator(
            session=session, role=Role(role), name=tidied, expires_at=now + INVITATION_LASTS, now=now
        )
    click.echo(link("invitation_link", key=secret))
    click.echo(f"{link('join_link')} with the code {spaced(code_of(secret))}")
