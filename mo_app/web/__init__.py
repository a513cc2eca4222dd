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

MOST_BYTES = 512 * 1024
"""Of a request: the texts of an event in four scripts, percent-encoded. Who takes more, or less, says so."""


def register(app: Flask) -> None:
    """The order is the order in which a request passes them."""
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = MOST_BYTES
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
