"""Who came, of which organisation, and who did not: as the desk and the city read it."""

import pytest
from sqlalchemy import delete, update

from mo_app.accounts.models import Person
from mo_app.checkin.models import Merge, Scan, WalkIn
from mo_app.checkin.queries import Group, attendance
from tests.rsvps.cast import Guest, add_person

from . import cast


@pytest.fixture
def read(session, evening):
    def read():
        session.flush()
        return attendance(session, evening.id)

    return read


def test_nobody_came_yet(read):
    nobody = read()
    assert (nobody.attendees, nobody.absent, nobody.heads, nobody.organisations) == ([], [], 0, [])


def test_people_and_walk_ins_by_name(read, door, other_door, amina, boris):
    walk_in = door.adds("Barış", 2, organisation_text="Kulturhaus")
    scan = door.marks(amina, 3)
    other_door.marks(boris)
    who = read()
    assert [(each.name, each.organisation, each.heads) for each in who.attendees] == [
        ("Amina Tesfay", "Saba e. V.", 3),
        ("Barış", "Kulturhaus", 2),
        ("Борис Шевчук", None, 1),
    ]
    assert (who.attendees[0].scans, who.attendees[1].walk_ins) == ((scan,), (walk_in,))
    assert (len(who.people), len(who.walk_ins), who.heads) == (2, 1, 6)


def test_where_and_when_she_was_marked_first(read, door, other_door, amina):
    door.marks(amina)
    first = door.doing()["made_at"]
    other_door.minutes = iter([0])
    other_door.marks(amina)
    [who] = read().attendees
    assert (who.by, who.at < first) == (other_door.actor.person_id, True)


def test_organisations_with_people_and_heads(read, door, amina, boris, saba, session, clock):
    door.marks(amina, 2)
    door.marks(cast.add_person(session, clock, "Chen", saba), 1)
    door.marks(boris, 1)
    door.adds("Delal", 4, organisation_text="SABA e. V.")
    door.adds("Emre", 5, organisation_text="Kulturhaus")
    assert read().organisations == [
        Group("Saba e. V.", 3, 7),
        Group("Kulturhaus", 1, 5),
        Group(None, 1, 1),
    ]


def test_a_walk_in_that_is_a_member_counts_for_her_organisation(read, door, amina):
    walk_in = door.adds("Mina", 2, organisation_text="Kulturhaus")
    door.merges(walk_in, f"p:{amina.id}")
    assert read().organisations == [Group("Saba e. V.", 1, 2)]


def test_merged_walk_ins_count_for_what_either_said(read, door):
    silent, said = door.adds("Mina", 2), door.adds("Minah", 2, organisation_text="Kulturhaus")
    door.merges(said, f"w:{silent}")
    assert read().organisations == [Group("Kulturhaus", 1, 2)]


def test_absent_is_who_had_a_place_and_said_nothing(read, door, evening, session, clock):
    evening.capacity = 4
    for name, party in (("chen", 2), ("delal", 1), ("emre", 3)):
        guest = Guest(name, session, clock)
        add_person(session, clock, guest.actor)
        guest.says(evening, party)
    door.marks("delalaaaaaaaaaaa")
    assert [(each.name, each.party) for each in read().absent] == [("Chen", 2)]


def test_numbers_outlive_a_person_who_is_deleted(read, door, amina, saba, session):
    door.marks(amina, 2)
    door.marks(amina, 3)
    door.merges(door.adds("Mina", 4), f"p:{amina.id}")
    before = read()
    session.execute(delete(Person).where(Person.id == amina.id))
    session.expire_all()
    after = read()
    assert (
        (after.heads, after.organisations)
        == (before.heads, before.organisations)
        == (4, [Group("Saba e. V.", 1, 4)])
    )
    assert [each.name for each in after.attendees] == [""]


def test_numbers_outlive_names(read, door, amina, boris, session):
    """What removing the names does: a token in the place of each person, in the order of their ids."""
    door.marks(amina, 2)
    door.marks(boris, 1)
    walk_in = door.adds("Mina", 4, organisation_text="Kulturhaus")
    for person in (amina, boris):
        door.merges(walk_in, f"p:{person.id}")
    before = read()
    ids = sorted([amina.id, boris.id])
    for person_id, token in zip(ids, ["token2aaaaaaaaaa", "token3aaaaaaaaaa"], strict=True):
        session.execute(update(Scan).where(Scan.subject == person_id).values(subject=token, person_id=None))
        session.execute(
            update(Merge).where(Merge.into == f"p:{person_id}").values(into=f"p:{token}", person_id=None)
        )
    session.execute(update(WalkIn).values(name=""))
    session.expire_all()
    after = read()
    assert (after.heads, after.organisations, len(after.walk_ins)) == (before.heads, before.organisations, 0)
    assert {each.name for each in after.attendees} == {""}
