import pytest

from .cast import EVA, Guest, Host, add_person


@pytest.fixture
def eva(session, clock):
    add_person(session, clock, EVA)
    return Host(session, clock)


@pytest.fixture
def guest(session, clock):
    """Makes somebody by her name."""

    def guest(name):
        made = Guest(name, session, clock)
        add_person(session, clock, made.actor)
        return made

    return guest


@pytest.fixture
def amina(guest):
    return guest("amina")


@pytest.fixture
def boris(guest):
    return guest("boris")


@pytest.fixture
def chen(guest):
    return guest("chen")
