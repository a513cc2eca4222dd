"""Who was expected and did not come."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation, Person
from mo_app.rsvps.models import Rsvp, State

from .attendance import Attendee
from .sorting import sorting


class Absent(NamedTuple):
    """Somebody who had a place, did not come, and did not say so."""

    person_id: str
    name: str
    organisation: str | None
    party: int


def absent(session: Session, event_id: str, there: Iterable[Attendee]) -> list[Absent]:
    """By name; one query. ``there`` is who came."""
    query = (
        select(Person.id, Person.name, Organisation.name, Rsvp.party)
        .join(Person, Person.id == Rsvp.person_id)
        .join(Organisation, Organisation.id == Person.organisation_id, isouter=True)
        .where(Rsvp.event_id == event_id, Rsvp.state == State.CONFIRMED)
    )
    subjects = {each.subject for each in there}
    found = [Absent(*row) for row in session.execute(query) if f"p:{row.id}" not in subjects]
    return sorted(found, key=lambda each: (sorting(each.name), each.person_id))
