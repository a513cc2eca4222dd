"""A demo to try the app on: the programme of made-up organisations, laid around today."""

from flask import Flask

from .cli import demo


def register(app: Flask) -> None:
    app.cli.add_command(demo)
