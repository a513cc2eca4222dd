"""Saying that one comes, and when one is told that it cannot be."""

from datetime import timedelta

import pytest

from mo_app.kernel.errors import DomainError
from mo_app.rsvps.models import Needs
from mo_app.schedule.models import Event
from mo_app.schedule.operations import cancel_event
from mo_app.web.i18n import say, speaking

from .cast import EVA


def refusal(say_it, *args, **kwargs):
    with pytest.raises(DomainError) as caught:
        say_it(*args, **kwargs)
    return caught.value


def test_amina_comes_with_three(eva, amina):
    evening = eva.plans(capacity=10)
    amina.says(evening, 3, needs=Needs(interpreting="Tigrinya", children=2, step_free=True))
    assert amina.knows(evening) == {
        "going": True,
        "party": 3,
        "needs": {"interpreting": "Tigrinya", "children": 2, "step_free": True},
        "state": "confirmed",
        "number": None,
        "version": 1,
    }
    assert eva.figures(evening) == {"taken": 3, "waiting": 0, "people": 1}


def test_she_can_say_another_number_and_that_she_cannot_come_after_all(eva, amina):
    evening = eva.plans(capacity=10)
    amina.says(evening, 3)
    amina.says(evening, 5)
    assert amina.stands(evening) == "confirmed 5"
    amina.declines(evening)
    assert amina.stands(evening) == "declined"
    assert amina.knows(evening)["version"] == 3
    assert eva.figures(evening) == {}


def test_who_does_not_come_needs_nothing(eva, amina):
    evening = eva.plans()
    amina.says(evening, needs=Needs(interpreting="Tigrinya", step_free=True))
    amina.declines(evening, needs=Needs(interpreting="Tigrinya"))
    assert amina.knows(evening)["needs"] == {"interpreting": None, "children": 0, "step_free": False}


def test_without_a_limit_everybody_comes(eva, amina, boris):
    evening = eva.plans(capacity=None)
    amina.says(evening, 10)
    boris.says(evening, 10)
    assert (amina.stands(evening), boris.stands(evening)) == ("confirmed 10", "confirmed 10")


@pytest.mark.parametrize("party", [0, -1, 11, 10**30])
def test_a_party_has_one_to_ten_heads(eva, amina, party):
    refused = refusal(amina.says, eva.plans(), party)
    assert (refused.code, refused.params) == ("party_out_of_range", {"least": 1, "most": 10})


@pytest.mark.parametrize(
    ("needs", "code"),
    [
        (Needs(children=11), "children_out_of_range"),
        (Needs(children=-1), "children_out_of_range"),
        (Needs(children=2), "more_children_than_people"),
        (Needs(interpreting="x" * 41), "interpreting_too_long"),
    ],
)
def test_needs_have_their_bounds(eva, amina, needs, code):
    assert refusal(amina.says, eva.plans(), needs=needs).code == code


@pytest.mark.parametrize("unknown", ["aaaaaaaaaaaaaaaa", "", "\0", "é", "no such event"])
def test_an_event_that_nobody_knows(amina, unknown):
    assert refusal(amina.says, Event(id=unknown), base=0).code == "event_unknown"


def test_a_cancelled_event_says_why_in_the_readers_language(eva, amina, session, clock):
    evening = eva.plans()
    amina.says(evening)
    reason = {"de": "Der Raum ist überschwemmt.", "uk": "Приміщення затоплено."}
    cancel_event(session=session, actor=EVA, now=clock.now(), event=evening, reason=reason)
    refused = refusal(amina.declines, evening)
    assert refused.code == "event_cancelled"
    for language, words in {"uk": "Приміщення затоплено.", "en": "Der Raum ist überschwemmt."}.items():
        with speaking(language):
            assert say(refused.message).endswith(f" {words}")


def test_an_event_that_is_over(eva, amina, clock):
    evening = eva.plans()
    amina.says(evening)
    clock.advance(timedelta(days=7, hours=2))
    assert refusal(amina.declines, evening).code == "event_past"
    assert amina.stands(evening) == "confirmed 1"


def test_after_closing_only_not_coming_can_be_said(eva, amina, boris, chen, clock):
    evening = eva.plans(capacity=2, closes_at=clock.now() + timedelta(days=5))
    amina.says(evening, 2)
    boris.says(evening, 2)
    clock.advance(timedelta(days=5))
    assert refusal(amina.says, evening, 1).code == "rsvp_closed"
    assert refusal(chen.says, evening).code == "rsvp_closed"
    assert refusal(chen.declines, evening).code == "rsvp_closed"
    amina.declines(evening)
    assert (amina.stands(evening), boris.stands(evening)) == ("declined", "confirmed 2")


def test_without_a_closing_time_it_closes_at_the_start(eva, amina, boris, clock):
    evening = eva.plans()
    amina.says(evening)
    clock.advance(timedelta(days=7))
    assert refusal(boris.says, evening).code == "rsvp_closed"
    amina.declines(evening)
    assert amina.stands(evening) == "declined"
