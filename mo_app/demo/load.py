"""Fills an empty database with the demo, by the same operations that people use."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation, Person
from mo_app.accounts.operations.demo import add_demo_person
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.clock import local_date
from mo_app.organisations.operations import add_organisation
from mo_app.rsvps.models import Needs, Wish
from mo_app.rsvps.operations import set_rsvp
from mo_app.schedule.changes import OPERATOR
from mo_app.schedule.imports import import_calendar
from mo_app.schedule.models import Event
from mo_app.schedule.operations import edit_event

from .calendar import programme_around
from .evenings import hold_evenings

FOLDER = Path(__file__).parent


def is_empty(*, session: Session) -> bool:
    """Whether nobody and nothing is in the database yet."""
    return not any(session.scalar(select(model.id).limit(1)) for model in (Person, Organisation, Event))


def load(*, session: Session, now: datetime) -> None:
    people = list(_add_people(session, now))
    [coordinator] = (actor_of(person) for person in people if person.role is Role.COORDINATOR)
    programme = programme_around(local_date(now))
    import_calendar(session=session, actor=coordinator, now=now, data=programme, language="de")
    _word_events(session, coordinator, now)
    _answer(session, people, now)
    actors = [actor_of(person) for person in people]
    hold_evenings(session=session, people=actors, coordinator=coordinator, now=now)


def actor_of(person: Person) -> Actor:
    return Actor(person_id=person.id, role=person.role, sign_in_id="", organisation_id=person.organisation_id)


def _add_people(session: Session, now: datetime) -> Iterator[Person]:
    cast = _read("cast.toml")
    for organisation in cast["organisations"]:
        added = add_organisation(session=session, actor=OPERATOR, name=organisation["name"], now=now)
        for person in organisation["people"]:
            yield _add_person(session, person, added.id, now)
    for person in cast["people"]:
        yield _add_person(session, person, None, now)


def _add_person(session: Session, said: dict[str, Any], organisation_id: str | None, now: datetime) -> Person:
    return add_demo_person(
        session=session,
        name=said["name"],
        language=said["language"],
        role=Role(said["role"]),
        organisation_id=organisation_id,
        demo_role=said.get("demo"),
        now=now,
    )


def _word_events(session: Session, coordinator: Actor, now: datetime) -> None:
    """Translations, places and offers: what no calendar file can say."""
    wording = _read("wording.toml")
    for event in _to_come(session, now):
        if values := wording.get(event.uid or ""):
            edit_event(
                session=session, actor=coordinator, now=now, event=event, values=values, version=event.version
            )


def _answer(session: Session, people: Sequence[Person], now: datetime) -> None:
    """Who comes: to the next date of each event that ``answers.toml`` names."""
    actors = {person.name: actor_of(person) for person in people}
    answers = _read("answers.toml")
    for event in _to_come(session, now):
        for name, said in answers.pop(event.uid or "", {}).items():
            set_rsvp(
                session=session,
                actor=actors[name],
                now=now,
                event_id=event.id,
                wish=_wish(**said),
                base=0,
                device="demo",
                seq=1,
            )


def _wish(*, party: int, **needs: Any) -> Wish:
    return Wish(going=party > 0, party=max(party, 1), needs=Needs(**needs))


def _to_come(session: Session, now: datetime) -> Sequence[Event]:
    return session.scalars(select(Event).where(Event.starts_at > now).order_by(Event.starts_at)).all()


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text())
