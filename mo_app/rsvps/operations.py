"""Saying whether one comes, and what follows from it for the places and for the waiting list."""

from datetime import datetime, time, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.kernel.actor import Actor
from mo_app.kernel.clock import BERLIN, local_date
from mo_app.notices.operations import forget_notices
from mo_app.schedule.models import Event

from .errors import EventUnknown
from .models import Needs, Rsvp, RsvpChange, State, Wish
from .places import Places, record
from .rules import check_newest, check_open, check_places, check_wish

NEEDS_KEPT_FOR = timedelta(days=7)


def set_rsvp(
    *,
    session: Session,
    actor: Actor,
    now: datetime,
    event_id: str,
    wish: Wish,
    base: int,
    device: str,
    seq: int,
) -> Rsvp:
    """Say whether ``actor`` comes to an event, for how many heads and with which needs.

    ``base`` is the version of the RSVP that ``device`` knew when its operation number ``seq`` was made.

    Who has no place yet joins the end of the waiting list, and gets places at once if they are free. Who
    waits and says another number keeps the place on the list. Who has places and wants more gets them if they
    are free; if not, the operation is refused and what was said before still counts: nobody loses places by
    asking for more. Fewer heads, or not coming, frees places for those who wait. That one does not come can
    be said after RSVPs have closed, too, until the event ends.

    Raises EventUnknown and what the rules raise (``rules.py``).
    """
    check_wish(wish)
    event = lock_event(session, event_id)
    rsvp = session.get(Rsvp, (event.id, actor.person_id))
    check_open(event, rsvp, wish, now)
    check_newest(rsvp, wish, base=base, device=device, seq=seq)
    places = Places(session, event, look=event.capacity is not None)  # without a limit nobody waits
    check_places(event, places, rsvp, wish)

    rsvp = rsvp or Rsvp(event_id=event.id, person_id=actor.person_id, state=State.DECLINED, version=0)
    rsvp.device, rsvp.seq, rsvp.version, rsvp.updated_at = device, seq, rsvp.version + 1, now
    rsvp.needs = wish.needs if wish.going else Needs()
    if wish.going:
        places.ask(rsvp, wish.party)
    else:
        places.give_up(rsvp, wish.party)
    session.add(rsvp)
    places.move_up(now=now, knows=actor.person_id)
    record(session, rsvp, now=now, actor_id=actor.person_id)
    session.flush()
    sync.touch_document(session, "mine", owner=actor.person_id)
    places.tell_devices()
    return rsvp


def lock_event(session: Session, event_id: str) -> Event:
    """The event, held until the commit, so that its places are given to one person at a time.

    SQLite's write transaction does that already. Raises EventUnknown.
    """
    if not (event_id.isascii() and event_id.isalnum()):
        raise EventUnknown
    query = select(Event).where(Event.id == event_id).with_for_update()
    event = session.scalar(query.execution_options(populate_existing=True))
    if event is None:
        raise EventUnknown
    return event


def forget_needs(*, session: Session, now: datetime) -> int:
    """Delete the needs of everybody for events that ended a week ago; the number of RSVPs that had some.

    It happens once a day: what would be a week old later today goes now, not tomorrow.
    """
    tomorrow = datetime.combine(local_date(now) + timedelta(days=1), time(), BERLIN)
    over = select(Event.id).where(Event.ends_at < tomorrow - NEEDS_KEPT_FOR)
    has_needs = Rsvp.interpreting.is_not(None) | (Rsvp.children > 0) | Rsvp.step_free
    forget = update(Rsvp).where(Rsvp.event_id.in_(over), has_needs)
    nothing = forget.values(interpreting=None, children=0, step_free=False)
    people = session.scalars(nothing.returning(Rsvp.person_id)).all()
    for person_id in dict.fromkeys(people):
        sync.touch_document(session, "mine", owner=person_id)
    return len(people)


def forget_rsvps(*, session: Session, event_id: str) -> None:
    """Delete what was said about coming to this event, its history, and what those people were told of it.

    For events that are long over.
    """
    for table in (Rsvp, RsvpChange):
        session.execute(delete(table).where(table.event_id == event_id))
    forget_notices(session=session, path=f"/schedule/{event_id}")
    sync.touch_document(session, "roster", owner=event_id)
