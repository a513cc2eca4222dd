"""Needs are deleted a week after the event: by a command, and by themselves."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from mo_app.rsvps.models import Needs, Rsvp
from mo_app.rsvps.operations import forget_needs
from mo_app.sync.models import DocumentVersion

NEEDS = Needs(interpreting="Tigrinya", children=2, step_free=True)
UNTIL_FORGOTTEN = timedelta(days=7 + 7, hours=-12)
"""The event is in a week; it is noon, and at the midnight before they would be a week old they go."""


@pytest.fixture
def evening(eva, amina, boris):
    evening = eva.plans()
    amina.says(evening, 3, needs=NEEDS)
    boris.says(evening, 1)
    return evening


def needs_of_all(session):
    session.expire_all()
    return [rsvp.needs for rsvp in session.scalars(select(Rsvp).order_by(Rsvp.person_id))]


def version_of_mine(session, guest):
    session.commit()
    key = f"mine/{guest.actor.person_id}"
    return session.scalar(select(DocumentVersion.version).where(DocumentVersion.key == key))


def test_they_are_gone_on_the_day_on_which_they_would_be_a_week_old_from_server_and_devices(
    evening, amina, boris, session, clock
):
    clock.advance(UNTIL_FORGOTTEN - timedelta(seconds=1))
    assert forget_needs(session=session, now=clock.now()) == 0
    assert needs_of_all(session) == [NEEDS, Needs()]

    clock.advance(timedelta(seconds=1))
    before = version_of_mine(session, amina), version_of_mine(session, boris)
    assert forget_needs(session=session, now=clock.now()) == 1
    assert needs_of_all(session) == [Needs(), Needs()]
    assert (version_of_mine(session, amina), version_of_mine(session, boris)) == (before[0] + 1, before[1])
    assert amina.knows(evening)["needs"] == {"interpreting": None, "children": 0, "step_free": False}
    assert forget_needs(session=session, now=clock.now()) == 0


def test_the_operator_can_do_it_by_command(app, evening, session, clock):
    session.commit()
    clock.advance(UNTIL_FORGOTTEN)
    done = app.test_cli_runner().invoke(args=["rsvps", "forget-needs"])
    assert done.output == "Needs of 1 RSVPs deleted.\n"
    assert needs_of_all(session) == [Needs(), Needs()]


def test_it_happens_by_itself_when_a_day_begins(client, evening, session, clock):
    session.commit()
    clock.advance(UNTIL_FORGOTTEN)
    nobody = {"protocol": 1, "device": str(uuid4()), "person": None, "languages": ["en"], "client_now": ""}
    assert client.post("/sync", json=nobody).status_code == 200
    assert needs_of_all(session) == [Needs(), Needs()]
