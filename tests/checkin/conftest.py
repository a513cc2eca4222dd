"""One evening, a tablet at its door, and Eva, who coordinates."""

from datetime import timedelta

import pytest

from tests.rsvps.cast import EVA, Host

from . import cast


@pytest.fixture
def evening(session, clock):
    """In half an hour."""
    return Host(session, clock).plans(
        starts_at=clock.now() + timedelta(minutes=30), ends_at=clock.now() + timedelta(hours=3)
    )


@pytest.fixture
def door(session, clock, evening):
    return cast.Door(session, clock, evening.id, cast.station_of(evening))


@pytest.fixture
def other_door(session, clock, evening):
    return cast.Door(session, clock, evening.id, cast.station_of(evening, "other"))


@pytest.fixture
def desk(session, clock, evening):
    return cast.Door(session, clock, evening.id, EVA)


@pytest.fixture
def saba(session, clock):
    return cast.add_organisation(session, clock, "Saba e. V.")


@pytest.fixture
def amina(session, clock, saba):
    return cast.add_person(session, clock, "Amina Tesfay", saba)


@pytest.fixture
def boris(session, clock):
    return cast.add_person(session, clock, "Борис Шевчук")
