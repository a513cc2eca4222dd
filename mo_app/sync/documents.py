"""Small JSON values the server owns and devices mirror, composed of the parts that features register."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import bindparam, event, select
from sqlalchemy.orm import Session, SessionTransaction

from .kinds import DocumentView, Registry
from .models import DocumentVersion
from .upsert import insert_or

_TOUCHED = "touched documents"
_versions = DocumentVersion.__table__
_VERSIONS = select(_versions.c.key, _versions.c.version).where(
    _versions.c.key.in_(bindparam("keys", expanding=True))
)


@dataclass(frozen=True)
class Document:
    version: str
    value: Any


def touch_document(session: Session, name: str, *, owner: str | None = None) -> None:
    """Say that a document reads differently now; ``owner`` is the person whose ``mine`` it is, or its key.

    Without an owner it is ``figures``, or all documents of that name.

    However often it is said, it is written once, right before the commit: the row that everybody's operations
    share (``figures``) is held for as short as can be.
    """
    session.info.setdefault(_TOUCHED, set()).add(_key(name, owner))


@event.listens_for(Session, "before_commit")
def _write_touched(session: Session) -> None:
    if session.in_nested_transaction():
        return
    keys = session.info.pop(_TOUCHED, None)
    if keys:
        insert = insert_or(session, DocumentVersion)
        count = insert.on_conflict_do_update(
            index_elements=[DocumentVersion.key], set_={"version": DocumentVersion.version + 1}
        )
        session.connection().execute(count, [{"key": key, "version": 1} for key in sorted(keys)])


@event.listens_for(Session, "after_soft_rollback")
def _forget_touched(session: Session, ended: SessionTransaction) -> None:
    """Not where a savepoint alone was rolled back: what was touched before it is still to be committed."""
    if ended.parent is None:
        session.info.pop(_TOUCHED, None)


def changed_documents(
    registry: Registry, view: DocumentView, *, have: Mapping[str, str], want: Iterable[str], build: str
) -> dict[str, dict[str, Any]]:
    """The documents of this reader whose version differs from the one the device has.

    One that the device has and that is not (any more) for this reader comes with the value None: forget it.
    """
    mine = _documents_of(registry, view, want)
    keys = sorted({name for each in mine.values() for name in (each.name, each.counted_as)})
    rows = view.session.connection().execute(_VERSIONS, {"keys": keys})
    counts = {row.key: row.version for row in rows}
    changed = {}
    for wire, each in mine.items():
        version = f"{_count(counts, each)}.{view.language}.{build}"
        if have.get(wire) != version:
            of = replace(view, key=each.key)
            value = {part: compose(of) for part, compose in registry.parts.get(each.name, {}).items()}
            changed[wire] = asdict(Document(version, value))
    gone = {wire: asdict(Document("", None)) for wire in have if wire not in mine}
    return changed | gone


@dataclass(frozen=True)
class _Read:
    name: str
    key: str
    counted_as: str
    """Its key in ``document_version``."""


def _documents_of(registry: Registry, view: DocumentView, want: Iterable[str]) -> dict[str, _Read]:
    """By their names on the wire: what everybody of this kind gets, what is given, and what is wanted."""
    actor = view.actor
    if actor is None:
        return {"figures": _Read("figures", "", "figures")}
    documents = {}
    if not actor.is_station:
        documents["figures"] = _Read("figures", "", "figures")
        documents["mine"] = _Read("mine", "", _key("mine", actor.person_id))
    given = [_key(kind.name, key) for kind in registry.documents.values() for key in kind.given(actor)]
    for wire in dict.fromkeys([*given, *want]):
        name, _, key = wire.partition("/")
        kind = registry.documents.get(name)
        if kind and (wire in given or (key and kind.may_read(view.session, actor, key))):
            documents[wire] = _Read(name, key, wire)
    return documents


def _count(counts: Mapping[str, int], document: _Read) -> int:
    """How often it was touched, by itself or with all of its name."""
    return sum(counts.get(key, 0) for key in {document.name, document.counted_as})


def _key(name: str, owner: str | None) -> str:
    return f"{name}/{owner}" if owner else name
