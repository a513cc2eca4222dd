"""At the door: what each tap records, and who may."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from mo_app.checkin.errors import MemberUnknown, PersonUnknown
from mo_app.checkin.models import Scan, WalkIn
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import Forbidden
from mo_app.rsvps.errors import EventUnknown
from mo_app.schedule.operations import cancel_event
from tests.rsvps.cast import EVA, Host

from .cast import station_of


def test_one_tap_and_she_is_present(door, amina, session):
    scan = door.marks(amina, 3)
    assert door.presence.present[f"p:{amina.id}"].heads == 3
    kept = session.get(Scan, scan)
    assert (kept.by, kept.organisation_id) == (door.actor.person_id, amina.organisation_id)


def test_another_tablet_was_first_and_nobody_minds(door, other_door, amina):
    door.marks(amina, 2)
    other_door.marks(amina, 3)
    assert (door.presence.people, door.presence.heads) == (1, 3)


def test_taking_back_names_the_scan(door, other_door, amina):
    mine, hers = door.marks(amina, 2), other_door.marks(amina, 1)
    door.undoes(mine)
    assert door.presence.heads == 1
    door.undoes(hers)
    assert door.presence.people == 0


def test_an_undo_that_arrives_first_holds(door, amina, session, clock):
    of = str(uuid4())
    door.undoes(of)
    doing = door.doing() | {"id": of}
    door.doing = lambda: doing
    door.marks(amina)
    assert door.presence.people == 0


def test_an_undo_takes_nothing_of_another_event_back(door, amina, session, clock):
    scan = door.marks(amina)
    elsewhere = Host(session, clock).plans()
    replace(door, event_id=elsewhere.id, actor=station_of(elsewhere)).undoes(scan)
    assert door.presence.people == 1


def test_a_walk_in_is_merged_with_another_or_with_a_person(door, other_door, amina):
    first, second = door.adds("Mina", 2), other_door.adds("Minah", 2)
    assert door.presence.heads == 4
    door.merges(second, f"w:{first}")
    assert (door.presence.heads, door.presence.walk_ins) == (2, 1)
    door.merges(first, f"p:{amina.id}")
    assert (door.presence.heads, door.presence.walk_ins) == (2, 0)


def test_entered_from_paper_says_so(desk, amina, session):
    assert session.get(Scan, desk.enters(amina)).by == "paper"
    assert session.get(WalkIn, desk.adds(paper=True)).by == "paper"
    assert session.get(Scan, desk.marks(amina)).by == "desk"


def test_a_cancelled_event_takes_people_all_the_same(door, amina, session, clock, evening):
    cancel_event(session=session, actor=EVA, now=clock.now(), event=evening, reason={})
    door.marks(amina)
    assert door.presence.people == 1


def test_the_organisation_is_the_one_of_that_evening(door, amina, saba, session):
    scan = door.marks(amina)
    session.flush()
    amina.organisation = None
    session.flush()
    assert session.get(Scan, scan).organisation_id == saba.id


def test_an_organisation_that_is_gone_is_left_out(door, session):
    walk_in = session.get(WalkIn, door.adds(organisation_id="a" * 16, organisation_text="Saba"))
    assert (walk_in.organisation_id, walk_in.organisation_text) == (None, "Saba")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (timedelta(hours=-3), timedelta(hours=-3)),
        (timedelta(days=3), timedelta()),
        (timedelta(days=-400), timedelta()),
    ],
    ids=["as said", "from the future", "long ago"],
)
def test_the_time_is_the_devices_where_that_can_be(door, amina, session, clock, said, kept):
    door.made_at = clock.now() + said
    assert session.get(Scan, door.marks(amina)).made_at == clock.now() + kept


def test_a_device_without_a_sensible_clock(door, amina, session, clock):
    doing = door.doing() | {"made_at": None}
    door.doing = lambda: doing
    assert session.get(Scan, door.marks(amina)).made_at == clock.now()


def test_whom_nobody_knows_is_refused(door):
    with pytest.raises(PersonUnknown):
        door.marks("a" * 16)
    with pytest.raises(MemberUnknown):
        door.merges(str(uuid4()), f"p:{'a' * 16}")


def test_merged_with_itself_or_twice_it_still_counts_once(door, amina):
    walk_in = door.adds("Dina", 2)
    for into in (f"w:{walk_in}", f"p:{amina.id}", f"p:{amina.id}"):
        door.merges(walk_in, into)
    assert (door.presence.people, door.presence.heads) == (1, 2)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CONTACT, Role.REVIEWER])
def test_people_who_do_not_coordinate_may_not(door, amina, role):
    stranger = replace(door, actor=replace(EVA, role=role))
    for act in (
        lambda: stranger.marks(amina),
        lambda: stranger.enters(amina),
        stranger.adds,
        lambda: stranger.undoes(str(uuid4())),
        lambda: stranger.merges(str(uuid4()), f"w:{uuid4()}"),
    ):
        with pytest.raises(Forbidden):
            act()


def test_a_tablet_of_another_event_may_not(door, amina, session, clock):
    elsewhere = Host(session, clock).plans()
    with pytest.raises(Forbidden):
        replace(door, actor=station_of(elsewhere)).marks(amina)


def test_an_event_that_does_not_exist(desk, amina):
    with pytest.raises(EventUnknown):
        replace(desk, event_id="a" * 16).marks(amina)
