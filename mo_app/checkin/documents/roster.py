"""The document ``roster/<event>``: everybody who might come, and what the door needs to know of them.

It is large and changes seldom; three queries, however many there are.
"""

from typing import Any

from sqlalchemy import and_, select

from mo_app.accounts.models import Organisation, Person
from mo_app.checkin.operations.passes import PASS_HOLDERS
from mo_app.checkin.sorting import sorting
from mo_app.checkin.window import closes_at, opens_at
from mo_app.rsvps.models import Rsvp, State
from mo_app.schedule.models import Event
from mo_app.sync import DocumentView

LETTER = {State.CONFIRMED: "c", State.WAITING: "w", State.DECLINED: "d", None: ""}

_PEOPLE = select(
    Person.id,
    Person.name,
    Person.organisation_id,
    Person.pass_code,
    Rsvp.state,
    Rsvp.party,
    Rsvp.interpreting,
    Rsvp.children,
    Rsvp.step_free,
).where(Person.role.in_(PASS_HOLDERS))


def event_part(view: DocumentView) -> dict[str, Any] | None:
    event = view.session.get(Event, view.key)
    if event is None:
        return None
    return {
        "id": event.id,
        "kind": event.kind,
        "title": event.title,
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.over_at.isoformat(),
        "opens_at": opens_at(event).isoformat(),
        "closes_at": closes_at(event).isoformat(),
        "place": event.place,
        "cancelled": event.is_cancelled,
        "capacity": event.capacity,
    }


def people_part(view: DocumentView) -> list[list[Any]]:
    """``[id, name, organisation, party, state, needs, pass_code]`` by name; where no party was said, 1."""
    here = and_(Rsvp.person_id == Person.id, Rsvp.event_id == view.key)
    rows = view.session.execute(_PEOPLE.outerjoin(Rsvp, here)).all()
    by_name = sorted(rows, key=lambda row: (sorting(row.name), row.id))
    return [_person(row) for row in by_name]


def organisations_part(view: DocumentView) -> dict[str, str]:
    """Names by id, of all: a walk-in may be of any."""
    rows = view.session.execute(select(Organisation.id, Organisation.name).order_by(Organisation.name))
    return {row.id: row.name for row in rows}


def _person(row: Any) -> list[Any]:
    state = LETTER[row.state]
    comes = state in {"c", "w"}
    needs = comes and bool(row.interpreting or row.children or row.step_free)
    party = row.party if comes else 1
    return [row.id, row.name, row.organisation_id, party, state, int(needs), row.pass_code]


PARTS = {"event": event_part, "people": people_part, "organisations": organisations_part}
