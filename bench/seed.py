"""An installation to measure: the demo's year, members with devices, and as much history as wanted."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from mo_app import create_app
from mo_app.accounts.models import Person
from mo_app.accounts.operations.sign_ins import start_sign_in
from mo_app.demo.load import load
from mo_app.kernel.actor import Role
from mo_app.rsvps.models import Rsvp, State
from mo_app.schedule.changes import OPERATOR
from mo_app.schedule.models import Event
from mo_app.schedule.operations import create_event
from mo_app.settings import Settings
from mo_app.web.database import begin_write, db
from mo_app.web.migrations import upgrade

EVENTS_A_YEAR = 40
PEOPLE_AN_EVENT = 25


@dataclass(frozen=True)
class Installation:
    settings: dict[str, str]
    """The environment in which the app serves it."""
    members: list[tuple[str, str]]
    """Person's id, and the token of a sign-in."""
    events: list[str]
    """Upcoming ones."""


def install(folder: Path, *, origin: str, members: int, years: int) -> Installation:
    """``years`` of history: each forty events with twenty-five RSVPs, beside the demo's year."""
    environ = {"MO_DATA": str(folder), "MO_ORIGIN": origin}
    now = datetime.now(UTC)
    app = create_app(Settings.from_environ(environ))
    with app.app_context():
        upgrade()
        begin_write()
        load(session=db.session(), now=now)
        people = _members(members, now)
        for year in range(years):
            _year_of_history(people, now - timedelta(days=365 * year))
        tokens = [
            (person, start_sign_in(session=db.session(), person_id=person, device="bench", now=now))
            for person in people
        ]
        upcoming = list(db.session.scalars(select(Event.id).where(Event.starts_at > now + timedelta(days=1))))
        db.session.commit()
        db.engine.dispose()
    return Installation(environ, tokens, upcoming)


def _members(number: int, now: datetime) -> list[str]:
    people = [
        Person(name=f"Member {index}", role=Role.MEMBER, language="de", created_at=now)
        for index in range(number)
    ]
    db.session.add_all(people)
    db.session.flush()
    return [person.id for person in people]


def _year_of_history(people: list[str], until: datetime) -> None:
    for number in range(EVENTS_A_YEAR):
        at = until - timedelta(days=9 * (number + 1))
        values = {
            "kind": "workshop",
            "title": {"de": f"Workshop {at:%d.%m.%Y}"},
            "text": {"de": "Wie immer."},
        }
        values |= {"place": "Seminarraum 1", "starts_at": at, "ends_at": at + timedelta(hours=3)}
        event = create_event(session=db.session(), actor=OPERATOR, now=at - timedelta(days=30), values=values)
        for person_id in people[:PEOPLE_AN_EVENT]:
            said = {"state": State.CONFIRMED, "party": 1, "device": "bench", "seq": 1, "updated_at": at}
            db.session.add(Rsvp(event_id=event.id, person_id=person_id, **said))
    db.session.flush()
