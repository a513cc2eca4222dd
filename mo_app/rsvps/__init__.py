"""RSVPs: who intends to come, what they need, and the waiting list."""

from flask import Flask

from mo_app import sync
from mo_app.schedule import hooks

from .changes import event_changed
from .commands import rsvps
from .exchange import SET
from .operations import forget_needs
from .queries import events_part, rsvps_part
from .routes import desk


def register(app: Flask) -> None:
    sync.register_operation(app, SET)
    sync.register_part(app, document="mine", name="rsvps", value=rsvps_part)
    sync.register_part(app, document="figures", name="events", value=events_part)
    sync.register_daily(app, forget_needs)
    hooks.on_change(event_changed)
    app.cli.add_command(rsvps)
    app.register_blueprint(desk)
