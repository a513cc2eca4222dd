"""Who came to an event: for the desk, for exports, and for the figures of the city.

Organisations are those of that evening, and subjects outlive names: the numbers stay when names are removed.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation, Person
from mo_app.rsvps.models import Rsvp, State

from .belonging import Belonging
from .presence import Present
from .records import Records
from .sorting import sorting


@dataclass(frozen=True)
class Attendee:
    """Somebody who was present, alone or with others."""

    subject: str
    """``p:<person>``, or ``w:<walk-in>`` of somebody whom nobody knew."""
    name: str
    """Empty once names are removed."""
    organisation: str | None
    """By its present name, or as it was typed."""
    heads: int
    at: datetime
    by: str
    """Where she was marked first: a station's id, or a word (``models.records``)."""
    scans: tuple[str, ...]
    walk_ins: tuple[str, ...]
    """The records that say so, to be taken back by their ids."""

    @property
    def is_walk_in(self) -> bool:
        return self.subject.startswith("w:")


@dataclass(frozen=True)
class Absent:
    """Somebody who had a place, did not come, and did not say so."""

    person_id: str
    name: str
    organisation: str | None
    party: int


@dataclass(frozen=True)
class Group:
    """What came from one organisation; None are people of no organisation."""

    organisation: str | None
    people: int
    heads: int


@dataclass(frozen=True)
class Attendance:
    attendees: list[Attendee]
    """By name, walk-ins among them."""
    absent: list[Absent]
    """By name."""

    @cached_property
    def people(self) -> list[Attendee]:
        """Of the roster."""
        return [each for each in self.attendees if not each.is_walk_in]

    @cached_property
    def walk_ins(self) -> list[Attendee]:
        return [each for each in self.attendees if each.is_walk_in]

    @cached_property
    def heads(self) -> int:
        return sum(each.heads for each in self.attendees)

    @cached_property
    def organisations(self) -> list[Group]:
        """By heads, the most first."""
        people, heads = Counter[str | None](), Counter[str | None]()
        for each in self.attendees:
            people[each.organisation] += 1
            heads[each.organisation] += each.heads
        groups = [Group(name, people[name], heads[name]) for name in people]
        return sorted(groups, key=lambda group: (-group.heads, group.organisation or ""))


def attendance(session: Session, event_id: str) -> Attendance:
    """Six queries, however many came."""
    records = Records(session, event_id)
    present = records.presence.present
    names = _names(session, records, present)
    belongs = Belonging(session, records)
    attendees = [
        Attendee(
            subject=subject,
            name=names.get(subject, ""),
            organisation=belongs.organisation_of(subject, each),
            heads=each.heads,
            at=each.at,
            by=each.by,
            scans=each.scans,
            walk_ins=each.walk_ins,
        )
        for subject, each in present.items()
    ]
    attendees.sort(key=lambda each: (sorting(each.name), each.subject))
    return Attendance(attendees, _absent(session, event_id, present))


def _names(session: Session, records: Records, present: Mapping[str, Present]) -> dict[str, str]:
    """By subject."""
    people = [subject[2:] for subject in present if subject.startswith("p:")]
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(people)))
    walk_ins = {f"w:{walk_in.id}": walk_in.name for walk_in in records.walk_ins}
    return walk_ins | {f"p:{person_id}": name for person_id, name in rows}


def _absent(session: Session, event_id: str, present: Mapping[str, Present]) -> list[Absent]:
    query = (
        select(Person.id, Person.name, Organisation.name, Rsvp.party)
        .join(Person, Person.id == Rsvp.person_id)
        .join(Organisation, Organisation.id == Person.organisation_id, isouter=True)
        .where(Rsvp.event_id == event_id, Rsvp.state == State.CONFIRMED)
    )
    absent = [Absent(*row) for row in session.execute(query) if f"p:{row.id}" not in present]
    return sorted(absent, key=lambda each: (sorting(each.name), each.person_id))
