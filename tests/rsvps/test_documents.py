"""What devices are told: ``mine`` of those whom it concerns, ``figures`` of everybody."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mo_app.rsvps.forms import NeedsSet, RsvpSet, tidy
from mo_app.sync.models import DocumentVersion


def versions(session, *guests):
    session.commit()
    found = dict(session.execute(select(DocumentVersion.key, DocumentVersion.version)).all())
    return [found.get(f"mine/{guest.actor.person_id}", 0) for guest in guests]


def test_only_those_whose_number_changed_learn_it(eva, amina, boris, chen, session):
    evening = eva.plans(capacity=4)
    amina.says(evening, 4)
    boris.says(evening, 2)
    chen.says(evening, 2)
    a, b, c = versions(session, amina, boris, chen)
    boris.declines(evening)
    after_a, after_b, after_c = versions(session, amina, boris, chen)
    assert after_a == a
    assert after_b > b
    assert after_c > c


def test_everybody_learns_the_counts(eva, amina, session):
    evening = eva.plans()
    query = select(DocumentVersion.version).where(DocumentVersion.key == "figures")
    session.commit()
    before = session.scalar(query)
    amina.says(evening)
    session.commit()
    assert session.scalar(query) > before


def test_events_that_are_over_have_no_figures_and_leave_mine_after_a_week(eva, amina, clock):
    evening = eva.plans()
    amina.says(evening)
    clock.advance(timedelta(days=7, hours=2))
    assert eva.figures(evening) == {}
    assert amina.stands(evening) == "confirmed 1"
    clock.advance(timedelta(days=7))
    assert amina.stands(evening) == ""


def test_nobody_sees_what_another_said(eva, amina, boris):
    evening = eva.plans()
    amina.says(evening, 3)
    assert boris.knows(evening) == {}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Tigrinya \n", "Tigrinya"),
        ("a\0b", "a b"),
        ("فارسی می\u200cخواهم", "فارسی می\u200cخواهم"),
        ("\u202eabc", "abc"),
        ("   ", None),
        (None, None),
    ],
)
def test_a_language_is_tidied(typed, kept):
    needs = NeedsSet(interpreting=typed)
    said = RsvpSet(event="a", going=True, party=1, needs=needs, base=0)
    assert said.wish().needs.interpreting == kept


def test_tidying_twice_changes_nothing():
    assert tidy(tidy(" a \t b ")) == tidy(" a \t b ") == "a b"
