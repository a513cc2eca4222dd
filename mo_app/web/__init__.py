"""HTTP for all features: database session, transactions, languages, guards, errors, headers, static files."""

from flask import Flask
from htmx_flask import Htmx

from . import (
    cli,
    database,
    errors,
    guards,
    headers,
    health,
    i18n,
    json,
    layout,
    limits,
    modules,
    static,
    stylesheet,
    wording,
)


def register(app: Flask) -> None:
    """The order is the order in which a request passes them."""
    Htmx(app)
    json.register(app)
    headers.register(app)
    guards.register(app)
    limits.register(app)
    database.register(app)
    i18n.register(app)
    static.register(app)
    modules.register(app)
    stylesheet.register(app)
    layout.register(app)
    wording.register(app)
    errors.register(app)
    health.register(app)
    cli.register(app)
