"""What must hold for any calendar: whatever its order, whatever is damaged in it, there and back."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mo_app.kernel.clock import BERLIN
from mo_app.schedule.calendar_in import NotACalendar, read_calendar

from .files import calendar, event

NOW = datetime(2026, 4, 21, 8, tzinfo=UTC)
PROGRAMME = (Path(__file__).parents[1] / "data" / "programme-updated.ics").read_bytes()

START, *ENTRIES = re.split(
    rb"(?=BEGIN:V(?:EVENT|TODO|TIMEZONE))", PROGRAMME.removesuffix(b"END:VCALENDAR\r\n")
)


def said(reading) -> tuple[set, set]:
    """All but the lines, which depend on the order."""
    dates = {replace(each, line=0) for each in reading.dates}
    return dates, {(each.title, each.message.text) for each in reading.problems}


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_entries_does_not_matter(random):
    entries = random.sample(ENTRIES, len(ENTRIES))
    shuffled = b"".join([START, *entries, b"END:VCALENDAR\r\n"])
    assert said(read_calendar(shuffled, now=NOW)) == said(read_calendar(PROGRAMME, now=NOW))


@settings(max_examples=100)
@given(st.data())
def test_no_damage_makes_the_reading_fail(data):
    """Bytes overwritten, cut out or doubled."""
    damaged = bytearray(PROGRAMME)
    for _ in range(data.draw(st.integers(1, 8))):
        at, length = data.draw(st.integers(0, len(damaged))), data.draw(st.integers(0, 40))
        damaged[at : at + length] = data.draw(st.binary(max_size=40))
    try:
        read_calendar(bytes(damaged), now=NOW)
    except NotACalendar:
        assert not damaged.startswith(b"BEGIN:VCALENDAR\r\n")


LINES = st.sampled_from(
    [
        "DTEND:20260601T110000Z", "DTEND;VALUE=DATE:20260602", "DTEND:99991231T000000", "DURATION:P9999999W",
        "DURATION:PT5H", "DURATION:", "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=WEEKLY;UNTIL=20260701",
        "RRULE:FREQ=MONTHLY;UNTIL=20260701T000000Z;COUNT=2", "RRULE:FREQ=YEARLY;BYMONTH=13", "RRULE:",
        "EXDATE:20260602T100000Z", "EXDATE;VALUE=DATE:20260602", "EXDATE:x", "RDATE:20260605T100000Z",
        "RDATE;VALUE=PERIOD:20260605T100000Z/PT2H", "RDATE:", "RECURRENCE-ID:20260602T100000Z",
        "RECURRENCE-ID;VALUE=DATE:20260602", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260602T100000Z",
        "RECURRENCE-ID:00010101T000000", "SEQUENCE:x", "SEQUENCE:3", "STATUS:CANCELLED", "CATEGORIES:,",
        "CATEGORIES:a\\,b,c", "SUMMARY:Again", "DESCRIPTION:<p", "DESCRIPTION:x", "LAST-MODIFIED:x",
        "LAST-MODIFIED:20260101T000000Z", "X-ALT-DESC;FMTTYPE=text/html:<b>x</b>", "LOCATION:a", "garbage",
        ":", ";", "DTSTART;TZID=:20260601T100000",
    ]
)  # fmt: skip
STARTS = st.sampled_from(
    [
        ":20260601T100000Z",
        ":20260601T100000",
        ";VALUE=DATE:20260601",
        ";TZID=Europe/Berlin:20260601T100000",
        None,
    ]
)


@settings(max_examples=200)
@given(st.lists(st.tuples(STARTS, st.lists(LINES, max_size=5)), max_size=3))
def test_every_mixture_is_read_or_refused_with_a_reason(entries):
    texts = [event("\n".join(lines), start=start) for start, lines in entries]
    reading = read_calendar(calendar(*texts), now=NOW)
    assert len(reading.dates) + len(reading.problems) + len(reading.remarks) >= bool(texts)
    for each in reading.dates:
        assert each.starts_at <= each.ends_at
        assert each.title
    assert len({(each.uid, each.recurrence_id) for each in reading.dates}) == len(reading.dates)


@settings(max_examples=100)
@given(
    day=st.dates(date(2026, 1, 1), date(2027, 11, 1)),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)),
    weeks=st.integers(1, 20),
    gone=st.sets(st.integers(1, 19)),
    moved=st.dictionaries(st.integers(1, 19), st.integers(-400, 400), max_size=3),
)
@example(day=date(2026, 3, 22), at=time(2, 30), weeks=3, gone=set(), moved={})
@example(day=date(2026, 10, 18), at=time(2, 30), weeks=3, gone=set(), moved={})
def test_a_weekly_series_is_what_its_rule_says(day, at, weeks, gone, moved):
    """In Leipzig's time over the changes of clocks, without exceptions, moved dates where they were moved."""
    written = ";TZID=Europe/Berlin:{:%Y%m%dT%H%M%S}".format
    local = [datetime.combine(day + timedelta(weeks=week), at) for week in range(weeks)]
    gone = {week for week in gone if week < weeks}
    hours = {week: by for week, by in moved.items() if week < weeks and week not in gone}
    master = [f"RRULE:FREQ=WEEKLY;COUNT={weeks}", *(f"EXDATE{written(local[week])}" for week in gone)]
    changes = [
        event(f"RECURRENCE-ID{written(local[week])}", start=written(local[week] + timedelta(hours=by)))
        for week, by in hours.items()
    ]
    reading = read_calendar(calendar(event("\n".join(master), start=written(local[0])), *changes), now=NOW)
    expected = [
        local[week] + timedelta(hours=hours.get(week, 0)) for week in range(weeks) if week not in gone
    ]
    assert reading.problems == ()
    assert [each.starts_at for each in reading.dates] == sorted(
        each.replace(tzinfo=BERLIN).astimezone(UTC) for each in expected
    )
