"""Two tablets at the door of one evening, and what they record."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from flask import Flask
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.accounts.models import Organisation, Person
from mo_app.checkin import operations
from mo_app.checkin.operations import Doing
from mo_app.checkin.records import Records
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.clock import FixedClock
from mo_app.schedule.models import Event


def station_of(event: Event, name: str = "tablet") -> Actor:
    """A tablet of this event; ``name`` in letters."""
    return Actor(name.ljust(16, "t"), Role.STATION, "", event_id=event.id)


def add_person(
    session: Session, clock: FixedClock, name: str, organisation: Organisation | None = None
) -> Person:
    person = Person(name=name, language="en", organisation=organisation, created_at=clock.now())
    session.add(person)
    session.flush()
    return person


def add_organisation(session: Session, clock: FixedClock, name: str) -> Organisation:
    organisation = Organisation(name=name, created_at=clock.now())
    session.add(organisation)
    session.flush()
    return organisation


@dataclass
class Door:
    """Whoever stands there, for one event; every method answers with the record's id."""

    session: Session
    clock: FixedClock
    event_id: str
    actor: Actor
    made_at: datetime | None = None
    """By the clock of the device; None where it says nothing sensible."""
    minutes: Iterator[int] = field(default_factory=lambda: count(1))

    def marks(self, person: Person | str, party: int = 1) -> str:
        person_id = person if isinstance(person, str) else person.id
        return operations.check_in(person_id=person_id, party=party, how="tap", **self.doing()).id

    def enters(self, person: Person, party: int = 1) -> str:
        return operations.enter_from_paper(person_id=person.id, party=party, **self.doing()).id

    def adds(self, name: str = "Nobody knows", party: int = 1, **about: Any) -> str:
        given = {"organisation_id": None, "organisation_text": "", "consent": True} | about
        return operations.add_walk_in(name=name, party=party, **given, **self.doing()).id

    def undoes(self, of: str) -> str:
        return operations.undo(of=of, **self.doing()).id

    def merges(self, walk_in: str, into: str) -> str:
        return operations.merge(walk_in=walk_in, into=into, **self.doing()).id

    def doing(self) -> Doing:
        """A minute later each time."""
        made_at = self.made_at or self.clock.now() - timedelta(hours=2) + timedelta(
            minutes=next(self.minutes)
        )
        return {
            "session": self.session,
            "actor": self.actor,
            "now": self.clock.now(),
            "id": str(uuid4()),
            "made_at": made_at,
            "event_id": self.event_id,
        }

    @property
    def presence(self) -> Any:
        self.session.flush()
        return Records(self.session, self.event_id).presence

    def document(self, app: Flask, name: str) -> dict[str, Any]:
        """``roster`` or ``door`` of the event, as it is sent."""
        self.session.flush()
        view = sync.DocumentView(self.session, self.actor, self.clock.now(), "en", self.event_id)
        return {part: value(view) for part, value in app.extensions["sync"].parts[name].items()}
