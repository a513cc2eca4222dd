"""Addresses on QR codes and posters: short, without a language, for whoever scans one brings their own."""

from typing import Any

import segno
from flask import Flask, current_app, redirect, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from mo_app.settings import Settings


def register(app: Flask) -> None:
    app.add_url_rule("/join", "join_link", _join)
    app.add_url_rule("/join/<key>", "invitation_link", _invitation)
    app.add_url_rule("/recover/<key>", "recovery_link", _recovery)


def link(endpoint: str, **values: str) -> str:
    """Under the origin that people know, whatever name this request came by."""
    settings: Settings = current_app.extensions["settings"]
    path = current_app.url_map.bind("").build(endpoint, values)
    return settings.origin + path


def qr_svg(url: str) -> Markup:
    """An inline SVG of attributes alone, so that it needs no leave of the content security policy."""
    code = segno.make(url, error="m", micro=False)
    return Markup(code.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None))  # noqa: S704 (our own)


def _join() -> Response:
    return _in_their_language("ways_in.join")


def _invitation(key: str) -> Response:
    return _in_their_language("ways_in.accept", key=key)


def _recovery(key: str) -> Response:
    return _in_their_language("ways_in.recover", key=key)


def _in_their_language(endpoint: str, **values: Any) -> Response:
    response = redirect(url_for(endpoint, **values))
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response
