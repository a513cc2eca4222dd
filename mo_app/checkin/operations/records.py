"""What is done at the door: facts are appended, never refused because another tablet was first.

Each may be brought by a station of the event or by a coordinator; else Forbidden. Raises EventUnknown.
"""

from datetime import datetime, timedelta
from typing import TypedDict, TypeVar, Unpack

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.accounts.models import Organisation, Person
from mo_app.checkin.errors import MemberUnknown, PersonUnknown
from mo_app.checkin.models import Merge, Scan, Undo, WalkIn
from mo_app.checkin.models.records import DESK, PAPER, Record
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden
from mo_app.rsvps.errors import EventUnknown
from mo_app.schedule.models import Event

R = TypeVar("R", bound=Record)

DELIVERED_WITHIN = timedelta(days=31)
"""What is said to be older was made by a clock that is wrong."""

_events, _people, _organisations = Event.__table__, Person.__table__, Organisation.__table__
_EVENT = select(_events.c.id).where(_events.c.id == bindparam("id"))
_PERSON = select(_people.c.id, _people.c.organisation_id).where(_people.c.id == bindparam("id"))
_ORGANISATION = select(_organisations.c.id).where(_organisations.c.id == bindparam("id"))


class Doing(TypedDict):
    """How every operation is called."""

    session: Session
    actor: Actor
    now: datetime
    id: str
    """The operation's, a UUID; the record's from then on."""
    made_at: datetime | None
    """What the device said; None if that made no sense."""
    event_id: str


def check_in(*, person_id: str, party: int, how: str, **doing: Unpack[Doing]) -> Scan:
    """She is here, and so many with her. Raises PersonUnknown."""
    must_stand_at_door(doing["session"], doing["actor"], doing["event_id"])
    return add_scan(person_id=person_id, party=party, how=how, by=maker(doing["actor"]), **doing)


def enter_from_paper(*, person_id: str, party: int, **doing: Unpack[Doing]) -> Scan:
    """She signed the sheet. Raises PersonUnknown."""
    must_stand_at_door(doing["session"], doing["actor"], doing["event_id"])
    return add_scan(person_id=person_id, party=party, how=PAPER, by=PAPER, **doing)


def add_walk_in(
    *,
    name: str,
    organisation_id: str | None,
    organisation_text: str,
    party: int,
    consent: bool,
    paper: bool = False,
    **doing: Unpack[Doing],
) -> WalkIn:
    """Somebody without an entry in the roster is here. An organisation that is gone by now is left out."""
    session, actor = doing["session"], doing["actor"]
    must_stand_at_door(session, actor, doing["event_id"])
    if organisation_id is not None:
        organisation_id = session.connection().scalar(_ORGANISATION, {"id": organisation_id})
    about = {"name": name, "organisation_id": organisation_id, "organisation_text": organisation_text}
    by = PAPER if paper else maker(actor)
    return _append(WalkIn(**about, party=party, consent=consent, by=by), **doing)


def undo(*, of: str, **doing: Unpack[Doing]) -> Undo:
    """Take a scan, walk-in or merge of this event back, also one that has not arrived yet."""
    must_stand_at_door(doing["session"], doing["actor"], doing["event_id"])
    scan = doing["session"].get(Scan, of)
    if scan and scan.person_id:
        sync.touch_document(doing["session"], "mine", owner=scan.person_id)
    return _append(Undo(of=of), **doing)


def merge(*, walk_in: str, into: str, **doing: Unpack[Doing]) -> Merge:
    """The walk-in is the same as ``w:<walk-in>`` or ``p:<person>``. Raises MemberUnknown."""
    must_stand_at_door(doing["session"], doing["actor"], doing["event_id"])
    kind, _, key = into.partition(":")
    try:
        person_id, organisation_id = _person(doing["session"], key) if kind == "p" else (None, None)
    except PersonUnknown:
        raise MemberUnknown from None
    about = {"person_id": person_id, "organisation_id": organisation_id}
    return _append(Merge(walk_in=walk_in, into=into, **about), **doing)


def add_scan(*, person_id: str, party: int, how: str, by: str, **doing: Unpack[Doing]) -> Scan:
    """For whoever has made sure that the actor may. Raises PersonUnknown."""
    subject, organisation_id = _person(doing["session"], person_id)
    sync.touch_document(doing["session"], "mine", owner=subject)
    who = {"subject": subject, "person_id": subject, "organisation_id": organisation_id}
    return _append(Scan(**who, party=party, how=how, by=by), **doing)


def must_stand_at_door(session: Session, actor: Actor, event_id: str) -> None:
    """Raises Forbidden and EventUnknown. A station's event is known to exist."""
    if actor.is_station and actor.event_id == event_id:
        return
    if actor.role is not Role.COORDINATOR:
        raise Forbidden
    if session.connection().scalar(_EVENT, {"id": event_id}) is None:
        raise EventUnknown


def maker(actor: Actor) -> str:
    return actor.person_id if actor.is_station else DESK


def _person(session: Session, person_id: str) -> tuple[str, str | None]:
    """Her id and organisation."""
    row = session.connection().execute(_PERSON, {"id": person_id}).one_or_none()
    if row is None:
        raise PersonUnknown
    return row.id, row.organisation_id


def _append(record: R, **doing: Unpack[Doing]) -> R:
    """What the session holds is written with the row of the ledger, in one go."""
    session, now = doing["session"], doing["now"]
    record.id, record.event_id = doing["id"], doing["event_id"]
    record.actor_id = doing["actor"].person_id
    record.made_at, record.received_at = _plausible(doing["made_at"], now), now
    session.add(record)
    sync.touch_document(session, "door", owner=record.event_id)
    return record


def _plausible(made_at: datetime | None, now: datetime) -> datetime:
    """The device's word where that can be, so that people read no times of next week."""
    return made_at if made_at and now - DELIVERED_WITHIN < made_at <= now else now
