"""Who gets a place: capacity counts heads, and the waiting list moves in order of arrival.

One rule for everybody: whoever wants to come joins the end of the waiting list, and the list is gone through
from its head; each party that fits into the free places gets them. A large party that does not fit yet keeps
its place on the list and holds nobody up who does.
"""

from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.kernel.i18n import N_, Message
from mo_app.notices.operations import notify
from mo_app.schedule.models import Event

from .models import Rsvp, RsvpChange, State

PROMOTED = N_("You have a place now: “%(title)s”, %(starts)s. People expected with you: %(party)s.")


class Places:
    """The places of one event and its waiting list, within one change of them."""

    def __init__(self, session: Session, event: Event, *, look: bool = True) -> None:
        """``look`` is false where it is known that nobody has places to count, and nobody waits."""
        self._session, self._event = session, event
        self.taken, waiting = _counts(session, event.id) if look else (0, 0)
        self.waiting = _waiting(session, event.id) if waiting else []
        """In order: the first is number 1."""
        self._numbers_before = self.numbers()

    @property
    def free(self) -> int | None:
        """None where there is no limit; never negative, though capacity may have been lowered."""
        return None if self._event.capacity is None else max(0, self._event.capacity - self.taken)

    def numbers(self) -> dict[str, int]:
        """The number of each waiting person."""
        return {rsvp.person_id: number for number, rsvp in enumerate(self.waiting, start=1)}

    def ask(self, rsvp: Rsvp, party: int) -> None:
        """Who has places keeps them, who waits keeps the number, and all others join the end of the list.

        Whether there are places for more than one has must have been asked before.
        """
        if rsvp.state == State.CONFIRMED:
            self.taken += party - rsvp.party
        elif rsvp.state == State.DECLINED:
            # Numbers of those who left may come again: only the order of those who wait counts.
            last = self.waiting[-1].queue_number if self.waiting else 0
            rsvp.state, rsvp.queue_number = State.WAITING, (last or 0) + 1
            self.waiting.append(rsvp)
        rsvp.party = party

    def give_up(self, rsvp: Rsvp, party: int) -> None:
        if rsvp.state == State.CONFIRMED:
            self.taken -= rsvp.party
        elif rsvp.state == State.WAITING:
            self.waiting.remove(rsvp)
        rsvp.state, rsvp.queue_number, rsvp.party = State.DECLINED, None, party

    def move_up(self, *, now: datetime, knows: str | None = None) -> None:
        """Give free places to the waiting, in order, as far as they fit, and tell each who got some.

        ``knows`` is the person whose own doing this is: she gets the answer and needs no notice.
        """
        for rsvp in list(self.waiting):
            if self.free is not None and rsvp.party > self.free:
                continue
            self.waiting.remove(rsvp)
            self.taken += rsvp.party
            rsvp.state, rsvp.queue_number = State.CONFIRMED, None
            if rsvp.person_id != knows:
                rsvp.updated_at = now
                record(self._session, rsvp, now=now, actor_id=None)
                self._tell(rsvp, now)

    def tell_devices(self) -> None:
        """Everybody whose number changed learns it, and everybody learns the counts."""
        before, after = self._numbers_before, self.numbers()
        for person_id in sorted(before.keys() | after.keys()):
            if before.get(person_id) != after.get(person_id):
                sync.touch_document(self._session, "mine", owner=person_id)
        sync.touch_document(self._session, "figures")

    def _tell(self, rsvp: Rsvp, now: datetime) -> None:
        event = self._event
        notify(
            session=self._session,
            person_id=rsvp.person_id,
            kind="rsvp_promoted",
            text=Message(PROMOTED, {"title": event.title, "starts": event.starts_at, "party": rsvp.party}),
            path=f"/schedule/{event.id}",
            now=now,
        )


def record(session: Session, rsvp: Rsvp, *, now: datetime, actor_id: str | None) -> None:
    """Write history: this is what stands from now on."""
    session.add(
        RsvpChange(
            event_id=rsvp.event_id,
            person_id=rsvp.person_id,
            actor_id=actor_id,
            state=rsvp.state,
            party=rsvp.party,
            made_at=now,
        )
    )


def _counts(session: Session, event_id: str) -> tuple[int, int]:
    """Heads that have a place, and how many answers wait."""
    heads = func.sum(case((Rsvp.state == State.CONFIRMED, Rsvp.party), else_=0))
    waiting = func.count(Rsvp.queue_number)
    taken, answers = session.execute(select(heads, waiting).where(Rsvp.event_id == event_id)).one()
    return taken or 0, answers


def _waiting(session: Session, event_id: str) -> list[Rsvp]:
    query = select(Rsvp).where(Rsvp.event_id == event_id, Rsvp.state == State.WAITING)
    return list(session.scalars(query.order_by(Rsvp.queue_number)))
