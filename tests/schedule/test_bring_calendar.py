"""The coordinator's screen "Bring your calendar": choose, look, confirm."""

import sqlite3
from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from sqlalchemy import func, select

from mo_app.schedule import desk_calendar
from mo_app.schedule.calendar_in import LARGEST, read_calendar
from mo_app.schedule.models import CalendarUpload, Event

from .files import calendar, event


@pytest.fixture
def upload(desk, spring):
    def upload(data: bytes):
        """As a browser sends it; the test client would leave large bodies in files behind it."""
        head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="programme.ics"\r\n\r\n'
        body = head + data + b"\r\n--b--\r\n"
        return desk.post("/en/desk/calendar", data=body, content_type="multipart/form-data; boundary=b")

    return upload


def digest_in(page: str) -> str:
    return page.partition('name="digest" value="')[2].partition('"')[0]


def count(session) -> int:
    return session.scalar(select(func.count()).select_from(Event))


def test_first_a_look_then_the_import(desk, upload, session, programme):
    there = upload(programme).headers["Location"]
    page = unescape(desk.get(there).text)
    assert "28 new" in page
    assert "Line 242" in page
    assert "Ende vor Anfang" in page
    assert "It ends before it starts." in page
    assert count(session) == 0
    assert desk.post(there, data={"digest": digest_in(page)}).status_code == 303
    assert count(session) == 28
    assert session.scalar(select(func.count()).select_from(CalendarUpload)) == 0


def test_changes_are_shown_as_old_and_new(desk, upload, programme, updated):
    there = upload(programme).headers["Location"]
    desk.post(there, data={"digest": digest_in(desk.get(there).text)})
    page = unescape(desk.get(upload(updated).headers["Location"]).text)
    assert "1 new, 2 changed, 2 cancelled, 24 unchanged, and 3 not read" in page
    assert "<del><bdi>Thu, 10 Dec 2026, 17:00–20:00</bdi></del>" in page
    assert "<ins><bdi>Thu, 17 Dec 2026, 17:00–20:00</bdi></ins>" in page


def test_the_same_calendar_again_has_nothing_to_confirm(desk, upload, programme):
    there = upload(programme).headers["Location"]
    desk.post(there, data={"digest": digest_in(desk.get(there).text)})
    page = desk.get(upload(programme).headers["Location"]).text
    assert "There is nothing to import." in page
    assert digest_in(page) == ""


def test_where_something_is_missing_it_does_not_say_that_all_is_the_same(desk, upload):
    there = upload(calendar(event(), event(uid="b@test"))).headers["Location"]
    desk.post(there, data={"digest": digest_in(desk.get(there).text)})
    page = desk.get(upload(calendar(event())).headers["Location"]).text
    assert "already say the same" not in page
    assert "some events are no longer in this calendar" in page


def test_what_was_done_is_said_in_the_readers_language(desk):
    assert "Der Kalender ist" in desk.get("/de/desk/events?done=imported").text


def test_what_is_done_is_what_was_shown(desk, upload, session, programme):
    """Two previews are open; the second to be confirmed shows itself again."""
    first, second = (upload(programme).headers["Location"] for _ in range(2))
    digest = digest_in(desk.get(second).text)
    desk.post(first, data={"digest": digest_in(desk.get(first).text)})
    answer = desk.post(second, data={"digest": digest})
    assert answer.status_code == 409
    assert "The schedule changed since this preview was made." in answer.text
    assert count(session) == 28


def test_nobody_waits_while_a_file_is_read(desk, upload, session, settings, programme, monkeypatch):
    def read_while_another_writes(data, *, now):
        with sqlite3.connect(settings.data / "mo.sqlite3", timeout=0) as other:
            other.execute("BEGIN IMMEDIATE")
        other.close()
        return read_calendar(data, now=now)

    monkeypatch.setattr(desk_calendar, "read_calendar", read_while_another_writes)
    there = upload(programme).headers["Location"]
    assert desk.post(there, data={"digest": digest_in(desk.get(there).text)}).status_code == 303
    assert count(session) == 28


@pytest.mark.parametrize(
    ("data", "status", "sentence"),
    [
        (b"", 422, "This file is not a calendar."),
        (b"\x89PNG\r\n\x1a\n", 422, "This file is not a calendar."),
        (b"x" * (LARGEST + 1), 413, "This file is larger than 2 MB."),
        (b"x" * (2 * LARGEST), 413, "This file is larger than 2 MB."),
    ],
)
def test_what_cannot_be_a_calendar_is_said_at_the_field(upload, data, status, sentence):
    answer = upload(data)
    assert answer.status_code == status
    assert sentence in answer.text.partition('id="file-error"')[2].partition("</p>")[0]


def test_no_file_chosen(desk):
    answer = desk.post("/en/desk/calendar", data={"written_in": "de"})
    assert answer.status_code == 422
    assert "Please choose a file." in answer.text


def test_a_preview_ends_and_is_nobody_elses(
    desk, upload, clock, programme, coordinator, sign_in, other_coordinator
):
    there = upload(programme).headers["Location"]
    sign_in(other_coordinator)
    assert desk.get(there).status_code == 404
    assert desk.post(there, data={"digest": "x"}).status_code == 404
    sign_in(coordinator)
    clock.advance(timedelta(hours=3))
    assert desk.get(there).status_code == 404


def test_names_in_a_calendar_are_shown_as_text(desk, upload):
    page = desk.get(upload(calendar(event(title="<img src=x onerror=alert(1)>"))).headers["Location"]).text
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_only_coordinators_bring_a_calendar(client, member, sign_in, programme):
    sign_in(member)
    data = {"file": (BytesIO(programme), "programme.ics")}
    assert client.post("/en/desk/calendar", data=data).status_code == 403
    assert client.get("/en/desk/calendar").status_code == 403
