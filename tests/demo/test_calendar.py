"""The demo's programme lies around whatever day it is loaded."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar
from recurring_ical_events import of

from mo_app.demo.calendar import programme_around

DAYS = [date(2026, 3, 2) + timedelta(days=offset) for offset in (0, 1, 2, 3, 4, 5, 6, 400, 1000)]


def starts(calendar: bytes, uid: str) -> list[date]:
    events = of(Calendar.from_ical(calendar)).between((2020, 1, 1), (2040, 1, 1))
    return sorted(event["DTSTART"].dt for event in events if event["UID"].startswith(uid))


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_a_workshop_is_within_the_next_week(today):
    [next_workshop] = starts(programme_around(today), "workshop-06")
    assert timedelta(days=1) <= next_workshop.date() - today <= timedelta(days=7)


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_weekdays_and_hours_hold(today):
    meetings = starts(programme_around(today), "monatstreffen")
    assert len(meetings) == 14
    assert {meeting.hour for meeting in meetings} == {17}
    assert [meeting.weekday() for meeting in meetings].count(3) == 13
    assert len([meeting for meeting in meetings if meeting.date() < today]) >= 6
    assert len([meeting for meeting in meetings if meeting.date() > today]) >= 6
