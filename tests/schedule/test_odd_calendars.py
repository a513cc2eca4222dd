"""Calendars as they come: each oddity is read as it is meant, or said with its line."""

from datetime import UTC, datetime, timedelta

import pytest

from mo_app.kernel.clock import BERLIN
from mo_app.schedule.calendar_in import NotACalendar, TooLarge, TooManyDates, read_calendar
from mo_app.schedule.kinds import Kind

from .files import calendar, event

NOW = datetime(2026, 5, 1, 8, tzinfo=UTC)
ZONE = """
BEGIN:VTIMEZONE
TZID:Custom
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE
"""


def read(*entries: str, head: str = ""):
    return read_calendar(calendar(*entries, head=head), now=NOW)


def starts(reading) -> list[str]:
    return [f"{each.starts_at.astimezone(BERLIN):%Y-%m-%d %H:%M}" for each in reading.dates]


@pytest.mark.parametrize(
    ("start", "berlin"),
    [
        (":20260601T100000Z", "2026-06-01 12:00"),
        (":20260601T100000", "2026-06-01 10:00"),
        (";TZID=Europe/Kyiv:20260601T100000", "2026-06-01 09:00"),
        (";TZID=FLE Standard Time:20260601T100000", "2026-06-01 09:00"),
        (";TZID=/freeassociation.sourceforge.net/Europe/Kyiv:20260601T100000", "2026-06-01 09:00"),
        (";VALUE=DATE:20260601", "2026-06-01 00:00"),
        (":20260601", "2026-06-01 00:00"),
        (";TZID=Europe/Berlin:20260329T023000", "2026-03-29 03:30"),
    ],
)
def test_every_way_to_write_a_time(start, berlin):
    assert starts(read(event(start=start))) == [berlin]


def test_many_endless_series_are_refused_before_they_take_all_day():
    """150 of them would be 16,000 dates."""
    series = [event("RRULE:FREQ=WEEKLY", uid=f"{number}@test") for number in range(150)]
    with pytest.raises(TooManyDates):
        read(*series)


def test_a_zone_that_only_the_file_knows_is_this_files_alone():
    east, west = (
        read(ZONE.format(offset=offset), event(start=";TZID=Custom:20260601T120000"))
        for offset in ("+0500", "-0500")
    )
    assert (starts(east), starts(west)) == (["2026-06-01 09:00"], ["2026-06-01 19:00"])


def test_floating_times_follow_the_calendars_own_zone():
    assert starts(read(event(start=":20260601T100000"), head="X-WR-TIMEZONE:Europe/Kyiv")) == [
        "2026-06-01 09:00"
    ]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (event(start=None), "It has no start."),
        (event("DTEND:20260601T090000Z"), "It ends before it starts."),
        (event("DURATION:-PT1H"), "It ends before it starts."),
        (event("DTEND;VALUE=DATE:20260602"), "Its start has a time of day and its end has none"),
        (event(start=":20260230T100000"), "Its start cannot be understood: 20260230T100000"),
        (event("DTEND:later"), "Its end cannot be understood: later"),
        (event("DURATION:6"), "Its duration cannot be understood: 6"),
        (event("RRULE:FREQ=SOMETIMES"), "How it repeats cannot be understood: FREQ=SOMETIMES"),
        (event("RRULE:FREQ=HOURLY"), "It repeats more often than once a day."),
        (event("RRULE:FREQ=DAILY;BYHOUR=8,9"), "It repeats more often than once a day."),
        (event("RRULE:FREQ=DAILY", start=":20200101T100000Z"), "It repeats more than 1000 times"),
        (event(start=";TZID=Atlantis:20260601T100000"), "Its time zone is not known: Atlantis"),
        (event(start=":00010101T000000Z"), "Its year cannot be meant: 1"),
        (event("CLASS:PRIVATE"), "It is marked as private in the calendar"),
        (event(title=""), "It has no title."),
        (event(uid=""), "It has no UID"),
        (event().replace("\nEND:VEVENT", ""), "It is cut off"),
        (event("SUMMARY:Another"), "It is not written as a calendar entry must be."),
        (event().replace("VEVENT", "VTODO"), "It is a to-do, not an event."),
    ],
)
def test_what_cannot_be_read_is_said_and_harms_no_other(entry, reason):
    reading = read(event(uid="before@test"), entry, event(uid="after@test", start=":20260701T100000Z"))
    assert {each.uid for each in reading.dates} == {"before@test", "after@test"}
    (problem,) = reading.problems
    said = problem.message.text % dict(problem.message.params)
    assert said.startswith(reason)
    assert (
        calendar(event(uid="before@test"), entry)
        .decode()
        .splitlines()[problem.line - 1]
        .startswith("BEGIN:V")
    )


def test_letters_of_an_older_encoding_are_read_and_pointed_out():
    data = calendar(event("LOCATION:Großer Saal")).decode().encode("cp1252")
    reading = read_calendar(data, now=NOW)
    assert [each.place for each in reading.dates] == ["Großer Saal"]
    assert [each.message.text for each in reading.remarks] == [
        "Some letters are damaged in the file; please check them."
    ]


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n"])
def test_line_breaks_of_every_system(newline):
    data = calendar(event("DESCRIPTION:one\n  two")).replace(b"\r\n", newline.encode())
    assert read_calendar(data, now=NOW).dates[0].text == "one two"


def test_what_is_no_calendar_or_too_large():
    with pytest.raises(NotACalendar):
        read_calendar(b"hello", now=NOW)
    with pytest.raises(TooLarge):
        read_calendar(b" " * 3_000_000, now=NOW)


def test_a_series_without_end_stops_at_a_horizon_and_says_so():
    reading = read(event("RRULE:FREQ=MONTHLY"))
    assert len(reading.dates) == 24
    (remark,) = reading.remarks
    assert "The series goes on" in remark.message.text
    assert remark.message.params["date"] == (NOW + timedelta(days=732)).date()


def test_dates_moved_out_of_reach_added_and_left_out():
    reading = read(
        event("RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260608T100000Z\nRDATE:20260602T100000Z"),
        event("RECURRENCE-ID:20260615T100000Z", start=":20290615T100000Z"),
    )
    assert starts(reading) == ["2026-06-01 12:00", "2026-06-02 12:00", "2026-06-22 12:00", "2029-06-15 12:00"]
    assert reading.dates[-1].recurrence_id == datetime(2026, 6, 15, 10, tzinfo=UTC)


def test_this_and_all_following_keep_who_they_are():
    reading = read(
        event("RRULE:FREQ=WEEKLY;COUNT=4"),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260615T100000Z", start=":20260615T120000Z"),
    )
    assert [f"{each.starts_at:%d %H}" for each in reading.dates] == ["01 10", "08 10", "15 12", "22 12"]
    assert [f"{each.recurrence_id:%d %H}" for each in reading.dates] == ["01 10", "08 10", "15 10", "22 10"]


def test_an_until_without_a_zone_includes_its_day():
    reading = read(event("RRULE:FREQ=DAILY;UNTIL=20260603", start=";VALUE=DATE:20260601"))
    assert starts(reading) == ["2026-06-01 00:00", "2026-06-02 00:00", "2026-06-03 00:00"]


def test_hours_of_a_duration_are_counted_by_the_clock():
    reading = read(event("DURATION:PT5H", start=";TZID=Europe/Berlin:20261024T230000"))
    assert reading.dates[0].ends_at - reading.dates[0].starts_at == timedelta(hours=5)


def test_an_entry_twice_is_read_in_its_latest_version():
    reading = read(event("SEQUENCE:2", title="New"), event("SEQUENCE:1", title="Old"))
    assert [each.title for each in reading.dates] == ["New"]
    assert [each.message.text for each in reading.remarks] == [
        "It stands in the file more than once; its latest version is taken."
    ]


def test_html_becomes_text_with_its_links():
    html = (
        "DESCRIPTION:<p>Bring <b>friends</b><br>and cake</p><ul><li>one</li><li>two</li></ul>"
        '<script>alert(1)</script><a href="https://example.org/a">here</a> '
        '<a href="javascript:alert(1)">not</a>'
    )
    text = read(event(html)).dates[0].text
    assert text == "Bring friends\nand cake\n\n– one\n– two\n\nhere (https://example.org/a) not"


@pytest.mark.parametrize(
    ("title", "more", "kind"),
    [
        ("Workshop: Treffen moderieren", "", Kind.WORKSHOP),
        ("Monatstreffen", "", Kind.MEETING),
        ("Monatstreffen", "CATEGORIES:Verein,Workshop", Kind.WORKSHOP),
        ("Sommerfest", "", Kind.OTHER),
    ],
)
def test_the_kind_is_guessed_by_category_then_title(title, more, kind):
    assert read(event(more, title=title)).dates[0].kind is kind


def test_a_calendar_of_cancellations():
    assert read(event(), head="METHOD:CANCEL").dates[0].cancelled
