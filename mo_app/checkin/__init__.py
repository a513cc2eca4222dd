"""The door: who came. Tablets as stations, scans, walk-ins, passes, paper, and the figures afterwards."""

from flask import Flask

from . import desk


def register(app: Flask) -> None:
    desk.register(app)
