"""Amira at the desk, and one organisation that is there already."""

import pytest

from mo_app.accounts.models import Organisation, Person
from mo_app.accounts.operations.sign_ins import start_sign_in
from mo_app.kernel.actor import Role


@pytest.fixture
def lesya(session, clock):
    organisation = Organisation(name="Lesya e. V.", created_at=clock.now())
    session.add(organisation)
    session.commit()
    return organisation


@pytest.fixture
def olena(session, clock, lesya):
    person = Person(
        name="Olena", language="uk", organisation=lesya, role=Role.CONTACT, created_at=clock.now()
    )
    session.add(person)
    session.commit()
    return person


@pytest.fixture
def amira(session, clock):
    person = Person(name="Amira", language="de", role=Role.COORDINATOR, created_at=clock.now())
    session.add(person)
    session.commit()
    return person


@pytest.fixture
def desk(client, session, clock, amira):
    """Amira's browser."""
    token = start_sign_in(session=session, person_id=amira.id, device="", now=clock.now())
    session.commit()
    client.set_cookie("mo", token)
    return client
