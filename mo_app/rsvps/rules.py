"""What may be said of coming to an event, when, and by which device."""

from datetime import datetime

from mo_app.schedule.models import Event

from .errors import (
    ChildrenOutOfRange,
    EventCancelled,
    EventPast,
    InterpretingTooLong,
    MoreChildrenThanPeople,
    NoPlacesForMore,
    PartyOutOfRange,
    PartyOverCapacity,
    RsvpClosed,
    RsvpConflict,
    Superseded,
)
from .models import CHILDREN_MAX, INTERPRETING_MAX, PARTY_MAX, PARTY_MIN, Rsvp, State, Wish
from .places import Places


def check_wish(wish: Wish) -> None:
    """Raises PartyOutOfRange, ChildrenOutOfRange, MoreChildrenThanPeople and InterpretingTooLong."""
    if not PARTY_MIN <= wish.party <= PARTY_MAX:
        raise PartyOutOfRange(least=PARTY_MIN, most=PARTY_MAX)
    if not 0 <= wish.needs.children <= CHILDREN_MAX:
        raise ChildrenOutOfRange(most=CHILDREN_MAX)
    if wish.going and wish.needs.children > wish.party:
        raise MoreChildrenThanPeople
    if len(wish.needs.interpreting or "") > INTERPRETING_MAX:
        raise InterpretingTooLong(most=INTERPRETING_MAX)


def check_open(event: Event, rsvp: Rsvp | None, wish: Wish, now: datetime) -> None:
    """Raises EventCancelled, EventPast and RsvpClosed; who said something may always say "I can't come"."""
    if event.is_cancelled:
        raise EventCancelled(reason=event.cancel_reason)
    if event.has_ended(now):
        raise EventPast
    if event.rsvps_close_at <= now and (wish.going or rsvp is None):
        raise RsvpClosed


def check_newest(rsvp: Rsvp | None, wish: Wish, *, base: int, device: str, seq: int) -> None:
    """A device overwrites what it knew of and what it said itself; two that mean the same agree.

    Raises RsvpConflict and Superseded.
    """
    if rsvp is None:
        return
    if rsvp.device == device:
        if seq <= rsvp.seq:
            raise Superseded
    elif rsvp.version != base and not wish.agrees_with(rsvp.said):
        raise RsvpConflict(going=rsvp.going, party=rsvp.party, state=rsvp.state)


def check_places(event: Event, places: Places, rsvp: Rsvp | None, wish: Wish) -> None:
    """Whether so many can ever come, and whether who has places can have more.

    Raises PartyOverCapacity and NoPlacesForMore.
    """
    held = rsvp.party if rsvp and rsvp.going else 0
    if event.capacity is None or not wish.going or wish.party <= held:
        return
    if wish.party > event.capacity:
        raise PartyOverCapacity(capacity=event.capacity)
    if rsvp and rsvp.state == State.CONFIRMED:
        possible = held + (places.free or 0)
        if wish.party > possible:
            raise NoPlacesForMore(asked=wish.party, kept=held, possible=possible)
