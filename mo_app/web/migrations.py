"""``flask --app app database …``: bring the database up to the code, and write the next migration."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from alembic import command
from alembic.config import Config
from flask.cli import AppGroup

from .database import db

MIGRATIONS = Path(__file__).parents[2] / "migrations"

database = AppGroup("database", help="The database and its migrations.")


@database.command("upgrade")
@click.argument("revision", default="head")
def upgrade_command(revision: str) -> None:
    """Bring the database up to the code. Harmless where it already is."""
    upgrade(revision)


@database.command("revision")
@click.argument("message")
def revision_command(message: str) -> None:
    """Write a migration for what changed in the models: a draft, to be read before it is committed."""
    with alembic() as config:
        command.revision(config, message, autogenerate=True)


def upgrade(revision: str = "head") -> None:
    """One transaction that holds the write lock: of two that upgrade at once, the second finds it done."""
    with alembic() as config:
        command.upgrade(config, revision)


@contextmanager
def alembic() -> Iterator[Config]:
    """Alembic's configuration with a connection in a transaction, committed at the end."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    with db.engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        driver = connection.connection.driver_connection
        if sqlite and driver:  # tables that are rebuilt must not take along what refers to them
            driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.execution_options(mo_write=True).begin():
                config.attributes["connection"] = connection
                yield config
        finally:
            if sqlite and driver:
                driver.execute("PRAGMA foreign_keys = ON")
