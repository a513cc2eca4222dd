"""The routes of the exchange, and the one route of all kept pages."""

from functools import partial, update_wrapper
from typing import Any

from flask import Blueprint, Flask, Response, current_app, g, json, request
from flask_babel import gettext
from pydantic import ValidationError
from werkzeug.exceptions import UnsupportedMediaType

from mo_app.kernel.actor import audience_of
from mo_app.kernel.errors import NotFound
from mo_app.kernel.i18n import LANGUAGES
from mo_app.web.compression import compress
from mo_app.web.database import begin_read, begin_write, db, manages_transactions
from mo_app.web.errors import problem
from mo_app.web.i18n import say

from .exchange import answer, take
from .kinds import PageKind, Registry
from .ledger import Result
from .openapi import openapi_document
from .pages import current_revision, is_current, make_current
from .protocol import MOST_BYTES, ExchangeIn
from .site import Reading, Site

blueprint = Blueprint("sync", __name__)


@blueprint.post("/sync")
@manages_transactions
def exchange() -> Response:
    if not request.is_json:
        raise UnsupportedMediaType
    request.max_content_length = MOST_BYTES
    try:
        wanted = ExchangeIn.model_validate_json(request.get_data())
    except ValidationError as error:
        names = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
        return problem(
            422, "invalid_exchange", gettext("This request could not be understood."), fields=names
        )
    g.language = next((each for each in wanted.languages if each in LANGUAGES), g.get("language", "en"))
    refusal = _other_person(wanted)
    if refusal:
        return refusal
    registry, now = _registry(), current_app.extensions["clock"].now()
    results: list[Result] = []
    if wanted.operations:
        begin_write()
        results = take(registry, wanted, session=db.session(), actor=g.actor, now=now)
        db.session.commit()
    begin_read()
    ensure_current()
    body = answer(
        registry,
        _site(),
        wanted,
        session=db.session(),
        actor=g.actor,
        now=now,
        build=current_app.extensions["build"],
    )
    return _json({"results": [_result(result) for result in results], **body})


@blueprint.get("/openapi.json")
def openapi() -> Response:
    return _json(openapi_document(_registry(), cookie=current_app.extensions["settings"].session_cookie))


def ensure_current() -> None:
    """Whoever reads first on a new day begins it; and so does each new process, which may bring new pages."""
    now, site = current_app.extensions["clock"].now(), _site()
    if not (site.is_complete and is_current(db.session(), now)):
        begin_write()
        make_current(db.session(), _registry(), now)
        db.session.commit()
        site.is_complete = True
        begin_read()


def add_page_route(app: Flask, kind: PageKind) -> None:
    view = update_wrapper(partial(_page, kind), _page)
    app.add_url_rule(f"/<language:language>{kind.rule}", kind.endpoint, view)


def _page(kind: PageKind, **args: str) -> Response:
    path = request.path.removeprefix(f"/{g.language}").rstrip("/") or "/"
    now = current_app.extensions["clock"].now()
    revision = current_revision(db.session(), path, now)
    if revision is None:
        ensure_current()
        revision = current_revision(db.session(), path, now)
    reading = Reading(db.session(), audience_of(g.actor), now)
    page = None if revision is None else _site().page(path, revision, reading, g.language)
    if page is None:
        raise NotFound
    gzipped = bool(request.accept_encodings["gzip"])
    response = Response(page.compressed if gzipped else page.html, mimetype="text/html")
    if gzipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept-Encoding, Cookie"
    response.set_etag(page.version)
    response.make_conditional(request)
    return response


def _other_person(wanted: ExchangeIn) -> Response | None:
    """A refusal where the outbox is not of the person who is signed in."""
    signed_in = g.actor.person_id if g.actor else None
    guest = wanted.person is None and not wanted.operations
    if wanted.person == signed_in and (signed_in or guest):
        return None
    if signed_in is None:
        return problem(401, "sign_in_required", gettext("Please sign in."))
    title = gettext("What is saved on this device belongs to another person.")
    return problem(409, "another_persons", title, person=signed_in)


def _result(result: Result) -> dict[str, Any]:
    return {
        "id": result.id,
        "outcome": result.outcome,
        "code": result.code,
        "params": result.params,
        "message": say(result.message) if result.message else None,
        "replayed": result.replayed,
    }


def _json(body: Any) -> Response:
    response = Response(json.dumps(body), mimetype="application/json")
    compress(response, remember=False)
    return response


def _registry() -> Registry:
    registry: Registry = current_app.extensions["sync"]
    return registry


def _site() -> Site:
    site: Site = current_app.extensions["site"]
    return site
