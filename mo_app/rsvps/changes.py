"""What a change of an event means for those who said they come: places, and notices."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.kernel.i18n import N_, Message
from mo_app.notices.operations import notify
from mo_app.schedule.hooks import EventFacts
from mo_app.schedule.models import Event

from .models import Rsvp, State
from .places import Places

CANCELLED = N_("Cancelled: “%(title)s”, %(starts)s. %(reason)s")
RESTORED = N_("It takes place after all: “%(title)s”, %(starts)s.")
MOVED = N_("New time for “%(title)s”: %(starts)s, not %(before)s. If you can't come then, please say so.")
MOVED_ELSEWHERE = N_(
    "New time and place for “%(title)s”: %(starts)s, not %(before)s; %(place)s. "
    "If you can't come then, please say so."
)
ELSEWHERE = N_("New place for “%(title)s”, %(starts)s: %(place)s")


def event_changed(*, session: Session, event: Event, before: EventFacts | None, now: datetime) -> None:
    """Called by the schedule within the transaction of the change; ``before`` is None for a new event."""
    sync.touch_document(session, "figures")
    if before is None or event.has_ended(now):
        return
    told = _what_to_say(event, before)
    if told:
        kind, text = told
        path = f"/schedule/{event.id}"
        for person_id in _going(session, event.id):
            notify(session=session, person_id=person_id, kind=kind, text=text, path=path, now=now)
    if event.cancelled_at is None:
        places = Places(session, event)
        places.move_up(now=now)
        session.flush()
        places.tell_devices()


def _what_to_say(event: Event, before: EventFacts) -> tuple[str, Message] | None:
    about = {"title": event.title, "starts": event.starts_at}
    if event.cancelled_at is not None:
        if before.cancelled_at is not None:
            return None
        return "event_cancelled", Message(CANCELLED, {**about, "reason": event.cancel_reason})
    if before.cancelled_at is not None:
        return "event_restored", Message(RESTORED, about)
    if event.starts_at != before.starts_at:
        about |= {"before": before.starts_at}
        if event.place in {"", before.place}:
            return "event_moved", Message(MOVED, about)
        return "event_moved", Message(MOVED_ELSEWHERE, {**about, "place": event.place})
    if event.place != before.place:
        return "event_elsewhere", Message(ELSEWHERE, {**about, "place": event.place})
    return None


def _going(session: Session, event_id: str) -> list[str]:
    query = select(Rsvp.person_id).where(Rsvp.event_id == event_id, Rsvp.state != State.DECLINED)
    return list(session.scalars(query.order_by(Rsvp.person_id)))
