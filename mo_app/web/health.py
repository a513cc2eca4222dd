"""Whether this process is up and reaches its database: for whoever watches over it."""

from flask import Flask, Response
from sqlalchemy import text

from .database import db


def register(app: Flask) -> None:
    app.add_url_rule("/healthz", "health", _health)


def _health() -> Response:
    db.session.execute(text("SELECT 1"))
    return Response("ok\n", mimetype="text/plain")
