"""Who may call a route, and from where.

Cross-site requests: pages live in caches, so they carry no tokens. An unsafe method needs
``Sec-Fetch-Site`` of ``same-origin`` or ``none`` (Fetch Metadata) or, from a browser that does not send it,
an ``Origin`` that matches.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Flask, Request, g, request
from werkzeug.exceptions import BadRequest
from werkzeug.formparser import FormDataParser

from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import DomainError, Forbidden, NotFound, SignInRequired
from mo_app.kernel.i18n import N_
from mo_app.settings import Settings

from .database import SAFE_METHODS

P = ParamSpec("P")
R = TypeVar("R")


class CrossSite(DomainError):
    code = "cross_site"
    status = 403
    text = N_("This request came from another site and was not carried out.")


class ReadableForm(FormDataParser):
    """Read where a route asks for it, with that route's limits, and refused where a field holds NUL."""

    def parse(self, *args: Any, **options: Any) -> Any:
        stream, form, files = super().parse(*args, **options)
        if any("\0" in value for values in form.listvalues() for value in values):
            raise BadRequest
        return stream, form, files


class OurRequest(Request):
    form_data_parser_class = ReadableForm


def register(app: Flask) -> None:
    app.request_class = OurRequest
    settings: Settings = app.extensions["settings"]

    @app.before_request
    def refuse_unreadable() -> None:
        """No name of ours holds NUL, and PostgreSQL stores none."""
        if "\0" in request.path or any("\0" in value for value in request.args.values()):
            raise NotFound

    @app.before_request
    def refuse_cross_site() -> None:
        g.actor = None
        if request.method not in SAFE_METHODS and not same_origin(settings.origin):
            raise CrossSite


def same_origin(origin: str) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    return request.headers.get("Origin") == origin


def requires(*roles: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Only for people of these roles; without any, for everybody who is signed in."""

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            actor = current_actor()
            if roles and actor.role not in roles:
                raise Forbidden
            return view(*args, **kwargs)

        return guarded

    return decorate


def current_actor() -> Actor:
    """Raises SignInRequired."""
    actor: Actor | None = g.actor
    if actor is None:
        raise SignInRequired
    return actor
