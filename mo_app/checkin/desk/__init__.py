"""The door at the coordinators' desk: before the event, after it, on paper, and its figures."""

from flask import Flask

from . import sheet
from .blueprint import desk

__all__ = ["register", "sheet"]


def register(app: Flask) -> None:
    app.register_blueprint(desk)
