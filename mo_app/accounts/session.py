"""From the cookie to the actor, at every request: one query by index, and a write once a day."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask, Response, current_app, g, request
from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from mo_app.kernel.actor import Actor, Role
from mo_app.settings import Settings
from mo_app.web.database import begin_write, db, is_write

from .models import Person, SignIn
from .models.sign_in import SEEN_EVERY, SIGN_IN_LASTS
from .operations.sign_ins import Token, hash_token

WITHOUT_ACTOR = frozenset(
    {"static", "asset", "stylesheet", "service_worker", "precache", "health", "sync.openapi"}
)
"""Endpoints that are the same for everybody."""

RECOGNISERS = "recognisers"
Recogniser = Callable[[Session, str, datetime], Actor | None]
"""From a token's hash, now, to the actor whose it is."""

_people, _sign_ins = Person.__table__, SignIn.__table__
_who = (
    select(
        _sign_ins.c.id,
        _sign_ins.c.last_seen_at,
        _people.c.id,
        _people.c.role,
        _people.c.organisation_id,
        _people.c.language,
    )
    .join_from(_sign_ins, _people)
    .where(_sign_ins.c.token_hash == bindparam("token_hash"), _sign_ins.c.last_seen_at > bindparam("since"))
)
"""Built once: every request asks it."""


def register(app: Flask) -> None:
    app.before_request(_recognise)
    app.after_request(_send_cookie)


def recognise_also(app: Flask, recogniser: Recogniser) -> None:
    """``recogniser`` is asked about a token that is no person's."""
    app.extensions.setdefault(RECOGNISERS, []).append(recogniser)


def keep_token(token: Token) -> None:
    """Give this browser the token with the answer."""
    g.token = token


def forget_token() -> None:
    g.token = ""


def _recognise() -> None:
    g.token = None
    if request.endpoint in WITHOUT_ACTOR:
        return
    token = request.cookies.get(_settings().session_cookie)
    if not token:
        return
    now: datetime = current_app.extensions["clock"].now()
    known = {"token_hash": hash_token(token), "since": now - SIGN_IN_LASTS}
    row = db.session.connection().execute(_who, known).first()
    if row is None:
        g.actor = _otherwise_known(hash_token(token), now)
        return
    sign_in_id, last_seen_at, person_id, role, organisation_id, language = row
    g.actor = Actor(person_id, Role(role), sign_in_id, organisation_id)
    if "language" not in g:
        g.language = language
    if last_seen_at <= now - SEEN_EVERY:
        _was_seen(sign_in_id, now)
        keep_token(token)


def _otherwise_known(token_hash: str, now: datetime) -> Actor | None:
    recognisers: list[Recogniser] = current_app.extensions.get(RECOGNISERS, [])
    found = (recognise(db.session(), token_hash, now) for recognise in recognisers)
    return next((actor for actor in found if actor), None)


def _was_seen(sign_in_id: str, now: datetime) -> None:
    begin_write()
    db.session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(last_seen_at=now))
    db.session.commit()
    if is_write():
        begin_write()


def _send_cookie(response: Response) -> Response:
    token = g.get("token")
    if token is None or response.cache_control.public:  # others are given that answer too
        return response
    settings = _settings()
    response.set_cookie(
        settings.session_cookie,
        token,
        max_age=SIGN_IN_LASTS if token else 0,
        path="/",
        secure=settings.secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings
