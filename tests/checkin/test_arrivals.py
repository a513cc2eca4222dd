"""Checking oneself in: with the code at the door, from an hour before until the end, also told later."""

from datetime import timedelta

import pytest

from mo_app.accounts.models import Person
from mo_app.checkin.doors import address_of, code_of, here_part
from mo_app.checkin.models import Scan
from mo_app.checkin.operations import check_oneself_in, undo
from mo_app.checkin.window import DoorClosed, DoorNotOpen, WrongDoor
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden
from mo_app.kernel.ids import new_id
from mo_app.rsvps.errors import EventUnknown
from mo_app.schedule.operations import create_event
from mo_app.sync import DocumentView

HOUR = timedelta(hours=1)
CLARA = Actor("claraaaaaaaaaaaa", Role.COORDINATOR, sign_in_id="clara")
WRONG = "aaaaaaaaaaaaaaaa"


@pytest.fixture
def evening(session, clock):
    """In three hours, for two."""
    starts = clock.now() + 3 * HOUR
    values = {
        "kind": "meeting",
        "title": {"en": "Monthly meeting"},
        "starts_at": starts,
        "ends_at": starts + 2 * HOUR,
    }
    return create_event(session=session, actor=CLARA, now=clock.now(), values=values)


@pytest.fixture
def amina(session, clock):
    person = Person(name="Amina", role=Role.MEMBER, language="en", created_at=clock.now())
    session.add(person)
    session.flush()
    return Actor(person.id, person.role, sign_in_id="amina")


@pytest.fixture
def arrive(session, clock, evening, amina):
    """Amina checks herself in; ``ago``: so long before the server hears of it."""

    def arrive(party=1, *, code=None, ago=timedelta(), actor=amina, event=evening.id):
        made_at = None if ago is None else clock.now() - ago
        scan = check_oneself_in(
            session=session,
            actor=actor,
            now=clock.now(),
            id=new_id(),
            made_at=made_at,
            event_id=event,
            code=code or code_of(session, evening.id),
            party=party,
        )
        session.flush()
        return scan

    return arrive


def here(session, clock, amina):
    return here_part(DocumentView(session, amina, clock.now(), "en"))


def test_every_event_has_a_door_from_its_beginning(session, evening):
    code = code_of(session, evening.id)
    assert code != evening.id
    assert address_of(session, evening.id) == f"http://localhost:8000/here/{evening.id}/{code}"


def test_she_is_here_with_three_by_her_own_word(session, clock, amina, evening, arrive):
    clock.advance(3 * HOUR)
    scan = arrive(3)
    assert (scan.person_id, scan.party, scan.by, scan.how) == (amina.person_id, 3, "self", "self")
    assert here(session, clock, amina) == {evening.id: 3}


def test_the_door_opens_an_hour_before_to_the_second(clock, arrive):
    clock.advance(2 * HOUR - timedelta(seconds=1))
    with pytest.raises(DoorNotOpen):
        arrive()
    clock.advance(timedelta(seconds=1))
    assert arrive()


def test_and_closes_at_the_end(clock, arrive):
    clock.advance(5 * HOUR)
    assert arrive()
    clock.advance(timedelta(seconds=1))
    with pytest.raises(DoorClosed):
        arrive()


def test_what_was_done_in_time_may_be_told_a_week_later(clock, arrive):
    clock.advance(5 * HOUR + timedelta(days=7))
    assert arrive(ago=timedelta(days=7) + HOUR)
    clock.advance(timedelta(seconds=1))
    with pytest.raises(DoorClosed):
        arrive(ago=timedelta(days=7) + HOUR)


def test_a_clock_that_is_ahead_opens_no_door(clock, arrive):
    with pytest.raises(DoorNotOpen):
        arrive(ago=-3 * HOUR)


def test_without_a_time_that_makes_sense_it_is_judged_by_when_it_came(clock, arrive):
    with pytest.raises(DoorNotOpen):
        arrive(ago=None)
    clock.advance(3 * HOUR)
    assert arrive(ago=None)


@pytest.mark.parametrize("code", [WRONG, "ä" * 16, "a"])
def test_another_doors_code_is_none(clock, arrive, code):
    clock.advance(3 * HOUR)
    with pytest.raises(WrongDoor):
        arrive(code=code)


def test_an_event_that_never_was(arrive):
    with pytest.raises(EventUnknown):
        arrive(event=WRONG)


def test_a_reviewer_is_no_guest_of_the_evening(clock, arrive):
    clock.advance(3 * HOUR)
    with pytest.raises(Forbidden):
        arrive(actor=Actor("dirkaaaaaaaaaaaa", Role.REVIEWER, sign_in_id="dirk"))


def test_taken_back_at_the_desk_she_is_no_longer_here(session, clock, amina, evening, arrive):
    clock.advance(3 * HOUR)
    scan = arrive()
    undo(
        session=session,
        actor=CLARA,
        now=clock.now(),
        id=new_id(),
        made_at=None,
        event_id=evening.id,
        of=scan.id,
    )
    session.flush()
    assert here(session, clock, amina) == {}


def test_the_day_after_her_phone_need_not_say_it(session, clock, amina, arrive):
    clock.advance(3 * HOUR)
    arrive()
    clock.advance(timedelta(days=2))
    assert here(session, clock, amina) == {}
    assert session.query(Scan).count() == 1
