"""What an evening comes to: people, heads, organisations, and who stayed away."""

import pytest

from mo_app.checkin.closing.figures import Figures, Group, figures_of
from mo_app.rsvps.models import Rsvp, State
from tests.checkin.cast import add_person


@pytest.fixture
def says(session, clock, evening):
    """Somebody said beforehand whether she comes."""

    def says(person, party=1, state=State.CONFIRMED):
        place = 1 if state == State.WAITING else None
        about = {"device": "d", "seq": 1, "version": 1, "updated_at": clock.now(), "queue_number": place}
        session.add(Rsvp(event_id=evening.id, person_id=person.id, state=state, party=party, **about))
        session.flush()

    return says


@pytest.fixture
def figures(session, evening):
    def figures():
        session.flush()
        return figures_of(session, evening.id)

    return figures


def test_of_nothing(figures):
    assert figures() == Figures(0, 0, 0, 0, 0, 0, 0, 0, ())


def test_people_heads_and_organisations_add_up(figures, door, other_door, amina, boris, saba):
    door.marks(amina, 3)
    other_door.marks(amina, 2)
    door.marks(boris)
    door.adds("Chen", 2, organisation_id=saba.id)
    now = figures()
    assert (now.people, now.heads, now.walk_ins, now.on_paper) == (3, 6, 1, 0)
    assert now.organisations == (Group("Saba e. V.", 2, 5), Group(None, 1, 1))


def test_a_typed_organisation_is_the_one_that_is_called_so(figures, door, saba):
    door.adds("Chen", organisation_text="saba e.V.")
    door.adds("Dina", organisation_text="Леся")
    door.adds("Emil", organisation_text="lesya")
    assert figures().organisations == (Group("Леся", 2, 2), Group("Saba e. V.", 1, 1))


def test_who_said_they_come_and_did_not_is_absent_and_nobody_else(
    figures, door, says, amina, boris, saba, session, clock
):
    waits, declined = (add_person(session, clock, name) for name in ("Waits", "Declined"))
    says(amina, 3)
    says(boris, 2)
    says(waits, 4, State.WAITING)
    says(declined, 5, State.DECLINED)
    door.marks(amina)
    now = figures()
    assert (now.said, now.said_heads, now.absent, now.absent_heads) == (2, 5, 1, 2)


def test_a_walk_in_who_is_a_member_is_not_absent_and_counts_for_her_organisation(
    figures, door, desk, says, amina
):
    says(amina, 2)
    walk_in = door.adds("Tesfay, A.", 2)
    assert figures().absent == 1
    desk.merges(walk_in, f"p:{amina.id}")
    now = figures()
    assert (now.people, now.heads, now.walk_ins, now.absent) == (1, 2, 0, 0)
    assert now.organisations == (Group("Saba e. V.", 1, 2),)


def test_her_organisation_is_the_one_of_that_evening(figures, door, amina, session):
    door.marks(amina)
    session.flush()
    amina.organisation_id = None
    assert figures().organisations == (Group("Saba e. V.", 1, 1),)


def test_paper_is_counted(figures, desk, amina, boris):
    desk.enters(amina, 2)
    desk.marks(boris)
    now = figures()
    assert (now.people, now.heads, now.on_paper) == (2, 3, 1)


def test_they_go_into_json_and_come_out_again(figures, door, amina):
    door.marks(amina, 3)
    assert Figures.of_json(figures().as_json()) == figures()
    assert "Amina" not in str(figures().as_json())
