"""A coordinator, the programme as the host's calendar exports it, and time in spring, before all of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.ids import new_id

DATA = Path(__file__).parents[1] / "data"
SPRING = datetime(2026, 4, 21, 8, 0, tzinfo=UTC)


@pytest.fixture
def programme() -> bytes:
    return (DATA / "programme.ics").read_bytes()


@pytest.fixture
def updated() -> bytes:
    return (DATA / "programme-updated.ics").read_bytes()


@pytest.fixture
def coordinator() -> Actor:
    return Actor(person_id=new_id(), role=Role.COORDINATOR, sign_in_id=new_id())


@pytest.fixture
def member() -> Actor:
    return Actor(person_id=new_id(), role=Role.MEMBER, sign_in_id=new_id())


@pytest.fixture
def spring(clock):
    """For tests in which the whole programme lies ahead."""
    clock.at = SPRING
    return clock
