"""The people of the tests: Amira coordinates, Olena is the contact of Lesya e. V., Yusuf is a member."""

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation, Person
from mo_app.accounts.operations.invitations import invite_as_operator
from mo_app.accounts.operations.sign_ins import start_sign_in
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.clock import FixedClock


def add_person(
    session: Session,
    clock: FixedClock,
    name: str,
    role: Role = Role.MEMBER,
    *,
    language: str = "de",
    organisation: Organisation | None = None,
) -> Person:
    person = Person(
        name=name, role=role, language=language, organisation=organisation, created_at=clock.now()
    )
    session.add(person)
    session.commit()
    return person


def actor_of(person: Person, sign_in_id: str = "") -> Actor:
    return Actor(person.id, person.role, sign_in_id, person.organisation_id)


def sign_in(client: FlaskClient, session: Session, person: Person, clock: FixedClock) -> None:
    """Without the ceremony: for tests that are about something else."""
    token = start_sign_in(session=session, person_id=person.id, device="Firefox · Android", now=clock.now())
    session.commit()
    client.set_cookie("mo", token)


def browser(app: Flask) -> FlaskClient:
    """One more browser, whose requests come from our own pages."""
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client


def invitation_link(session: Session, clock: FixedClock, role: Role = Role.MEMBER) -> str:
    """The secret of a fresh invitation for one person."""
    now = clock.now()
    _, secret = invite_as_operator(session=session, role=role, expires_at=now + timedelta(days=14), now=now)
    session.commit()
    return secret
