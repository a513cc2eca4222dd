"""JSON as it travels: not for reading."""

from flask import Flask
from flask.json.provider import DefaultJSONProvider


class CompactJSON(DefaultJSONProvider):
    """No spaces, and the letters of every script as they are."""

    ensure_ascii = False
    sort_keys = False
    compact = True


def register(app: Flask) -> None:
    app.json = CompactJSON(app)
