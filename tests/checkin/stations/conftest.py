"""Amira and Omar coordinate, Olena is a member. An evening is in two hours, and another one in three days."""

from datetime import timedelta

import pytest

from mo_app.checkin.models import Station
from mo_app.checkin.stations.operations import make_station
from mo_app.kernel.actor import Role
from mo_app.schedule.operations import create_event
from tests.accounts.cast import actor_of, add_person, browser, sign_in
from tests.support.device import Device


@pytest.fixture
def amira(session, clock):
    return add_person(session, clock, "Amira", Role.COORDINATOR)


@pytest.fixture
def omar(session, clock):
    return add_person(session, clock, "Omar", Role.COORDINATOR)


@pytest.fixture
def olena(session, clock):
    return add_person(session, clock, "Olena", language="uk")


@pytest.fixture
def plan(session, clock, amira):
    def plan(title, starts):
        values = {
            "kind": "meeting",
            "title": {"en": title},
            "place": "Room 1",
            "starts_at": starts,
            "ends_at": starts + timedelta(hours=2),
        }
        event = create_event(session=session, actor=actor_of(amira), now=clock.now(), values=values)
        session.commit()
        return event

    return plan


@pytest.fixture
def evening(plan, clock):
    """From two to four hours from now."""
    return plan("The evening", clock.now() + timedelta(hours=2))


@pytest.fixture
def other_evening(plan, clock):
    return plan("The other evening", clock.now() + timedelta(days=3))


@pytest.fixture
def desk(app, session, clock, amira):
    """Amira's browser."""
    client = browser(app)
    sign_in(client, session, amira, clock)
    return client


@pytest.fixture
def station(session, clock, amira, evening):
    """A tablet of the evening, as the server knows it, and its token."""
    made = make_station(
        session=session, actor=actor_of(amira), now=clock.now(), event_id=evening.id, device="Safari · iPad"
    )
    session.commit()
    return made


@pytest.fixture
def tablet(app, station):
    """The browser of that tablet."""
    client = browser(app)
    client.set_cookie("mo", station.token)
    return client


@pytest.fixture
def device(station):
    """What the tablet keeps."""
    return Device(station.station.id)


@pytest.fixture
def exchange():
    """One exchange; an answer is taken in."""

    def exchange(client, device, **more):
        response = client.post("/sync", json=device.request() | more)
        if response.status_code == 200:
            device.take(response.json)
        return response

    return exchange


@pytest.fixture
def fresh(session):
    """The station as the database has it now."""

    def fresh(station):
        session.rollback()
        session.expire_all()
        return session.get_one(Station, station.station.id)

    return fresh
