"""The web app manifest, one per language; the app is the same one (``id``) in each."""

from typing import Any

from flask import Blueprint, Response, current_app, json, request
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from mo_app.kernel.i18n import direction
from mo_app.web.i18n import current_language
from mo_app.web.layout import page_url
from mo_app.web.static import asset

PAPER = "#faf6f4"
"""As in static/css/tokens.css."""

blueprint = Blueprint("manifest", __name__)


@blueprint.get("/<language:language>/manifest.webmanifest")
def show() -> AnyResponse:
    response = Response(json.dumps(_manifest()), mimetype="application/manifest+json")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)


def _manifest() -> dict[str, Any]:
    name = current_app.extensions["settings"].host_name
    return {
        "id": "/",
        "name": name,
        "short_name": name,
        "description": gettext(
            "Meetings and workshops for migrant organisations, on your phone, with and without a connection."
        ),
        "lang": current_language(),
        "dir": direction(current_language()),
        "start_url": page_url("/"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            _icon("icons/icon.svg", "any", "any"),
            _icon("icons/icon-192.png", "192x192", "any"),
            _icon("icons/icon-512.png", "512x512", "any"),
            _icon("icons/maskable-512.png", "512x512", "maskable"),
        ],
        "shortcuts": [
            {"name": gettext("Schedule"), "url": page_url("/schedule")},
            {"name": gettext("This device"), "url": page_url("/device")},
        ],
    }


def _icon(file: str, sizes: str, purpose: str) -> dict[str, str]:
    kind = "image/svg+xml" if file.endswith(".svg") else "image/png"
    return {"src": asset(file), "sizes": sizes, "type": kind, "purpose": purpose}
