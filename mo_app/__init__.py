"""The application factory: settings, then extensions, then features."""

from types import ModuleType

from flask import Flask

from mo_app import accounts, checkin, demo, notices, offline, organisations, rsvps, schedule, start, sync, web

from .kernel.clock import Clock, SystemClock
from .settings import Settings

FEATURES: tuple[ModuleType, ...] = (
    offline,
    notices,
    accounts,
    organisations,
    schedule,
    rsvps,
    checkin,
    start,
    demo,
)
"""Every feature, those that others build upon first."""


def create_app(settings: Settings | None = None, clock: Clock | None = None) -> Flask:
    """Settings come from the environment and time from the system, unless a test passes its own."""
    app = Flask(__name__, static_folder=None)
    app.extensions["settings"] = settings or Settings.from_environ()
    app.extensions["clock"] = clock or SystemClock()
    app.url_map.strict_slashes = False
    web.register(app)
    sync.register(app)
    for feature in FEATURES:
        feature.register(app)
    return app
