"""Commands for the operator: ``flask --app app database …``."""

from flask import Flask

from .migrations import database


def register(app: Flask) -> None:
    app.cli.add_command(database)
