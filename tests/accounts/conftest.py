"""Amira, Olena and Yusuf, and the phone of whoever is at it."""

import pytest

from mo_app.accounts.models import Organisation
from mo_app.kernel.actor import Role

from .authenticator import Authenticator
from .cast import add_person, browser, sign_in


@pytest.fixture
def phone():
    return Authenticator()


@pytest.fixture
def lesya(session, clock):
    organisation = Organisation(name="Lesya e. V.", created_at=clock.now())
    session.add(organisation)
    session.commit()
    return organisation


@pytest.fixture
def amira(session, clock):
    return add_person(session, clock, "Amira", Role.COORDINATOR)


@pytest.fixture
def olena(session, clock, lesya):
    return add_person(session, clock, "Olena", Role.CONTACT, language="uk", organisation=lesya)


@pytest.fixture
def yusuf(session, clock):
    return add_person(session, clock, "Yusuf", language="ar")


@pytest.fixture
def desk(app, session, clock, amira):
    """Amira's browser."""
    client = browser(app)
    sign_in(client, session, amira, clock)
    return client


@pytest.fixture
def olenas(app, session, clock, olena):
    """Olena's browser."""
    client = browser(app)
    sign_in(client, session, olena, clock)
    return client
