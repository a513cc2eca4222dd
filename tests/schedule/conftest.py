"""A coordinator, the programme as the host's calendar exports it, and time in spring, before all of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import g
from sqlalchemy import select

from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.ids import new_id
from mo_app.schedule.imports import import_calendar
from mo_app.schedule.models import Event

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


@pytest.fixture
def other_coordinator() -> Actor:
    return Actor(person_id=new_id(), role=Role.COORDINATOR, sign_in_id=new_id())


@pytest.fixture
def sign_in(app):
    """From now on requests are this person's; how people really sign in is told elsewhere."""
    present: list[Actor] = []

    @app.before_request
    def act():
        g.actor = present[-1] if present else None

    return present.append


@pytest.fixture
def desk(client, coordinator, sign_in):
    """The coordinator's browser."""
    sign_in(coordinator)
    return client


@pytest.fixture
def brought(session, coordinator, spring, programme):
    """The programme is in the schedule."""
    plan = import_calendar(
        session=session, actor=coordinator, now=spring.now(), data=programme, language="de"
    )
    session.commit()
    return plan


@pytest.fixture
def find(session):
    """An event by the beginning of its UID."""

    def find(uid: str) -> Event:
        query = select(Event).where(Event.uid.startswith(uid)).order_by(Event.starts_at)
        return session.scalars(query.execution_options(populate_existing=True)).first()

    return find
