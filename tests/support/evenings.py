"""An event that is on now, with its door, and what is known of who came."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from mo_app.checkin.doors import code_of
from mo_app.checkin.models import Scan
from mo_app.schedule.kinds import Kind
from mo_app.schedule.operations import create_event
from tests.support.cast import clara_of
from tests.support.records import Records


@dataclass
class Evening:
    records: Records
    id: str
    code: str

    @classmethod
    def planned(cls, records: Records, *, begins_in: timedelta = timedelta(minutes=30)) -> "Evening":
        """By Clara, for two hours."""
        now = datetime.now(UTC)
        values = {
            "kind": Kind.MEETING.value,
            "title": {"en": "Tonight"},
            "place": "Seminar room",
            "starts_at": now + begins_in,
            "ends_at": now + begins_in + timedelta(hours=2),
        }
        with records.writing() as session:
            event = create_event(session=session, actor=clara_of(records.cast), now=now, values=values)
            return cls(records, event.id, code_of(session, event.id) or "")

    @property
    def door(self) -> str:
        """What the code at the door says, below the origin."""
        return f"/here/{self.id}/{self.code}"

    def came(self) -> list[tuple[str, int, str]]:
        """Who, with how many, by whose word; names of the cast."""
        names = {person: name for name, person in self.records.cast.people.items()}
        query = select(Scan.subject, Scan.party, Scan.by).where(Scan.event_id == self.id)
        with self.records.reading() as session:
            return [(names[subject], party, by) for subject, party, by in session.execute(query)]
