"""A coordinator makes, changes, cancels and duplicates events by hand."""

from datetime import datetime
from html import unescape

import pytest
from sqlalchemy import func, select

from mo_app.kernel.clock import BERLIN
from mo_app.schedule.models import Event, EventChange

PARTY = {
    "kind": "other", "language": "de", "title_de": "Sommerfest", "text_de": "Bringt etwas mit.",
    "title_uk": "Літнє свято", "starts_on": "2027-07-03", "starts_at": "14:00", "ends_at": "20:00",
    "place": "Hof", "capacity": "120", "closes_on": "2027-07-01", "spoken": ["de", "uk"],
    "offers": ["childcare", "step_free"],
}  # fmt: skip


def only(session) -> Event:
    return session.scalars(select(Event).execution_options(populate_existing=True)).one()


@pytest.fixture
def party(desk, session) -> Event:
    assert desk.post("/de/desk/events/new", data=PARTY).status_code == 303
    return only(session)


def test_what_is_typed_is_what_stands_there(party):
    assert party.title == {"de": "Sommerfest", "uk": "Літнє свято"}
    assert party.starts_at == datetime(2027, 7, 3, 14, tzinfo=BERLIN)
    assert party.ends_at == datetime(2027, 7, 3, 20, tzinfo=BERLIN)
    assert party.closes_at == datetime(2027, 7, 2, 0, tzinfo=BERLIN)
    assert (party.capacity, party.spoken, party.offers) == (120, ["de", "uk"], ["childcare", "step_free"])


def test_everybody_finds_it_in_the_schedule(desk, party):
    assert "Літнє свято" in desk.get("/uk/schedule").text
    page = desk.get(f"/en/schedule/{party.id}").text
    assert "Room for 120 people" in page
    assert "Childcare" in page


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"title_de": ""}, "title_de", "Please give it a title."),
        ({"title_de": "x" * 201}, "title_de", "Please use at most 200 characters."),
        ({"starts_on": ""}, "starts_on", "Please say on which day it is."),
        ({"starts_on": "3.7.27"}, "starts_on", "This is not a date."),
        ({"starts_at": "25:00"}, "starts_at", "This is not a time of day."),
        ({"starts_at": ""}, "starts_at", "Please say when it begins"),
        ({"ends_at": "13:00"}, "ends_at", "The end must be after the start."),
        ({"ends_on": "2027-07-02"}, "ends_on", "The end must be after the start."),
        ({"ends_on": "2028-07-02"}, "ends_on", "An event lasts at most three months."),
        ({"closes_on": "2027-07-04"}, "closes_on", "RSVPs cannot close after the event has begun."),
        ({"capacity": "0"}, "capacity", "Please give a number from 1 to 10000"),
        ({"capacity": "many"}, "capacity", "Please give a number from 1 to 10000"),
        ({"capacity": "9" * 5000}, "capacity", "Please give a number from 1 to 10000"),
        ({"closes_on": "9999-12-31"}, "closes_on", "Please check the year."),
        ({"closes_on": "0001-01-01", "closes_at": "00:00"}, "closes_on", "Please check the year."),
        ({"closes_on": "0002-01-01"}, "closes_on", "Please check the year."),
        ({"kind": "party"}, "kind", "Please choose one of these."),
        ({"starts_on": "2027-03-28", "starts_at": "02:30"}, "starts_at", "This time does not exist"),
        ({"starts_on": "2027-10-31", "starts_at": "02:30"}, "starts_at", "This time comes twice"),
    ],
)
def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(desk, session, change, field, sentence):
    answer = desk.post("/en/desk/events/new", data=PARTY | change)
    assert answer.status_code == 422
    page = unescape(answer.text)
    error = page.partition(f'id="{field}-error"')[2].partition("</p>")[0]
    assert sentence in error
    assert "Bringt etwas mit." in page
    assert ("the second time" in page) == sentence.startswith("This time comes twice")
    assert session.scalar(select(func.count()).select_from(Event)) == 0


@pytest.mark.parametrize(("which", "hours"), [("first", 4.5), ("second", 3.5)])
def test_the_hour_that_comes_twice_can_be_chosen(desk, session, which, hours):
    night = {
        "starts_on": "2026-10-25",
        "starts_at": "02:30",
        "ends_at": "06:00",
        "starts_which": which,
        "closes_on": "",
    }
    assert desk.post("/de/desk/events/new", data=PARTY | night).status_code == 303
    event = only(session)
    assert (event.ends_at - event.starts_at).total_seconds() / 3600 == hours
    assert f'value="{which}" checked' in desk.get(f"/de/desk/events/{event.id}").text


def test_without_times_it_lasts_whole_days(desk, session):
    weeks = {"starts_at": "", "ends_at": "", "ends_on": "2027-07-10"}
    assert desk.post("/de/desk/events/new", data=PARTY | weeks).status_code == 303
    event = only(session)
    assert event.all_day
    assert (event.first_day.day, event.last_day.day) == (3, 10)


def form_of(page: str) -> dict:
    """What the browser would send back, for the fields that this test needs."""
    version = page.partition('name="version" value="')[2].partition('"')[0]
    return {"version": version}


def test_an_edit_is_kept_with_who_what_and_when(desk, session, party, coordinator, clock):
    opened = form_of(desk.get(f"/de/desk/events/{party.id}").text)
    assert (
        desk.post(f"/de/desk/events/{party.id}", data=PARTY | opened | {"place": "Saal"}).status_code == 303
    )
    change = session.scalars(select(EventChange).where(EventChange.what == "edited")).one()
    assert (change.person_id, change.at) == (coordinator.person_id, clock.now())
    assert change.details == {"place": ["Hof", "Saal"]}


def test_saving_without_a_change_is_none(desk, session, party):
    opened = form_of(desk.get(f"/de/desk/events/{party.id}").text)
    assert desk.post(f"/de/desk/events/{party.id}", data=PARTY | opened).status_code == 303
    assert only(session).version == 1
    assert session.scalar(select(func.count()).select_from(EventChange)) == 1


def test_two_who_edit_at_once_see_both_versions_and_lose_nothing(desk, session, party):
    first = second = form_of(desk.get(f"/en/desk/events/{party.id}").text)
    url = f"/en/desk/events/{party.id}"
    assert desk.post(url, data=PARTY | first | {"place": "Saal"}).status_code == 303
    mine = PARTY | second | {"place": "Garten", "text_de": "Und Musik!"}
    answer = desk.post(url, data=mine)
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert "Somebody changed this event while you were editing it." in page
    row = page.partition('<th scope="row">Place</th>')[2].partition("</tr>")[0]
    assert "Garten" in row
    assert "Saal" in row
    assert "Und Musik!" in page
    assert only(session).place == "Saal"
    assert desk.post(url, data=mine | form_of(answer.text)).status_code == 303
    assert only(session).place == "Garten"


def test_cancelling_needs_a_reason_that_people_read(desk, session, party):
    url = f"/de/desk/events/{party.id}/cancel"
    assert desk.post(url, data={"reason": " "}).status_code == 422
    assert desk.post(url, data={"reason": "Es regnet."}).status_code == 303
    assert only(session).cancel_reason == {"de": "Es regnet."}
    assert "Es regnet." in desk.get(f"/en/schedule/{party.id}").text
    assert desk.post(url, data={"reason": "Noch einmal"}).status_code == 409


def test_it_takes_place_after_all(desk, session, party):
    desk.post(f"/de/desk/events/{party.id}/cancel", data={"reason": "Es regnet."})
    assert desk.post(f"/de/desk/events/{party.id}/restore").status_code == 303
    assert not only(session).is_cancelled
    assert desk.post(f"/de/desk/events/{party.id}/restore").status_code == 303


def test_a_copy_has_everything_but_the_day(desk, party):
    page = desk.get(f"/de/desk/events/new?copy={party.id}").text
    assert 'value="Sommerfest"' in page
    assert 'value="14:00"' in page
    assert "2027-07-03" not in page


@pytest.mark.parametrize("path", ["", "/new", "/aaaaaaaaaaaaaaaa"])
def test_the_desk_is_for_coordinators(client, app, member, path, sign_in):
    assert client.get(f"/de/desk/events{path}").status_code == 401
    sign_in(member)
    assert client.get(f"/de/desk/events{path}").status_code == 403
    assert client.post(f"/de/desk/events{path or '/new'}", data=PARTY).status_code == 403
