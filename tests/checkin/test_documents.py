"""What a tablet keeps: who might come, and what was recorded."""

import pytest
from sqlalchemy import select

from mo_app.accounts.operations.people import edit_own_profile
from mo_app.checkin.operations.passes import renew_pass
from mo_app.kernel.actor import Role
from mo_app.organisations.operations import rename_organisation
from mo_app.rsvps.models import Needs
from mo_app.schedule.operations import cancel_event
from mo_app.sync.models import DocumentVersion
from tests.rsvps.cast import EVA, Guest, add_person

from . import cast


@pytest.fixture
def guest(session, clock):
    """Makes somebody who can say whether she comes."""

    def guest(name):
        made = Guest(name, session, clock)
        add_person(session, clock, made.actor)
        return made

    return guest


def test_the_roster_holds_everybody_who_might_come(app, door, guest, evening, amina, saba, session, clock):
    reviewer = cast.add_person(session, clock, "Dirk")
    reviewer.role = Role.REVIEWER
    guest("chen").says(evening, 3, needs=Needs(children=1))
    guest("delal").declines(evening, needs=Needs())
    roster = door.document(app, "roster")
    assert [person[:6] for person in roster["people"]] == [
        [amina.id, "Amina Tesfay", saba.id, 1, "", 0],
        ["chenaaaaaaaaaaaa", "Chen", None, 3, "c", 1],
        ["delalaaaaaaaaaaa", "Delal", None, 1, "d", 0],
    ]
    assert roster["people"][0][6] == amina.pass_code
    assert roster["organisations"] == {saba.id: "Saba e. V."}


def test_who_waits_is_in_it(app, door, guest, evening, session):
    evening.capacity = 2
    guest("chen").says(evening, 2)
    guest("delal").says(evening, 2)
    assert [person[3:6] for person in door.document(app, "roster")["people"]] == [[2, "c", 0], [2, "w", 0]]


def test_names_stand_in_their_order_whatever_their_marks(app, door, session, clock):
    for name in ("Özge", "Zainab", "olena", "Ouma", "Борис", "علي"):
        cast.add_person(session, clock, name)
    names = [person[1] for person in door.document(app, "roster")["people"]]
    assert names == ["olena", "Ouma", "Özge", "Zainab", "Борис", "علي"]


def test_the_roster_says_of_the_event_what_the_door_must_know(app, door, evening):
    event = door.document(app, "roster")["event"]
    assert (event["id"], event["cancelled"]) == (evening.id, False)
    assert (event["starts_at"], event["opens_at"]) == (
        "2026-11-23T11:30:00+00:00",
        "2026-11-23T10:30:00+00:00",
    )
    assert event["closes_at"] == event["ends_at"] == "2026-11-23T14:00:00+00:00"


def test_the_door_says_what_was_recorded_and_not_taken_back(app, door, other_door, amina, boris, saba):
    scan, gone, undone = door.marks(amina, 2), other_door.marks(boris), door.marks(boris)
    walk_in = door.adds("Mina", 2, organisation_id=saba.id)
    typed = other_door.adds("Minah", 3, organisation_text="Saba")
    merge = door.merges(typed, f"w:{walk_in}")
    door.undoes(gone)
    other_door.undoes(undone)
    found = door.document(app, "door")
    me, other = door.actor.person_id, other_door.actor.person_id
    assert found["scans"] == [[scan, amina.id, 2, "2026-11-23T09:01:00+00:00", me]]
    assert found["walk_ins"] == [
        [typed, "Minah", None, "Saba", 3, "2026-11-23T09:02:00+00:00", other, True],
        [walk_in, "Mina", saba.id, "", 2, "2026-11-23T09:03:00+00:00", me, True],
    ]
    assert found["merges"] == [[merge, f"w:{typed}", f"w:{walk_in}"]]


@pytest.fixture
def touched(session):
    """How often documents of this name were touched since it was asked last."""
    known = {}

    def touched(name, of):
        session.commit()
        query = select(DocumentVersion).where(DocumentVersion.key.in_([name, f"{name}/{of.id}"]))
        count = sum(each.version for each in session.scalars(query))
        before, known[name] = known.get(name, 0), count
        return count - before

    return touched


def test_the_door_is_touched_by_each_record(touched, door, amina, evening):
    touched("door", evening)
    for act in (
        lambda: door.marks(amina),
        door.adds,
        lambda: door.undoes("a" * 36),
        lambda: door.merges("a" * 36, f"p:{amina.id}"),
    ):
        act()
        assert touched("door", evening) == 1


def test_the_roster_is_touched_by_what_it_says(touched, guest, evening, amina, saba, session, clock):
    touched("roster", evening)
    chen = guest("chen")
    assert touched("roster", evening) == 1, "somebody new"
    chen.says(evening, 2)
    assert touched("roster", evening) == 1, "an RSVP"
    edit_own_profile(session=session, actor=chen.actor, name="Chen Li", language="de")
    assert touched("roster", evening) == 1, "a name"
    rename_organisation(session=session, actor=EVA, organisation_id=saba.id, name="Saba e.V.")
    assert touched("roster", evening) == 1, "an organisation"
    renew_pass(session=session, actor=chen.actor)
    assert touched("roster", evening) == 1, "a pass"
    cancel_event(session=session, actor=EVA, now=clock.now(), event=evening, reason={})
    assert touched("roster", evening) == 1, "the event"


def test_the_roster_is_left_alone_by_what_it_does_not_say(touched, guest, evening, door, amina, session):
    chen = guest("chen")
    touched("roster", evening)
    edit_own_profile(session=session, actor=chen.actor, name="Chen", language="uk")
    door.marks(amina)
    assert touched("roster", evening) == 0


def test_her_own_phone_learns_that_she_was_marked_and_that_it_was_taken_back(touched, door, amina):
    touched("mine", amina)
    scan = door.marks(amina)
    assert touched("mine", amina) == 1
    door.undoes(scan)
    assert touched("mine", amina) == 1
