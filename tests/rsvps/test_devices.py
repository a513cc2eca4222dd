"""Amina has a phone and a laptop: what she said on the one is not undone by the other, which did not know."""

import pytest

from mo_app.rsvps.errors import RsvpConflict, Superseded
from mo_app.rsvps.models import Needs


def test_the_other_device_knew_nothing_of_it(eva, amina):
    evening = eva.plans(capacity=10)
    amina.says(evening, 3, device="phone")
    with pytest.raises(RsvpConflict) as refused:
        amina.says(evening, 5, device="laptop", base=0)
    assert refused.value.params == {"going": True, "party": 3, "state": "confirmed"}
    assert amina.stands(evening) == "confirmed 3"


def test_knowing_what_is_true_now_she_can_say_it_again(eva, amina):
    evening = eva.plans(capacity=10)
    amina.says(evening, 3, device="phone")
    amina.says(evening, 5, device="laptop", base=1, seq=1)
    assert amina.stands(evening) == "confirmed 5"


def test_one_device_may_say_several_things_before_it_hears_back(eva, amina):
    evening = eva.plans(capacity=10)
    amina.says(evening, 3, device="phone", base=0, seq=1)
    amina.says(evening, 4, device="phone", base=0, seq=2)
    amina.declines(evening, device="phone", base=0, seq=3)
    assert amina.stands(evening) == "declined"


@pytest.mark.parametrize("seq", [1, 2])
def test_what_a_device_said_before_does_not_undo_what_it_said_later(eva, amina, seq):
    evening = eva.plans(capacity=10)
    amina.says(evening, 4, device="phone", seq=2)
    with pytest.raises(Superseded):
        amina.says(evening, 3, device="phone", seq=seq)
    assert amina.stands(evening) == "confirmed 4"


def test_two_devices_that_say_the_same_agree(eva, amina):
    evening = eva.plans(capacity=10)
    amina.says(evening, 3, device="phone", needs=Needs(children=1))
    amina.says(evening, 3, device="laptop", base=0, needs=Needs(children=1), seq=1)
    assert amina.stands(evening) == "confirmed 3"
    with pytest.raises(RsvpConflict):
        amina.says(evening, 3, device="phone", base=1, needs=Needs(children=2), seq=2)


def test_two_devices_that_both_decline_agree(eva, amina):
    evening = eva.plans(capacity=10)
    amina.says(evening, 3, device="phone")
    amina.declines(evening, party=3, device="phone")
    amina.declines(evening, device="laptop", base=0, seq=1)
    assert amina.stands(evening) == "declined"


def test_that_the_list_moved_on_is_not_her_saying_something(eva, amina, boris):
    evening = eva.plans(capacity=3)
    boris.says(evening, 3)
    amina.says(evening, 2, device="phone")
    boris.declines(evening)
    assert amina.stands(evening) == "confirmed 2"
    amina.declines(evening, device="laptop", base=1, seq=1)
    assert amina.stands(evening) == "declined"


def test_a_device_of_one_person_says_nothing_for_another(eva, amina, boris):
    evening = eva.plans(capacity=10)
    amina.says(evening, 3, device="phone", seq=7)
    boris.says(evening, 2, device="phone", seq=1)
    assert (amina.stands(evening), boris.stands(evening)) == ("confirmed 3", "confirmed 2")
