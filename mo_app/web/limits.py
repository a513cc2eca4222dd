"""Rate limits, counted in the database: every process of the app sees the same counts.

A feature limits a whole blueprint: blueprints' limits are judged before the request's transaction begins and
counted after it has ended, so that the count outlives a rollback and neither waits for the other. A view that
manages its transactions must therefore leave none open that writes.
"""

import ipaddress
from math import ceil

from flask import Flask, current_app, request
from flask_limiter import Limiter, RateLimitExceeded
from werkzeug.exceptions import TooManyRequests
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response

from mo_app.settings import Settings

from .limits_storage import SCHEME

REFUSALS = frozenset({400, 403, 404})
"""Not 409 and 410: whoever holds a ticket that is used up has guessed nothing."""


def client_address() -> str:
    """Whose attempts are counted together: an IPv4 address, or the /64 that one IPv6 household has."""
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:  # a socket without addresses, or a proxy that gives none
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ipaddress.ip_network((address, 64), strict=False))
    return str(address)


limiter = Limiter(client_address, storage_uri=f"{SCHEME}://")


def was_refused(response: Response) -> bool:
    """For ``deduct_when``: forty people behind one router who all succeed use up nobody's attempts."""
    return response.status_code in REFUSALS


def register(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies)  # type: ignore[method-assign]
    limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, _say_when)


def _say_when(_error: RateLimitExceeded) -> Response:
    limit = limiter.current_limit
    now = current_app.extensions["clock"].now().timestamp()
    seconds = ceil(limit.window.reset_time - now) if limit else 60
    error = TooManyRequests(retry_after=max(seconds, 1))
    return current_app.make_response(current_app.handle_http_exception(error))
