"""The door at the coordinators' desk: before the event, after it, on paper, and its figures."""

from flask import Flask

from . import closing, door, exports, merging, sheet
from .blueprint import desk

__all__ = ["closing", "door", "exports", "merging", "register", "sheet"]


def register(app: Flask) -> None:
    app.register_blueprint(desk)
