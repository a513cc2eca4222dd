"""Who made a record, and whom it is about, in words."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.kernel.i18n import N_, Message

from .models import Merge, Scan, Station, Undo, WalkIn
from .models.records import PAPER, SELF

Row = Scan | WalkIn | Merge | Undo

SOMEBODY = N_("somebody")
ON_PAPER = N_("%(name)s, from the sign-in sheet")
ON_OWN_PHONE = N_("%(name)s, on the own phone")


class Makers:
    """For these records; two queries, however many there are."""

    def __init__(self, session: Session, rows: Iterable[Row]) -> None:
        rows = list(rows)
        ids = {row.actor_id for row in rows} | {
            row.person_id for row in rows if isinstance(row, Scan | Merge)
        }
        people = session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
        self._names: dict[str, Message | str] = {row.id: row.name for row in people}
        stations = session.scalars(select(Station).where(Station.id.in_(ids)))
        self._names |= {station.id: station.name for station in stations}

    def of(self, row: Row) -> Message | str:
        by = row.by if isinstance(row, Scan | WalkIn) else ""
        who = self._name(row.actor_id)
        if by == SELF:
            return Message(ON_OWN_PHONE, {"name": who})
        return Message(ON_PAPER, {"name": who}) if by == PAPER else who

    def name(self, subject: str) -> Message | str:
        """Of a person: ``p:<person>``."""
        return self._name(subject[2:])

    def _name(self, id_: str) -> Message | str:
        return self._names.get(id_) or Message(SOMEBODY)
