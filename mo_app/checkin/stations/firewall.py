"""What the cookie of a station opens: what it needs, by name. Everything else is closed, whoever adds it."""

from flask import Flask, g, redirect, request
from werkzeug.wrappers import Response

from mo_app.accounts.session import WITHOUT_ACTOR
from mo_app.kernel.actor import Actor
from mo_app.kernel.i18n import LANGUAGES
from mo_app.web.layout import page_url

from .errors import StationOnly
from .session import EXCHANGE

OPEN = WITHOUT_ACTOR | {EXCHANGE, "offline.offline", "checkin.page"}
OPEN_BLUEPRINTS = frozenset({"checkin_station"})
STARTS = frozenset({"/", *(f"/{language}" for language in LANGUAGES), *(f"/{lang}/" for lang in LANGUAGES)})


def register(app: Flask) -> None:
    app.before_request(_guard)


def _guard() -> Response | None:
    actor: Actor | None = g.get("actor")
    if actor is None or not actor.is_station or request.endpoint is None:
        return None  # nobody's, or an address that is none
    if request.path in STARTS:
        return redirect(page_url("/checkin"))
    if request.endpoint not in OPEN and request.blueprint not in OPEN_BLUEPRINTS:
        raise StationOnly
    return None
