"""What calendar apps get."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from mo_app.kernel.clock import BERLIN
from mo_app.schedule.operations import cancel_event, edit_event

pytestmark = pytest.mark.usefixtures("brought")


def entries(answer) -> dict:
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    return {str(entry["UID"]): entry for entry in Calendar.from_ical(answer.data).walk("VEVENT")}


def test_every_date_is_there_with_a_uid_of_its_own_and_a_link_back(client, find):
    found = entries(client.get("/calendar.ics"))
    assert len(found) == 28
    event = find("workshop-02")
    entry = found[f"{event.id}@localhost"]
    assert str(entry["SUMMARY"]) == "Workshop: Verein gründen und führen"
    assert entry["DTSTART"].dt == event.starts_at
    assert entry["DTEND"].dt == event.ends_at
    assert str(entry["URL"]) == f"http://localhost:8000/de/schedule/{event.id}"
    assert str(entry["URL"]) in str(entry["DESCRIPTION"])


def test_whole_days_are_dates(client, find):
    entry = entries(client.get(f"/de/schedule/{find('wochen').id}.ics")).popitem()[1]
    first = find("wochen").starts_at.astimezone(BERLIN).date()
    assert entry["DTSTART"].dt == first
    assert entry["DTEND"].dt == first + timedelta(days=14)


def test_what_changes_has_a_higher_sequence_and_what_is_cancelled_says_so(
    client, find, session, coordinator, spring
):
    event = find("workshop-02")
    before = entries(client.get("/calendar.ics"))[f"{event.id}@localhost"]
    about = {
        "session": session,
        "actor": coordinator,
        "now": spring.now() + timedelta(hours=1),
        "event": event,
    }
    edit_event(**about, values={"place": "Hof"}, version=event.version)
    cancel_event(**about, reason={"de": "Krank"})
    session.commit()
    after = entries(client.get("/calendar.ics"))[f"{event.id}@localhost"]
    assert (before["SEQUENCE"], str(before["STATUS"])) == (0, "CONFIRMED")
    assert (after["SEQUENCE"], str(after["STATUS"])) == (2, "CANCELLED")
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert "Krank" in str(after["DESCRIPTION"])


def test_each_language_has_its_own_file(client, find, session, coordinator, spring):
    event = find("workshop-02")
    about = {"session": session, "actor": coordinator, "now": spring.now()}
    edit_event(
        **about, event=event, values={"title": {**event.title, "uk": "Майстерня"}}, version=event.version
    )
    session.commit()
    assert (
        str(entries(client.get("/calendar.ics?lang=uk"))[f"{event.id}@localhost"]["SUMMARY"]) == "Майстерня"
    )
    german = client.get("/calendar.ics", headers={"Accept-Language": "uk"})
    assert "Verein" in str(entries(german)[f"{event.id}@localhost"]["SUMMARY"])


def test_an_unchanged_calendar_is_not_sent_again(client, find, session, coordinator, spring):
    first = client.get("/calendar.ics")
    assert "max-age" in first.headers["Cache-Control"]
    again = client.get("/calendar.ics", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    event = find("workshop-02")
    about = {"session": session, "actor": coordinator, "now": spring.now()}
    edit_event(**about, event=event, values={"place": "Hof"}, version=event.version)
    session.commit()
    assert entries(client.get("/calendar.ics", headers={"If-None-Match": first.headers["ETag"]}))


def test_one_event_is_a_file_and_an_unknown_one_is_not_found(client, find):
    assert len(entries(client.get(f"/de/schedule/{find('workshop-02').id}.ics"))) == 1
    assert client.get("/de/schedule/aaaaaaaaaaaaaaaa.ics").status_code == 404
