"""The host's own programme, read as its README promises and imported twice, then with its update."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from mo_app.kernel.clock import BERLIN
from mo_app.schedule.calendar_in import read_calendar
from mo_app.schedule.imports import import_calendar, preview_calendar
from mo_app.schedule.kinds import Kind
from mo_app.schedule.models import Event, EventChange

MEETING = "monatstreffen@kalender.example.org"


@pytest.fixture
def reading(programme, spring):
    return read_calendar(programme, now=spring.now())


@pytest.fixture
def bring(session, coordinator, spring):
    def bring(data):
        about = {"session": session, "actor": coordinator, "now": spring.now()}
        return import_calendar(**about, data=data, language="de")

    return bring


def berlin(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=BERLIN)


def test_the_series_has_an_exception_a_moved_date_and_an_end(reading):
    meetings = [each for each in reading.dates if each.uid == MEETING]
    assert [f"{each.starts_at.astimezone(BERLIN):%Y-%m-%d %H:%M}" for each in meetings] == [
        "2026-05-07 17:30",
        "2026-06-04 17:30",
        "2026-07-02 17:30",  # none in August
        "2026-09-03 17:30",
        "2026-10-01 17:30",
        "2026-11-05 17:30",  # clocks have changed, the time has not
        "2026-12-03 17:30",
        "2027-01-07 17:30",
        "2027-02-04 17:30",
        "2027-03-04 17:30",
        "2027-04-01 17:30",
        "2027-05-04 17:30",  # a Tuesday
        "2027-06-03 17:30",
        "2027-07-01 17:30",
    ]
    assert {each.ends_at - each.starts_at for each in meetings} == {timedelta(hours=2, minutes=30)}
    moved = meetings[11]
    assert moved.recurrence_id == berlin(2027, 5, 6, 17, 30)
    assert moved.title == "Monatstreffen (wegen Christi Himmelfahrt am Dienstag)"


def test_every_workshop_is_at_five_whatever_its_zone_is_called(reading):
    workshops = [each for each in reading.dates if each.uid.startswith("workshop-")]
    assert len(workshops) == 11
    assert {f"{each.starts_at.astimezone(BERLIN):%H:%M}" for each in workshops} == {"17:00"}
    assert {each.kind for each in workshops} == {Kind.WORKSHOP}


def test_all_day_utc_duration_and_the_change_of_clocks(reading):
    by_uid = {each.uid.partition("@")[0]: each for each in reading.dates}
    weeks, party, night = by_uid["wochen"], by_uid["sommerfest"], by_uid["nacht"]
    assert weeks.all_day
    assert (weeks.starts_at, weeks.ends_at) == (berlin(2026, 9, 21), berlin(2026, 10, 5))
    assert (party.starts_at, party.ends_at) == (berlin(2026, 7, 4, 14), berlin(2026, 7, 4, 20))
    assert (night.ends_at - night.starts_at) == timedelta(hours=6)  # 23:00 to 04:00, and one hour twice


def test_folded_letters_and_escapes_are_whole_and_no_script_is_left(reading):
    texts = {each.uid: each.text for each in reading.dates}
    assert texts[MEETING].startswith(
        "Ankommen, Austausch, Neues aus der Stadt, Themen für den nächsten Workshop.\n"
    )
    assert texts["workshop-05@kalender.example.org"].endswith("was geht, was geht nicht?")
    titles = {each.title for each in reading.dates}
    assert "Workshop: Förderanträge schreiben II – Kosten- und Finanzierungsplan" in titles
    assert not any("script" in each.text or "<" in each.text for each in reading.dates)


def test_what_is_broken_is_said_with_its_line(reading, programme):
    lines = programme.decode(errors="replace").splitlines()
    told = {each.title: (lines[each.line - 1], each.message.text) for each in reading.problems}
    assert told == {
        "Ende vor Anfang": ("BEGIN:VEVENT", "It ends before it starts."),
        "Termin ohne Datum": ("BEGIN:VEVENT", "It has no start."),
        "Schlüssel nachmachen lassen": ("BEGIN:VTODO", "It is a to-do, not an event."),
    }
    assert reading.remarks == ()


def test_the_second_import_changes_nothing(bring, session, programme):
    first = bring(programme)
    assert (len(first.new), len(first.changed), len(first.cancelled)) == (28, 0, 0)
    before = session.execute(select(Event.id, Event.version, Event.updated_at).order_by(Event.id)).all()
    second = bring(programme)
    assert not second.does_something
    assert len(second.unchanged) == 28
    assert second.missing == ()
    assert (
        session.execute(select(Event.id, Event.version, Event.updated_at).order_by(Event.id)).all() == before
    )
    assert session.scalar(select(func.count()).select_from(EventChange)) == 28


def test_the_update_changes_exactly_what_it_says(bring, session, programme, updated):
    bring(programme)
    plan = bring(updated)
    assert [date.uid for date in plan.new] == ["workshop-12@kalender.example.org"]
    changed = {
        (known.event.uid.partition("@")[0], *(each.field for each in known.changes)) for known in plan.changed
    }
    assert changed == {("workshop-07", "time"), ("workshop-11", "text")}
    assert {(known.event.uid, known.event.recurrence_id) for known in plan.cancelled} == {
        ("workshop-09@kalender.example.org", ""),
        (MEETING, "20270107T163000Z"),
    }
    assert len(plan.unchanged) == 24
    assert plan.missing == ()
    moved = session.scalars(select(Event).where(Event.uid == "workshop-07@kalender.example.org")).one()
    assert moved.starts_at == berlin(2026, 12, 17, 17)
    assert not bring(updated).does_something


def test_a_cancelled_date_keeps_what_was_known_of_it(bring, session, programme, updated):
    """The calendar's cancellation names neither place nor text."""
    bring(programme)
    bring(updated)
    january = session.scalars(select(Event).where(Event.recurrence_id == "20270107T163000Z")).one()
    assert january.is_cancelled
    assert january.place == "Großer Saal, Haus der Begegnung, Leipzig"
    assert "Kinderbetreuung" in january.text["de"]


def test_the_preview_says_the_same_and_does_nothing(session, coordinator, spring, programme):
    plan = preview_calendar(
        session=session,
        actor=coordinator,
        now=spring.now(),
        reading=read_calendar(programme, now=spring.now()),
    )
    assert Counter({"new": len(plan.new), "problems": len(plan.problems)}) == {"new": 28, "problems": 3}
    assert session.scalar(select(func.count()).select_from(Event)) == 0
