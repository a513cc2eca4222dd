"""When nobody shall know any more who did something."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from .models import LedgerEntry

_AT_ONCE = 500
_NOTHING: dict[str, Any] = {"person_id": "", "device_id": "", "digest": "", "params": {}}


def forget_operations(session: Session, ids: Iterable[str]) -> None:
    """That they were carried out stays known, so they have no second effect; who sent what does not.

    The digest goes, too: it could be tried out against all people there are. Who sends one of them again is
    told that the id was used.
    """
    known = sorted(ids)
    for first in range(0, len(known), _AT_ONCE):
        entries = LedgerEntry.id.in_(known[first : first + _AT_ONCE])
        session.execute(update(LedgerEntry).where(entries).values(_NOTHING))


def forget_operations_before(session: Session, kinds: Collection[str], before: datetime) -> None:
    """The same for all of these kinds that came before a moment, refused ones as well."""
    old = update(LedgerEntry).where(
        LedgerEntry.received_at < before, LedgerEntry.kind.in_(kinds), LedgerEntry.person_id != ""
    )
    session.execute(old.values(_NOTHING))
