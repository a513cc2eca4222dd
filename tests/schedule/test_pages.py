"""What people read: the schedule by month, past events, one page an event."""

from datetime import timedelta

import pytest

from mo_app.schedule.operations import cancel_event, edit_event
from mo_app.schedule.queries import ended_between, upcoming

pytestmark = pytest.mark.usefixtures("brought")


def text_of(client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.text[:2000]
    return answer.text


def test_the_schedule_is_by_month_with_links_to_each(client):
    page = text_of(client, "/en/schedule")
    assert 'href="#month-2026-12"' in page
    assert 'id="month-2026-12"' in page
    assert page.index("Workshop: Verein gründen") < page.index("Interkulturelle Wochen")
    assert page.count("<article") == 28


def test_a_text_in_another_language_says_so(client, find):
    page = text_of(client, f"/ar/schedule/{find('workshop-02').id}")
    assert '<h1 lang="de" dir="ltr">Workshop: Verein gründen und führen</h1>' in page
    page = text_of(client, f"/de/schedule/{find('workshop-02').id}")
    assert "<h1>Workshop: Verein gründen und führen</h1>" in page


def test_a_translation_is_shown_to_those_who_read_it(client, find, session, coordinator, spring):
    event = find("workshop-02")
    titles = {**event.title, "uk": "Майстерня: заснувати об'єднання"}
    about = {"session": session, "actor": coordinator, "now": spring.now()}
    edit_event(**about, event=event, values={"title": titles}, version=event.version)
    session.commit()
    assert "<h1>Майстерня: заснувати об&#39;єднання</h1>" in text_of(client, f"/uk/schedule/{event.id}")
    assert "заснувати" in text_of(client, "/uk/schedule")


def test_a_cancelled_event_says_why(client, find, session, coordinator, spring):
    event = find("workshop-02")
    about = {"session": session, "actor": coordinator, "now": spring.now()}
    cancel_event(**about, event=event, reason={"de": "Die Referentin ist krank."})
    session.commit()
    page = text_of(client, f"/en/schedule/{event.id}")
    assert "This event is cancelled." in page
    assert '<bdi lang="de" dir="ltr">Die Referentin ist krank.</bdi>' in page


def test_what_has_no_end_is_on_for_two_hours(client, find, session, clock):
    event = find("workshop-01")
    event.ends_at = event.starts_at
    session.commit()
    for after, on in ((timedelta(minutes=119), True), (timedelta(hours=2), False)):
        clock.at = event.starts_at + after
        assert event.has_ended(clock.at) is not on
        assert (event in upcoming(session, clock.at)) is on
        assert (event in ended_between(session, clock.at - timedelta(days=1), clock.at)) is not on


def test_what_ended_yesterday_is_past_and_what_ended_today_is_not(client, find, clock):
    clock.at = find("workshop-01").ends_at + timedelta(hours=1)
    assert "Idee zum Antrag" in text_of(client, "/en/schedule")
    clock.at += timedelta(days=1)
    assert "Idee zum Antrag" not in text_of(client, "/en/schedule")
    assert "Idee zum Antrag" in text_of(client, "/en/schedule/past")


def test_an_event_nobody_knows_is_not_found(client):
    text_of(client, "/en/schedule/aaaaaaaaaaaaaaaa", 404)


def test_descriptions_are_escaped_and_their_addresses_are_links(client, find, session, coordinator, spring):
    event = find("workshop-02")
    about = {"session": session, "actor": coordinator, "now": spring.now()}
    text = "Erstens <b>fett</b>\n\nMehr: https://example.org/a?b=1&c=2"
    edit_event(**about, event=event, values={"text": {"de": text}}, version=event.version)
    session.commit()
    page = text_of(client, f"/de/schedule/{event.id}")
    assert "<p>Erstens &lt;b&gt;fett&lt;/b&gt;</p>" in page
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener">' in page


def exchange(client, **have) -> dict:
    body = {
        "protocol": 1, "device": "00000000-0000-4000-8000-000000000000", "person": None, "languages": ["en"],
        "client_now": "2026-04-21T08:00:00Z", "operations": [],
        "have": {"cursor": None, "documents": {}, **have},
    }  # fmt: skip
    answer = client.post("/sync", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json


def test_a_year_after_its_end_an_event_leaves_the_devices_and_stays_readable_online(client, find, clock):
    event = find("workshop-01")
    first = exchange(client)
    clock.at = event.ends_at + timedelta(days=364)
    text_of(client, f"/en/schedule/{event.id}")
    second = exchange(client, cursor=first["cursor"])
    assert f"/en/schedule/{event.id}" not in second["gone"]
    clock.at += timedelta(days=2)
    third = exchange(client, cursor=second["cursor"])
    assert f"/en/schedule/{event.id}" in third["gone"]
    clock.at += timedelta(days=1)
    assert exchange(client, cursor=third["cursor"])["gone"] == []
    text_of(client, f"/en/schedule/{event.id}")
