"""Places are given first come, first served; a freed one goes to the first that fits."""

import pytest

from mo_app.rsvps.errors import NoPlacesForMore, PartyOverCapacity
from mo_app.rsvps.models import RsvpChange


def test_who_comes_too_late_waits_with_a_number(eva, amina, boris, chen):
    evening = eva.plans(capacity=4)
    amina.says(evening, 3)
    boris.says(evening, 2)
    chen.says(evening, 2)
    assert amina.stands(evening) == "confirmed 3"
    assert boris.stands(evening) == "waiting 2 #1"
    assert chen.stands(evening) == "waiting 2 #2"
    assert eva.figures(evening) == {"taken": 3, "waiting": 4, "people": 3}


def test_a_small_party_is_not_held_up_by_a_large_one_that_does_not_fit(eva, amina, boris, chen):
    evening = eva.plans(capacity=4)
    amina.says(evening, 3)
    boris.says(evening, 2)
    chen.says(evening, 1)
    assert chen.stands(evening) == "confirmed 1"
    assert boris.stands(evening) == "waiting 2 #1"


def test_a_freed_place_goes_to_the_first_that_fits_who_is_told(eva, amina, boris, chen):
    evening = eva.plans(capacity=4)
    amina.says(evening, 4)
    boris.says(evening, 3)
    chen.says(evening, 2)
    amina.says(evening, 2)
    assert (boris.stands(evening), chen.stands(evening)) == ("waiting 3 #1", "confirmed 2")
    assert (amina.told(), boris.told(), chen.told()) == ([], [], ["rsvp_promoted"])
    amina.declines(evening)
    assert boris.stands(evening) == "waiting 3 #1"
    chen.declines(evening)
    assert boris.stands(evening) == "confirmed 3"


def test_who_moves_up_by_what_she_says_herself_needs_no_notice(eva, amina, boris):
    evening = eva.plans(capacity=4)
    amina.says(evening, 3)
    boris.says(evening, 2)
    boris.says(evening, 1)
    assert boris.stands(evening) == "confirmed 1"
    assert boris.told() == []


def test_another_number_keeps_the_place_on_the_list(eva, amina, boris, chen):
    evening = eva.plans(capacity=4)
    amina.says(evening, 4)
    boris.says(evening, 2)
    chen.says(evening, 2)
    boris.says(evening, 4)
    assert (boris.stands(evening), chen.stands(evening)) == ("waiting 4 #1", "waiting 2 #2")


def test_who_leaves_the_list_and_comes_back_stands_at_its_end(eva, amina, boris, chen):
    evening = eva.plans(capacity=4)
    amina.says(evening, 4)
    boris.says(evening, 2)
    chen.says(evening, 2)
    boris.declines(evening)
    assert chen.stands(evening) == "waiting 2 #1"
    boris.says(evening, 2)
    assert boris.stands(evening) == "waiting 2 #2"


def test_nobody_loses_places_by_asking_for_more(eva, amina, boris):
    evening = eva.plans(capacity=6)
    amina.says(evening, 3)
    boris.says(evening, 2)
    with pytest.raises(NoPlacesForMore) as refused:
        amina.says(evening, 5)
    assert refused.value.params == {"asked": 5, "kept": 3, "possible": 4}
    assert amina.stands(evening) == "confirmed 3"
    amina.says(evening, 4)
    assert amina.stands(evening) == "confirmed 4"


def test_nobody_waits_for_what_can_never_be(eva, amina):
    evening = eva.plans(capacity=4)
    with pytest.raises(PartyOverCapacity) as refused:
        amina.says(evening, 5)
    assert refused.value.params == {"capacity": 4}
    assert amina.stands(evening) == ""


def test_lowering_the_capacity_takes_nothing_away(eva, amina, boris):
    evening = eva.plans(capacity=6)
    amina.says(evening, 3)
    boris.says(evening, 3)
    eva.changes(evening, capacity=4)
    assert (amina.stands(evening), boris.stands(evening)) == ("confirmed 3", "confirmed 3")
    with pytest.raises(NoPlacesForMore) as refused:
        amina.says(evening, 4)
    assert refused.value.params["possible"] == 3
    amina.says(evening, 2)
    assert amina.stands(evening) == "confirmed 2"


@pytest.mark.parametrize("capacity", [5, None])
def test_raising_the_capacity_or_lifting_it_lets_the_waiting_in(eva, amina, boris, capacity):
    evening = eva.plans(capacity=3)
    amina.says(evening, 3)
    boris.says(evening, 2)
    eva.changes(evening, capacity=capacity)
    assert boris.stands(evening) == "confirmed 2"
    assert boris.told() == ["rsvp_promoted"]


def test_history_says_who_did_what(eva, amina, boris, session):
    evening = eva.plans(capacity=3)
    amina.says(evening, 3)
    boris.says(evening, 2)
    amina.declines(evening)
    done = {(row.person_id, row.actor_id, row.state, row.party) for row in session.query(RsvpChange)}
    a, b = amina.actor.person_id, boris.actor.person_id
    assert done == {
        (a, a, "confirmed", 3),
        (b, b, "waiting", 2),
        (a, a, "declined", 1),
        (b, None, "confirmed", 2),
    }
