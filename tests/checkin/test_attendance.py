"""Who came, of which organisation, and who did not: as the desk and the city read it."""

import pytest
from sqlalchemy import delete, update

from mo_app.accounts.models import Person
from mo_app.checkin.attendance import attendance
from mo_app.checkin.closing.figures import Group, figures_of
from mo_app.checkin.models import Merge, Scan, WalkIn
from mo_app.checkin.queries import absent
from tests.rsvps.cast import Guest, add_person

from . import cast


@pytest.fixture
def read(session, evening):
    def read():
        session.flush()
        return attendance(session, evening.id)

    return read


@pytest.fixture
def figures(session, evening):
    def figures():
        session.flush()
        return figures_of(session, evening.id)

    return figures


def test_nobody_came_yet(read, figures, session, evening):
    assert (read(), absent(session, evening.id, [])) == ([], [])
    assert (figures().heads, figures().organisations) == (0, ())


def test_people_and_walk_ins_by_name(read, figures, door, other_door, amina, boris):
    walk_in = door.adds("Barış", 2, organisation_text="Kulturhaus")
    scan = door.marks(amina, 3)
    other_door.marks(boris)
    who = read()
    assert [(each.name, each.organisation, each.heads) for each in who] == [
        ("Amina Tesfay", "Saba e. V.", 3),
        ("Barış", "Kulturhaus", 2),
        ("Борис Шевчук", None, 1),
    ]
    assert [record.id for each in who[:2] for record in each.records] == [scan, walk_in]
    assert (figures().people, figures().walk_ins, figures().heads) == (3, 1, 6)


def test_where_and_when_she_was_marked_first(read, door, other_door, amina):
    door.marks(amina)
    first = door.doing()["made_at"]
    other_door.minutes = iter([0])
    other_door.marks(amina)
    [who] = read()
    assert (who.by, who.at < first) == (other_door.actor.person_id, True)


def test_organisations_with_people_and_heads(figures, door, amina, boris, saba, session, clock):
    door.marks(amina, 2)
    door.marks(cast.add_person(session, clock, "Chen", saba), 1)
    door.marks(boris, 1)
    door.adds("Delal", 4, organisation_text="SABA e. V.")
    door.adds("Emre", 5, organisation_text="Kulturhaus")
    assert figures().organisations == (
        Group("Saba e. V.", 3, 7),
        Group("Kulturhaus", 1, 5),
        Group(None, 1, 1),
    )


def test_a_walk_in_that_is_a_member_counts_for_her_organisation(figures, door, amina):
    walk_in = door.adds("Mina", 2, organisation_text="Kulturhaus")
    door.merges(walk_in, f"p:{amina.id}")
    assert figures().organisations == (Group("Saba e. V.", 1, 2),)


def test_merged_walk_ins_count_for_what_either_said(figures, door):
    silent, said = door.adds("Mina", 2), door.adds("Minah", 2, organisation_text="Kulturhaus")
    door.merges(said, f"w:{silent}")
    assert figures().organisations == (Group("Kulturhaus", 1, 2),)


def test_absent_is_who_had_a_place_and_said_nothing(read, door, evening, session, clock):
    evening.capacity = 4
    for name, party in (("chen", 2), ("delal", 1), ("emre", 3)):
        guest = Guest(name, session, clock)
        add_person(session, clock, guest.actor)
        guest.says(evening, party)
    door.marks("delalaaaaaaaaaaa")
    assert [(each.name, each.party) for each in absent(session, evening.id, read())] == [("Chen", 2)]


def test_numbers_outlive_a_person_who_is_deleted(read, figures, door, amina, session):
    door.marks(amina, 2)
    door.marks(amina, 3)
    door.merges(door.adds("Mina", 4), f"p:{amina.id}")
    before = figures()
    session.execute(delete(Person).where(Person.id == amina.id))
    session.expire_all()
    assert figures() == before
    assert (before.heads, before.organisations) == (4, (Group("Saba e. V.", 1, 4),))
    assert [each.name for each in read()] == [""]


def test_numbers_outlive_names(read, figures, door, amina, boris, session):
    """What removing names does: a token in the place of each person, in the order of their ids."""
    door.marks(amina, 2)
    door.marks(boris, 1)
    walk_in = door.adds("Mina", 4, organisation_text="Kulturhaus")
    for person in (amina, boris):
        door.merges(walk_in, f"p:{person.id}")
    before = figures()
    ids, tokens = sorted([amina.id, boris.id]), ["token2aaaaaaaaaa", "token3aaaaaaaaaa"]
    for person_id, token in zip(ids, tokens, strict=True):
        marked, same = Scan.subject == person_id, Merge.into == f"p:{person_id}"
        session.execute(update(Scan).where(marked).values(subject=token, person_id=None))
        session.execute(update(Merge).where(same).values(into=f"p:{token}", person_id=None))
    session.execute(update(WalkIn).values(name=""))
    session.expire_all()
    assert figures() == before
    assert {each.name for each in read()} == {""}
