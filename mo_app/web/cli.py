"""Commands for the operator: ``flask --app app database …``."""

from flask import Flask
from flask.cli import AppGroup

database = AppGroup("database", help="The database and its migrations.")


def register(app: Flask) -> None:
    app.cli.add_command(database)
