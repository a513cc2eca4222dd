"""What the frame of every page needs. A kept page gives its own audience, language and path instead."""

from typing import Any

from flask import Flask, g, has_request_context, request

from mo_app.kernel.actor import Audience, audience_of
from mo_app.kernel.i18n import LANGUAGES
from mo_app.settings import Settings

from .i18n import current_language


def register(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    app.jinja_env.globals.update(
        host_name=settings.host_name,
        funding_notice=settings.funding_notice,
        names_kept_months=settings.names_kept_months,
        page_url=page_url,
    )
    app.context_processor(_context)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True


def page_url(path: str, language: str | None = None) -> str:
    """The address of a page by its path below the language: what the shell links to, whoever owns it."""
    return f"/{language or current_language()}{path}"


def _context() -> dict[str, Any]:
    audience = audience_of(g.get("actor")) if has_request_context() else Audience.PUBLIC
    return {"audience": audience, "language": current_language(), "path": _path()}


def _path() -> str:
    """The path below the language; the start page's where there is none."""
    if not has_request_context():
        return "/"
    first, _, rest = request.path.lstrip("/").partition("/")
    return f"/{rest}" if first in LANGUAGES else "/"
