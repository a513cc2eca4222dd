"""Two tablets wrote the same walk-in down, each in its own way; or a member came without being found."""

import pytest

from mo_app.checkin.attendance import attendance
from mo_app.checkin.merging.likeness import key
from mo_app.checkin.merging.suggestions import people_known, suggestions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olena Shevchenko", "Олена Шевченко"),
        ("Nguyễn Thị Ánh", "thi anh NGUYEN"),
        ("Großmann, Anna-Maria", "anna maria grossmann"),
        ("علي حسن", "علی حسن"),
        ("أحمد", "احمد"),
        ("Saba e. V.", "saba e.V"),
        ("Jürgen Müller", "Mueller Juergen"),
    ],
)
def test_spellings_that_mean_the_same(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Ali Hassan", "Ali Hussein"), ("Anna", "Anna Maria")])
def test_spellings_that_do_not(one, other):
    assert key(one) != key(other)


@pytest.fixture
def suggested(session, evening):
    """Walk-in and whoever she may be, by name and id."""

    def suggested():
        session.flush()
        found = suggestions(people_known(session), attendance(session, evening.id))
        return [(each.walk_in.subject, each.into.subject) for each in found]

    return suggested


def test_the_same_walk_in_on_two_tablets_is_suggested_once(suggested, door, other_door, saba):
    first = door.adds("Olena Shevchenko", organisation_id=saba.id)
    second = other_door.adds("Шевченко Олена", organisation_text="SABA e.V.")
    assert suggested() in ([(f"w:{second}", f"w:{first}")], [(f"w:{first}", f"w:{second}")])


def test_a_member_comes_before_a_walk_in(suggested, door, amina, saba):
    walk_ins = {f"w:{door.adds('Tesfay Amina', organisation_id=saba.id)}" for _ in range(2)}
    assert set(suggested()) == {(walk_in, f"p:{amina.id}") for walk_in in walk_ins}


def test_another_organisation_is_another_person(suggested, door, amina):
    door.adds("Amina Tesfay", organisation_text="Lesya e. V.")
    assert suggested() == []


def test_who_named_no_organisation_may_be_of_any(suggested, door, amina):
    walk_in = door.adds("Amina Tesfay")
    assert suggested() == [(f"w:{walk_in}", f"p:{amina.id}")]


def test_what_is_merged_is_suggested_no_more(suggested, door, desk, amina):
    walk_in = door.adds("Amina Tesfay")
    merge = desk.merges(walk_in, f"p:{amina.id}")
    assert suggested() == []
    desk.undoes(merge)
    assert suggested() == [(f"w:{walk_in}", f"p:{amina.id}")]


def test_a_name_without_letters_is_like_nobody(suggested, door):
    door.adds("…")
    door.adds("…")
    assert suggested() == []
