"""Who comes: the parts of ``mine`` and ``figures``."""

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, aliased

from mo_app.schedule.models import Event
from mo_app.sync import DocumentView

from .models import Rsvp, State

SHOWN_AFTER = timedelta(days=7)


def rsvps_part(view: DocumentView) -> dict[str, Any]:
    """The part ``rsvps`` of ``mine``: what this person said, by event, until a week after it."""
    if view.actor is None:
        return {}
    ahead = aliased(Rsvp)
    number = (
        select(func.count())
        .where(ahead.event_id == Rsvp.event_id, ahead.queue_number <= Rsvp.queue_number)
        .correlate(Rsvp)
        .scalar_subquery()
    )
    query = (
        select(Rsvp, number)
        .join(Event, Event.id == Rsvp.event_id)
        .where(Rsvp.person_id == view.actor.person_id, Event.over_after(view.now - SHOWN_AFTER))
        .order_by(Rsvp.event_id)
    )
    return {rsvp.event_id: _value(rsvp, place) for rsvp, place in view.session.execute(query)}


def events_part(view: DocumentView) -> dict[str, Any]:
    """The part ``events`` of ``figures``, by event: heads with a place, heads waiting, and answers of both.

    Events that are over are left out, and so are those nobody comes to.
    """
    confirmed = case((Rsvp.state == State.CONFIRMED, Rsvp.party), else_=0)
    waiting = case((Rsvp.state == State.WAITING, Rsvp.party), else_=0)
    query = (
        select(Rsvp.event_id, func.sum(confirmed), func.sum(waiting), func.count())
        .join(Event, Event.id == Rsvp.event_id)
        .where(Event.over_after(view.now), Rsvp.state != State.DECLINED)
        .group_by(Rsvp.event_id)
        .order_by(Rsvp.event_id)
    )
    return {
        event_id: {"taken": taken, "waiting": waiting, "people": people}
        for event_id, taken, waiting, people in view.session.execute(query)
    }


def waiting_number(session: Session, rsvp: Rsvp) -> int | None:
    """1 for who is next; None for who does not wait."""
    if rsvp.queue_number is None:
        return None
    ahead = select(func.count()).where(Rsvp.event_id == rsvp.event_id, Rsvp.queue_number <= rsvp.queue_number)
    return session.scalar(ahead)


def _value(rsvp: Rsvp, number: int) -> dict[str, Any]:
    return {
        "going": rsvp.going,
        "party": rsvp.party,
        "needs": asdict(rsvp.needs),
        "state": rsvp.state,
        "number": number if rsvp.state == State.WAITING else None,
        "version": rsvp.version,
    }
