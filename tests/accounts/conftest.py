"""Amira, Olena and Yusuf, and the phone of whoever is at it."""

from dataclasses import replace

import pytest

from mo_app import create_app
from mo_app.accounts.models import Organisation
from mo_app.kernel.actor import Role
from mo_app.web.database import db

from .authenticator import Authenticator
from .cast import add_person, browser, sign_in


@pytest.fixture
def start(settings, clock):
    """Starts one more process of the app on the same database, with other settings where given."""
    apps = []

    def start(**changes):
        apps.append(create_app(replace(settings, **changes), clock))
        return apps[-1]

    yield start
    for app in apps:
        with app.app_context():
            db.engine.dispose()


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
