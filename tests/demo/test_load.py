"""The demo is complete, repeatable, and only for an empty database."""

import pytest

from mo_app.accounts.queries import demo_person
from mo_app.checkin.attendance import attendance
from mo_app.checkin.closing.queries import latest_closing
from mo_app.checkin.queries import absent
from mo_app.demo.cli import ROLES
from mo_app.demo.load import is_empty, load
from mo_app.kernel.i18n import LANGUAGES
from mo_app.rsvps.models import Rsvp, State
from mo_app.schedule.models import Event


@pytest.fixture
def loaded(session, clock):
    load(session=session, now=clock.now())
    return session


def test_a_demo_link_has_its_person(loaded):
    assert [demo_person(session=loaded, role=role).demo_role for role in ROLES] == list(ROLES)


def test_the_next_workshops_speak_every_language(loaded, clock):
    coming = loaded.query(Event).where(Event.starts_at > clock.now(), Event.uid.startswith("workshop-"))
    translated = [event for event in coming if set(event.title) == set(LANGUAGES)]
    assert len(translated) >= 3


def test_one_event_is_nearly_full(loaded):
    confirmed = loaded.query(Rsvp).filter_by(state=State.CONFIRMED).all()
    limited = loaded.query(Event).where(Event.capacity.is_not(None))
    free = [
        event.capacity - sum(rsvp.party for rsvp in confirmed if rsvp.event_id == event.id)
        for event in limited
    ]
    assert min(free) == 1


def test_people_come_and_do_not_come(loaded):
    states = [rsvp.state for rsvp in loaded.query(Rsvp)]
    assert states.count(State.CONFIRMED) >= 10
    assert {State.WAITING, State.DECLINED} < set(states)


def test_nothing_is_loaded_into_a_database_in_use(loaded):
    assert not is_empty(session=loaded)


def test_evenings_that_are_over_have_their_figures(loaded, clock):
    """The last one is still to be closed."""
    over = loaded.query(Event).where(Event.ends_at < clock.now(), Event.cancelled_at.is_(None))
    held = [event for event in over.order_by(Event.starts_at) if attendance(loaded, event.id)]
    assert len(held) >= 6
    closed = [latest_closing(loaded, event.id) is not None for event in held]
    assert closed == [True] * (len(held) - 1) + [False]
    assert all(absent(loaded, event.id, attendance(loaded, event.id)) for event in held)
