"""Amina, Boris and Chen, each with a phone, and what the coordinator Eva does to events."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.clock import FixedClock
from mo_app.notices.models import Notice
from mo_app.rsvps.models import Needs, Rsvp, Wish
from mo_app.rsvps.operations import set_rsvp
from mo_app.rsvps.queries import events_part, rsvps_part
from mo_app.schedule.models import Event
from mo_app.schedule.operations import create_event, edit_event
from mo_app.sync import DocumentView

EVA = Actor(person_id="evaaaaaaaaaaaaaa", role=Role.COORDINATOR, sign_in_id="eva")
NO_NEEDS = Needs()


def add_person(session: Session, clock: FixedClock, actor: Actor) -> None:
    name = actor.sign_in_id.title()
    now = clock.now()
    session.add(Person(id=actor.person_id, name=name, role=actor.role, language="en", created_at=now))
    session.flush()


@dataclass
class Guest:
    """A person with a device that knows what the server said last."""

    name: str
    session: Session
    clock: FixedClock
    seqs: Any = field(default_factory=lambda: count(1))

    @property
    def actor(self) -> Actor:
        return Actor(person_id=self.name.ljust(16, "a"), role=Role.MEMBER, sign_in_id=self.name)

    def says(
        self,
        event: Event,
        party: int = 1,
        *,
        going: bool = True,
        needs: Needs = NO_NEEDS,
        base: int | None = None,
        seq: int | None = None,
        device: str | None = None,
    ) -> Rsvp:
        return set_rsvp(
            session=self.session,
            actor=self.actor,
            now=self.clock.now(),
            event_id=event.id,
            wish=Wish(going=going, party=party, needs=needs),
            base=self.knows(event).get("version", 0) if base is None else base,
            device=device or self.name,
            seq=next(self.seqs) if seq is None else seq,
        )

    def declines(self, event: Event, **how: Any) -> Rsvp:
        return self.says(event, going=False, **how)

    def knows(self, event: Event) -> dict[str, Any]:
        """What ``mine`` says of this event; empty if nothing."""
        value: dict[str, Any] = rsvps_part(self.view).get(event.id, {})
        return value

    def stands(self, event: Event) -> str:
        """In short: ``confirmed 3``, ``waiting 3 #1``, ``declined``, or nothing."""
        match self.knows(event):
            case {"state": "waiting", "party": party, "number": number}:
                return f"waiting {party} #{number}"
            case {"state": "confirmed", "party": party}:
                return f"confirmed {party}"
            case {"state": state}:
                return str(state)
        return ""

    def told(self) -> list[str]:
        """The kinds of her notices, in their order."""
        query = select(Notice.kind).where(Notice.person_id == self.actor.person_id)
        return list(self.session.scalars(query.order_by(Notice.made_at, Notice.kind)))

    @property
    def view(self) -> DocumentView:
        return DocumentView(self.session, self.actor, self.clock.now(), "en")


@dataclass
class Host:
    session: Session
    clock: FixedClock

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def plans(self, capacity: int | None = None, **values: Any) -> Event:
        """An evening a week from now, of two hours."""
        starts = self.now + timedelta(days=7)
        facts = {
            "kind": "workshop",
            "title": {"de": "Förderanträge", "en": "Funding applications"},
            "place": "Room 1",
            "starts_at": starts,
            "ends_at": starts + timedelta(hours=2),
            "capacity": capacity,
        }
        return create_event(session=self.session, actor=EVA, now=self.now, values=facts | values)

    def changes(self, event: Event, **values: Any) -> None:
        edit_event(
            session=self.session, actor=EVA, now=self.now, event=event, values=values, version=event.version
        )

    def figures(self, event: Event) -> dict[str, int]:
        found: dict[str, int] = events_part(DocumentView(self.session, None, self.now, "en")).get(
            event.id, {}
        )
        return found
