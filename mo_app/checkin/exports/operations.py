"""Taking attendance out of the app, which is always written down."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from mo_app.checkin.models import Export
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden
from mo_app.schedule.models import Event

from .files import Format, as_file
from .tables import organisations_table, people_table


class What(StrEnum):
    PEOPLE = "people"
    ORGANISATIONS = "organisations"


MAY_TAKE = {
    What.PEOPLE: {Role.COORDINATOR},
    What.ORGANISATIONS: {Role.COORDINATOR, Role.REVIEWER},
}


def note_export(
    *, session: Session, actor: Actor, now: datetime, event: Event, what: str, form: str, rows: int
) -> None:
    taken = {"what": what, "form": form, "rows": rows}
    session.add(Export(event_id=event.id, at=now, actor_id=actor.person_id, **taken))
    session.flush()


@dataclass(frozen=True)
class File:
    name: str
    data: bytes


def export_attendance(
    *, session: Session, actor: Actor, now: datetime, event: Event, what: What, form: Format
) -> File:
    """In the current language. Names are for coordinators; raises Forbidden."""
    if actor.role not in MAY_TAKE[what]:
        raise Forbidden
    make = people_table if what is What.PEOPLE else organisations_table
    table = make(session, event, now)
    note_export(
        session=session, actor=actor, now=now, event=event, what=what, form=form, rows=len(table.rows)
    )
    return File(f"attendance-{event.first_day}-{what}.{form}", as_file(table, form))
