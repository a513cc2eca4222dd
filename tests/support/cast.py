"""The cast: the same people and events in every test that tells a story.

Amina is a volunteer of a women's group, Bohdan is the contact of a Saturday school, Clara coordinates for
the host, Dirk reviews for the city. The roomy meeting has no limit, the small one has four places, the
past one was last month.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app import create_app
from mo_app.accounts.models import Organisation, Person
from mo_app.accounts.operations.sign_ins import start_sign_in
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.ids import new_id
from mo_app.schedule.kinds import Kind
from mo_app.schedule.models import Event
from mo_app.schedule.operations import cancel_event, create_event, edit_event, restore_event
from mo_app.settings import Settings
from mo_app.web.database import begin_write, db
from mo_app.web.migrations import upgrade

PLACES = 4
"""In the small meeting."""
WHY_CANCELLED = "The room is flooded"


@dataclass(frozen=True)
class Cast:
    """Ids by name."""

    people: Mapping[str, str]
    events: Mapping[str, str]


def make_template(folder: Path) -> Cast:
    """A data folder as after an installation, with the cast in it."""
    app = create_app(Settings.from_environ({"MO_DATA": str(folder)}))
    with app.app_context():
        upgrade()
        begin_write()
        cast = seed(db.session(), datetime.now(UTC))
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return cast


def seed(session: Session, now: datetime) -> Cast:
    women = Organisation(name="Saba women's group", created_at=now)
    school = Organisation(name="Ukrainian Saturday school", created_at=now)
    people = {
        "amina": Person(name="Amina Tesfay", role=Role.MEMBER, language="en", organisation=women),
        "bohdan": Person(name="Bohdan Shevchuk", role=Role.CONTACT, language="uk", organisation=school),
        "clara": Person(name="Clara Vogel", role=Role.COORDINATOR, language="de"),
        "dirk": Person(name="Dirk Lehmann", role=Role.REVIEWER, language="de"),
    }
    for person in people.values():
        person.created_at = now
    session.add_all(people.values())
    session.flush()
    cast = Cast({name: person.id for name, person in people.items()}, {})
    day = timedelta(days=1)
    events = {
        "roomy": _event(session, cast, now, "Writing applications", at=now + 10 * day),
        "small": _event(session, cast, now, "Kitchen table", at=now + 5 * day, capacity=PLACES),
        "past": _event(session, cast, now, "Monthly meeting", at=now - 30 * day),
    }
    return Cast(cast.people, {name: event.id for name, event in events.items()})


def cookie_of(session: Session, person_id: str, now: datetime) -> str:
    """The token of a new sign-in, as the passkey would bring it."""
    return start_sign_in(session=session, person_id=person_id, device="Chromium · Linux", now=now)


def cancel(session: Session, cast: Cast, event: str, now: datetime) -> None:
    """Clara cancels; she says why in English."""
    reason = {"en": WHY_CANCELLED}
    cancel_event(
        session=session, actor=clara_of(cast), now=now, event=event_of(session, cast, event), reason=reason
    )


def restore(session: Session, cast: Cast, event: str, now: datetime) -> None:
    restore_event(session=session, actor=clara_of(cast), now=now, event=event_of(session, cast, event))


def add_events(session: Session, cast: Cast, now: datetime, count: int, text: str) -> None:
    """Clara plans a year of meetings."""
    for number in range(count):
        at = now + timedelta(days=20 + number)
        _event(session, cast, now, f"Meeting {number}", at=at, text=text)


def edit_texts(session: Session, cast: Cast, now: datetime, text: str) -> None:
    """Clara writes something else below every event."""
    for event in session.scalars(select(Event)).all():
        values, version = {"text": {"en": text}}, event.version
        edit_event(
            session=session, actor=clara_of(cast), now=now, event=event, values=values, version=version
        )


def event_of(session: Session, cast: Cast, name: str) -> Event:
    return session.get_one(Event, cast.events[name])


def clara_of(cast: Cast) -> Actor:
    return Actor(cast.people["clara"], Role.COORDINATOR, new_id())


def _event(
    session: Session,
    cast: Cast,
    now: datetime,
    title: str,
    *,
    at: datetime,
    capacity: int | None = None,
    text: str = "Bring what you have.",
) -> Event:
    values = {
        "kind": Kind.MEETING.value,
        "title": {"en": title},
        "text": {"en": text},
        "place": "Seminar room",
        "starts_at": at,
        "ends_at": at + timedelta(hours=2),
        "capacity": capacity,
    }
    return create_event(session=session, actor=clara_of(cast), now=now, values=values)
