"""Removing the names of who came and who meant to. Figures stay: people, heads, organisations, absences."""

from datetime import datetime

from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.accounts.operations.invitations import forget_name_on_invitation
from mo_app.checkin.closing.changes import all_records
from mo_app.checkin.closing.figures import figures_of
from mo_app.checkin.exchange import KINDS
from mo_app.checkin.models import Closing, Correction, InvitedWalkIn, Merge, Scan, WalkIn
from mo_app.checkin.models.records import SELF
from mo_app.rsvps.exchange import SET
from mo_app.rsvps.models import Rsvp
from mo_app.rsvps.operations import forget_rsvps
from mo_app.schedule.models import Event

from .dates import over_before
from .tokens import tokens_for


def forget_names(*, session: Session, now: datetime, months: int) -> int:
    """For all events that ended so many months ago; the number of events that had names still.

    What was said beforehand goes with the names: it would say who came wherever nobody was absent.

    It happens once a day, on the day on which they would have been kept so long. What was entered later is
    removed the day after.
    """
    named = or_(
        exists().where(Scan.event_id == Event.id, Scan.person_id.is_not(None)),
        exists().where(WalkIn.event_id == Event.id, WalkIn.name != ""),
        exists().where(Merge.event_id == Event.id, Merge.person_id.is_not(None)),
        exists().where(Rsvp.event_id == Event.id),
        exists().where(Closing.event_id == Event.id, Closing.why != ""),
        exists().where(Correction.event_id == Event.id, Correction.why != ""),
    )
    before = over_before(now, months)
    long_over = ~Event.over_after(before)
    events = session.scalars(select(Event.id).where(long_over, named).order_by(Event.id)).all()
    for event_id in events:
        _freeze(session, event_id, now)
        _forget_people(session, event_id)
        forget_rsvps(session=session, event_id=event_id)
        _forget_words(session, event_id)
        sync.touch_document(session, "door", owner=event_id)
    sync.forget_operations_before(session, [kind.kind for kind in (*KINDS, SET)], before)
    session.flush()
    return len(events)


def _freeze(session: Session, event_id: str, now: datetime) -> None:
    """Who was absent follows from who came by name, so it is written down as long as that is known."""
    records = [record.id for record in all_records(session, event_id)]
    figures = figures_of(session, event_id).as_json()
    session.add(Closing(event_id=event_id, at=now, figures=figures, records=records, names_removed=True))
    sync.forget_operations(session, records)


def _forget_people(session: Session, event_id: str) -> None:
    """One token a person and event: it cannot be told any more that somebody came to two of them."""
    scans = session.scalars(select(Scan).where(Scan.event_id == event_id)).all()
    merges = session.scalars(select(Merge).where(Merge.event_id == event_id)).all()
    people = {scan.subject for scan in scans} | {
        merge.into[2:] for merge in merges if merge.into.startswith("p:")
    }
    token = tokens_for(people)
    for scan in scans:
        scan.subject, scan.person_id = token[scan.subject], None
        if scan.by == SELF:
            scan.actor_id = scan.subject
    for merge in merges:
        if merge.into.startswith("p:"):
            merge.into, merge.person_id = f"p:{token[merge.into[2:]]}", None
    session.flush()


def _forget_words(session: Session, event_id: str) -> None:
    """Names, and what may hold some."""
    session.execute(update(WalkIn).where(WalkIn.event_id == event_id).values(name=""))
    session.execute(update(Correction).where(Correction.event_id == event_id).values(why=""))
    session.execute(update(Closing).where(Closing.event_id == event_id).values(why=""))
    invited = delete(InvitedWalkIn).where(InvitedWalkIn.event_id == event_id)
    for invitation_id in session.scalars(invited.returning(InvitedWalkIn.invitation_id)).all():
        forget_name_on_invitation(session=session, invitation_id=invitation_id)
