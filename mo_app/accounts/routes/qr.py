"""Links to be scanned."""

import segno
from flask import current_app, url_for
from markupsafe import Markup

from mo_app.settings import Settings


def absolute_url(endpoint: str, *, key: str) -> str:
    """Under the origin that people know, whatever name this request came by."""
    settings: Settings = current_app.extensions["settings"]
    return settings.origin + url_for(endpoint, key=key)


def qr_svg(url: str) -> Markup:
    """An inline SVG of attributes alone, so that it needs no leave of the content security policy."""
    code = segno.make(url, error="m", micro=False)
    return Markup(code.svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None))  # noqa: S704 (our own)
