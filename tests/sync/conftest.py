"""A feature just large enough to watch the exchange at work: notes that stand on pages."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from markupsafe import escape
from pydantic import BaseModel, ConfigDict
from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, mapped_column

from mo_app import sync
from mo_app.kernel.actor import Actor, Audience, Role
from mo_app.kernel.database import Base
from mo_app.kernel.errors import DomainError
from mo_app.kernel.i18n import N_
from mo_app.web.database import db

AMINA = Actor("a" * 16, Role.MEMBER, "s" * 16)
BOHDAN = Actor("b" * 16, Role.MEMBER, "t" * 16)


class Note(Base):
    __tablename__ = "test_note"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    text: Mapped[str]
    writes: Mapped[int] = mapped_column(default=0)


class NoteSet(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    text: str


class NoteRefused(DomainError):
    code = "test_note_refused"
    text = N_("This note was refused: %(reason)s")


def set_note(call: sync.OperationCall) -> dict[str, Any]:
    if call.payload.text == "refuse":
        raise NoteRefused(reason="no")
    note = call.session.get(Note, call.payload.name) or Note(name=call.payload.name, writes=0)
    call.session.add(note)
    note.text, note.writes = call.payload.text, note.writes + 1
    call.session.flush()
    if call.payload.text == "crash":
        raise RuntimeError("after the effect, before the ledger")
    mark = sync.drop_pages if note.text == "drop" else sync.touch_pages
    mark(call.session, [f"/notes/{note.name}"])
    sync.touch_document(call.session, "mine", owner=call.actor.person_id)
    return {"writes": note.writes}


def render_note(view: sync.PageView) -> str | None:
    note = view.session.get(Note, view.args["name"])
    if note and note.text == "unrenderable":
        raise RuntimeError("a template is broken")
    return f"<p lang={view.language}>{escape(note.text)} for {view.audience}</p>" if note else None


@pytest.fixture
def app(app: Flask) -> Flask:
    member_pages = frozenset({Audience.MEMBER, Audience.COORDINATOR})
    sync.register_operation(app, sync.OperationKind("note.set", NoteSet, set_note))
    sync.register_page(app, sync.PageKind("note", "/notes/<name>", render_note))
    sync.register_page(
        app, sync.PageKind("secret", "/secret", lambda view: "<p>secret</p>", member_pages, static=True)
    )
    sync.register_page(
        app, sync.PageKind("away", "/away", lambda view: view.language, static=True, every_language=True)
    )
    sync.register_part(app, document="mine", name="notes", value=_texts)
    app.before_request(lambda: setattr(g, "actor", app.config.get("ACTOR")))
    return app


def _texts(view: sync.DocumentView) -> list[str]:
    return list(view.session.scalars(select(Note.text).order_by(Note.name)))


class Phone:
    """A device as the protocol sees it."""

    def __init__(self, app: Flask, client: FlaskClient, actor: Actor | None) -> None:
        self.app, self.client, self.actor = app, client, actor
        self.device = str(uuid.uuid4())
        self.seq = 0
        self.cursor: str | None = None

    def operation(self, text: str, name: str = "one", **changes: Any) -> dict[str, Any]:
        self.seq += 1
        return {
            "id": str(uuid.uuid4()),
            "seq": self.seq,
            "kind": "note.set",
            "made_at": "2026-11-23T12:00:00+01:00",
            "payload": {"name": name, "text": text},
        } | changes

    def send(self, *operations: dict[str, Any], status: int = 200, **changes: Any) -> Any:
        self.app.config["ACTOR"] = self.actor
        request = {
            "protocol": 1,
            "device": self.device,
            "person": self.actor.person_id if self.actor else None,
            "languages": ["de"],
            "client_now": "2026-11-23T12:00:00+01:00",
            "operations": list(operations),
            "have": {"cursor": self.cursor, "documents": {}},
            "want": [],
        } | changes
        response = self.client.post("/sync", json=request)
        assert response.status_code == status, response.text
        if status == 200:
            self.cursor = response.json["cursor"]
        return response.json


@pytest.fixture
def phone(app: Flask, client: FlaskClient) -> Callable[[Actor | None], Phone]:
    return lambda actor: Phone(app, client, actor)


@pytest.fixture
def written(app: Flask) -> Callable[[], dict[str, tuple[str, int]]]:
    """All notes of the database: text, and how often each was written."""

    def read() -> dict[str, tuple[str, int]]:
        with app.app_context():
            return {note.name: (note.text, note.writes) for note in db.session.scalars(select(Note))}

    return read
