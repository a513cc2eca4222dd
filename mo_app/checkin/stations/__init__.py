"""Tablets at the door: each can check in for one event, reads no more than that, and is taken back."""

from flask import Flask

from mo_app.schedule import hooks
from mo_app.sync import register_page

from . import documents, firewall, session
from .desk import desk, events_at_the_door, stations_of
from .page import CHECKIN
from .tablet import tablet
from .wording import DONE_TO_STATION


def register(app: Flask) -> None:
    """The firewall stands right behind the recognition, before anything a station could reach."""
    session.register(app)
    firewall.register(app)
    app.before_request(session.hear_station)
    documents.register(app)
    register_page(app, CHECKIN)
    app.register_blueprint(tablet)
    app.register_blueprint(desk)
    app.jinja_env.globals.update(
        stations_of=stations_of, events_at_the_door=events_at_the_door, done_to_station=DONE_TO_STATION
    )
    hooks.on_change(documents.event_changed)
