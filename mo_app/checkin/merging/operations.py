"""What coordinators put right at the desk: two who are one, and what was recorded in error."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.operations.permissions import must_coordinate
from mo_app.checkin import operations
from mo_app.checkin.closing.operations import check_why
from mo_app.checkin.closing.queries import latest_closing
from mo_app.checkin.errors import CountsAlready
from mo_app.checkin.models import Correction, Merge, Scan, Undo, WalkIn
from mo_app.checkin.operations import Doing
from mo_app.checkin.records import Records
from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import Invalid, NotFound
from mo_app.kernel.i18n import N_, Message


def merge_walk_in(
    *, session: Session, actor: Actor, now: datetime, event_id: str, walk_in: str, into: str, why: str = ""
) -> Merge:
    """A walk-in is the same as ``w:<walk-in>`` or ``p:<person>``: nothing is lost, and it can be taken back.

    After closing it needs a reason. Raises NotFound, CountsAlready, MemberUnknown, and Invalid at ``into``
    and ``why``.
    """
    must_coordinate(actor)
    _must_be_of(session, event_id, walk_in, WalkIn)
    if into[:2] not in {"w:", "p:"} or into == f"w:{walk_in}":
        raise Invalid({"into": Message(N_("Please choose who it is."))})
    _must_change_something(session, event_id, walk_in, into)
    doing = _doing(session, actor, now, event_id)
    _note(session, doing, why)
    return operations.merge(walk_in=walk_in, into=into, **doing)


def take_back(
    *, session: Session, actor: Actor, now: datetime, event_id: str, of: str, why: str = ""
) -> Undo | None:
    """A scan, a walk-in or a merge; after closing for a reason. Raises NotFound, and Invalid at ``why``.

    What is taken back already is left as it is.
    """
    must_coordinate(actor)
    _must_be_of(session, event_id, of, Scan, WalkIn, Merge)
    if session.scalar(select(Undo.id).where(Undo.event_id == event_id, Undo.of == of).limit(1)):
        return None
    doing = _doing(session, actor, now, event_id)
    _note(session, doing, why)
    return operations.undo(of=of, **doing)


def _must_change_something(session: Session, event_id: str, walk_in: str, into: str) -> None:
    """Raises NotFound where one of them is not there, and CountsAlready."""
    present = Records(session, event_id).presence.present
    stands_for = {f"w:{id_}": subject for subject, each in present.items() for id_ in each.walk_ins}
    whose, other = stands_for.get(f"w:{walk_in}"), into if into.startswith("p:") else stands_for.get(into)
    if whose is None or other is None:
        raise NotFound
    if whose == other or whose.startswith("p:"):
        raise CountsAlready


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
