"""Small JSON values the server owns and devices mirror, composed of the parts that features register."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
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
    """Say that a document reads differently now; ``owner`` is the person whose ``mine`` it is.

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
    registry: Registry, view: DocumentView, *, have: Mapping[str, str], build: str
) -> dict[str, dict[str, Any]]:
    """The documents of this reader whose version differs from the one the device has."""
    owners = _documents_of(view)
    keys = {_key(name, owner): name for name, owner in owners.items()}
    rows = view.session.connection().execute(_VERSIONS, {"keys": list(keys)})
    counts = {keys[key]: version for key, version in rows}
    changed = {}
    for name in owners:
        version = f"{counts.get(name, 0)}.{view.language}.{build}"
        if have.get(name) != version:
            value = {part: compose(view) for part, compose in registry.parts.get(name, {}).items()}
            changed[name] = asdict(Document(version, value))
    return changed


def _documents_of(view: DocumentView) -> dict[str, str | None]:
    documents: dict[str, str | None] = {"figures": None}
    if view.actor:
        documents["mine"] = view.actor.person_id
    return documents


def _key(name: str, owner: str | None) -> str:
    return f"{name}/{owner}" if owner else name
