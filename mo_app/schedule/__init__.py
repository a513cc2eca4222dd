"""Events in time: meetings, workshops, series; calendars in and out."""

from flask import Flask

from . import cli


def register(app: Flask) -> None:
    app.cli.add_command(cli.calendar)
