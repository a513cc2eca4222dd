"""When nobody shall know any more who did something."""

from collections.abc import Iterable

from sqlalchemy import update
from sqlalchemy.orm import Session

from .models import LedgerEntry

_AT_ONCE = 500


def forget_operations(session: Session, ids: Iterable[str]) -> None:
    """That they were carried out stays known, so they have no second effect; who sent what does not.

    The digest goes, too: it could be tried out against all people there are. Who sends one of them again is
    told that the id was used.
    """
    known = sorted(ids)
    nothing = {"person_id": "", "device_id": "", "digest": "", "params": {}}
    for first in range(0, len(known), _AT_ONCE):
        entries = LedgerEntry.id.in_(known[first : first + _AT_ONCE])
        session.execute(update(LedgerEntry).where(entries).values(nothing))
