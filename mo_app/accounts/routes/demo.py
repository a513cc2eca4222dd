"""The demo's sign-in links: on this very machine, while the demo runs, and nowhere else."""

import hmac
from urllib.parse import urlsplit

from flask import current_app, redirect, request
from werkzeug.wrappers import Response

from mo_app.accounts.queries import demo_person
from mo_app.kernel.errors import NotFound
from mo_app.settings import Settings
from mo_app.web.database import writing

from .ceremony import sign_in_here

PROXY_HEADERS = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP")


def sign_in_for_demo(role: str, secret: str) -> Response:
    settings: Settings = current_app.extensions["settings"]
    expected = settings.demo_secret
    published = settings.secure or settings.proxies
    if (
        not expected
        or published
        or not _is_local()
        or not hmac.compare_digest(secret.encode(), expected.encode())
    ):
        raise NotFound
    with writing() as session:
        person = demo_person(session=session, role=role)
        if person is None:
            raise NotFound
        return redirect(sign_in_here(person), 303)


def _is_local() -> bool:
    """Asked for by the name localhost, with no proxy in between: what still speaks HTTP/1.0 is one."""
    old = request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0"
    through_proxy = old or any(name in request.headers for name in PROXY_HEADERS)
    return urlsplit(f"//{request.host}").hostname == "localhost" and not through_proxy
