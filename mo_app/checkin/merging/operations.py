"""What coordinators put right at the desk: two who are one, and what was recorded in error."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.operations.permissions import must_coordinate
from mo_app.checkin import operations
from mo_app.checkin.closing.operations import check_why
from mo_app.checkin.closing.queries import latest_closing
from mo_app.checkin.models import Correction, Merge, Scan, Undo, WalkIn
from mo_app.checkin.operations import Doing
from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import Invalid, NotFound
from mo_app.kernel.i18n import N_, Message


def merge_walk_in(
    *, session: Session, actor: Actor, now: datetime, event_id: str, walk_in: str, into: str, why: str = ""
) -> Merge:
    """A walk-in is the same as ``w:<walk-in>`` or ``p:<person>``: nothing is lost, and it can be taken back.

    After closing it needs a reason. Raises NotFound, PersonUnknown, and Invalid at ``into`` and ``why``.
    """
    must_coordinate(actor)
    _must_be_of(session, event_id, walk_in, WalkIn)
    if into.startswith("w:"):
        _must_be_of(session, event_id, into[2:], WalkIn)
    elif not into.startswith("p:"):
        raise Invalid({"into": Message(N_("Please choose who it is."))})
    doing = _doing(session, actor, now, event_id)
    _note(session, doing, why)
    return operations.merge(walk_in=walk_in, into=into, **doing)


def take_back(
    *, session: Session, actor: Actor, now: datetime, event_id: str, of: str, why: str = ""
) -> Undo:
    """A scan, a walk-in or a merge; after closing for a reason. Raises NotFound, and Invalid at ``why``."""
    must_coordinate(actor)
    _must_be_of(session, event_id, of, Scan, WalkIn, Merge)
    doing = _doing(session, actor, now, event_id)
    _note(session, doing, why)
    return operations.undo(of=of, **doing)


def _must_be_of(session: Session, event_id: str, record_id: str, *kinds: type[Scan | WalkIn | Merge]) -> None:
    """Raises NotFound."""
    queries = (select(kind.id).where(kind.id == record_id, kind.event_id == event_id) for kind in kinds)
    if not any(session.scalar(query) for query in queries):
        raise NotFound


def _doing(session: Session, actor: Actor, now: datetime, event_id: str) -> Doing:
    return {
        "session": session,
        "actor": actor,
        "now": now,
        "id": str(uuid4()),
        "made_at": None,
        "event_id": event_id,
    }


def _note(session: Session, doing: Doing, why: str) -> None:
    """The reason, where the figures are frozen already."""
    if latest_closing(session, doing["event_id"]):
        check_why(why)
        session.add(Correction(record_id=doing["id"], event_id=doing["event_id"], why=why))
