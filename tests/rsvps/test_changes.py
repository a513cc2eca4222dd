"""The host changes an event: whoever said they come is told, and the waiting list moves."""

from datetime import timedelta

import pytest

from mo_app.notices.queries import notices_part
from mo_app.schedule.operations import cancel_event, restore_event

from .cast import EVA


@pytest.fixture
def evening(eva, amina, boris, chen):
    """Amina comes, Boris waits, Chen can't come."""
    evening = eva.plans(capacity=3)
    amina.says(evening, 3)
    boris.says(evening, 2)
    chen.declines(evening)
    return evening


def test_a_cancellation_is_told_with_its_reason(evening, amina, boris, chen, session, clock):
    reason = {"de": "Wasserschaden.", "en": "The room is flooded."}
    cancel_event(session=session, actor=EVA, now=clock.now(), event=evening, reason=reason)
    assert (amina.told(), boris.told(), chen.told()) == (["event_cancelled"], ["event_cancelled"], [])
    [notice] = notices_part(amina.view)
    assert notice["text"] == (
        "Cancelled: “Funding applications”, Monday, November 30, 2026, 12:00. The room is flooded."
    )
    assert notice["url"] == f"/schedule/{evening.id}"


def test_nobody_moves_up_in_what_is_cancelled_but_they_do_when_it_takes_place_after_all(
    evening, eva, amina, boris, session, clock
):
    cancel_event(session=session, actor=EVA, now=clock.now(), event=evening, reason={})
    eva.changes(evening, capacity=5)
    assert boris.stands(evening) == "waiting 2 #1"
    clock.advance(timedelta(minutes=1))
    restore_event(session=session, actor=EVA, now=clock.now(), event=evening)
    assert boris.stands(evening) == "confirmed 2"
    assert amina.told() == ["event_cancelled", "event_restored"]
    assert boris.told() == ["event_cancelled", "event_restored", "rsvp_promoted"]


def test_a_new_time_is_told_and_rsvps_stay(evening, eva, amina, boris, chen):
    moved = {
        "starts_at": evening.starts_at + timedelta(days=1),
        "ends_at": evening.ends_at + timedelta(days=1),
    }
    eva.changes(evening, **moved)
    assert (amina.told(), boris.told(), chen.told()) == (["event_moved"], ["event_moved"], [])
    assert amina.stands(evening) == "confirmed 3"
    assert "Tuesday, December 1, 2026" in notices_part(amina.view)[0]["text"]


def test_a_new_place_is_told(evening, eva, amina):
    eva.changes(evening, place="Room 7")
    assert amina.told() == ["event_elsewhere"]
    assert notices_part(amina.view)[0]["text"].endswith("Room 7")


def test_a_new_time_at_a_new_place_is_told_in_one_sentence(evening, eva, amina):
    later = {name: getattr(evening, name) + timedelta(days=1) for name in ("starts_at", "ends_at")}
    eva.changes(evening, place="Room 7", **later)
    assert amina.told() == ["event_moved"]
    text = notices_part(amina.view)[0]["text"]
    assert "Tuesday, December 1, 2026" in text
    assert "Room 7" in text


def test_what_does_not_concern_them_is_not_told(evening, eva, amina, boris):
    eva.changes(evening, title={"de": "Förderanträge II"}, ends_at=evening.ends_at + timedelta(minutes=30))
    assert amina.told() == boris.told() == []


def test_what_is_over_is_corrected_quietly(evening, eva, amina, boris, clock):
    clock.advance(timedelta(days=8))
    eva.changes(evening, capacity=10, place="Room 7")
    assert (amina.told(), boris.told()) == ([], [])
    assert boris.stands(evening) == "waiting 2 #1"
