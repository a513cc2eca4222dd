"""The evenings that are over: who said they come, who came, who walked in; all but the last are closed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.checkin import operations
from mo_app.checkin.closing.figures import figures_of
from mo_app.checkin.closing.operations import close_event, fingerprint
from mo_app.kernel.actor import Actor, Role
from mo_app.rsvps.models import Wish
from mo_app.rsvps.operations import set_rsvp
from mo_app.schedule.models import Event

BACK = timedelta(days=200)
PARTIES = (1, 2, 1, 3, 1)
WALK_INS = (
    ("Dina Saad", "Chor der Kulturen", 1),
    ("Olha Petrenko", "", 2),
    ("Tesfay Ghebre", "Saba e. V.", 1),
)


def hold_evenings(*, session: Session, people: Sequence[Actor], coordinator: Actor, now: datetime) -> None:
    """For the past events that were not cancelled; whose turn it is to come changes from one to the next."""
    members = [person for person in people if person.role in (Role.MEMBER, Role.CONTACT)]
    for turn, event in enumerate(events := _past(session, now)):
        coming = [person for place, person in enumerate(members) if (place + turn) % 3]
        _say_they_come(session, event, coming)
        _come(session, event, coming, coordinator, turn)
        if event is not events[-1]:
            seen = fingerprint(figures_of(session, event.id), None)
            closed = event.over_at + timedelta(minutes=15)
            close_event(session=session, actor=coordinator, now=closed, event_id=event.id, seen=seen)


def _past(session: Session, now: datetime) -> Sequence[Event]:
    query = select(Event).where(
        Event.ends_at < now, Event.starts_at > now - BACK, Event.cancelled_at.is_(None)
    )
    return session.scalars(query.order_by(Event.starts_at)).all()


def _say_they_come(session: Session, event: Event, coming: Sequence[Actor]) -> None:
    for place, person in enumerate(coming):
        set_rsvp(
            session=session,
            actor=person,
            now=event.starts_at - timedelta(days=3),
            event_id=event.id,
            wish=Wish(going=True, party=PARTIES[place % len(PARTIES)]),
            base=0,
            device="demo",
            seq=1,
        )


def _come(session: Session, event: Event, coming: Sequence[Actor], coordinator: Actor, turn: int) -> None:
    """One after the other within the first minutes; every sixth stays away."""

    def at_minute(minute: int) -> operations.Doing:
        at = event.starts_at + timedelta(minutes=minute)
        return {
            "session": session,
            "actor": coordinator,
            "now": at,
            "id": str(uuid4()),
            "made_at": None,
            "event_id": event.id,
        }

    for place, person in enumerate(coming):
        if (place + turn) % 6:
            party = PARTIES[place % len(PARTIES)]
            operations.check_in(person_id=person.person_id, party=party, how="tap", **at_minute(place))
    name, organisation, party = WALK_INS[turn % len(WALK_INS)]
    operations.add_walk_in(
        name=name,
        organisation_id=None,
        organisation_text=organisation,
        party=party,
        consent=True,
        **at_minute(len(coming)),
    )
