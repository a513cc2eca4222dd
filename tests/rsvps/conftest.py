import pytest

from .cast import Guest, Host


@pytest.fixture
def eva(session, clock):
    return Host(session, clock)


@pytest.fixture
def amina(session, clock):
    return Guest("amina", session, clock)


@pytest.fixture
def boris(session, clock):
    return Guest("boris", session, clock)


@pytest.fixture
def chen(session, clock):
    return Guest("chen", session, clock)
