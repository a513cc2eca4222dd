"""The tablets, seen from the desk: who set them up, when they were last heard, what can be done."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, event

from mo_app.accounts.models import Person, SignIn
from mo_app.checkin.models.station import Standing
from mo_app.checkin.stations.queries import stations_listed
from mo_app.web.database import db
from tests.accounts.cast import browser, sign_in


@pytest.fixture
def listed(desk, evening):
    """The fragment that the page of the door fetches again and again."""
    return lambda: desk.get(f"/en/desk/events/{evening.id}/stations").text


@pytest.fixture
def act(desk, station, clock):
    """A minute later."""

    def act(what):
        clock.advance(timedelta(minutes=1))
        return desk.post(f"/en/desk/stations/{station.station.id}/{what}")

    return act


def test_no_tablet_yet(listed):
    assert "No tablet checks in for this event yet." in listed()


def test_a_tablet_that_was_heard(listed, station, tablet, device, exchange, clock):
    assert "Not heard yet" in listed()
    clock.advance(timedelta(hours=6, minutes=4))
    exchange(tablet, device)
    page = listed()
    assert "Tablet 1" in page
    assert "Safari · iPad" in page
    assert "In use" in page
    assert "Last heard: <time" in page
    assert ">Mon, Nov 23, 18:04<" in page
    assert "Set up: " in page
    assert "Amira" in page


def test_ending_blocking_and_letting_it_send(desk, act, listed, station, session, clock, evening):
    response = act("end")
    assert (response.status_code, response.location) == (303, f"/en/desk/events/{evening.id}/door")
    assert "can still arrive until" in listed()
    act("revocation")
    assert "Blocked" in listed()
    act("delivery")
    assert "Ended" in listed()
    session.rollback()
    (one,) = stations_listed(session, evening.id, clock.now())
    assert one.standing is Standing.OVER
    assert [deed.change.what for deed in one.deeds] == ["made", "ended", "revoked", "delivers"]


def test_saying_so_twice_changes_nothing(act, session, clock, evening, station):
    for what in ("end", "end", "delivery", "revocation", "revocation", "end"):
        assert act(what).status_code == 303
    session.rollback()
    (one,) = stations_listed(session, evening.id, clock.now())
    assert [deed.change.what for deed in one.deeds] == ["made", "ended", "revoked"]


def test_only_what_helps_is_on_offer(act, listed, station):
    offers = {"end": "/end", "revoke": "/revocation", "deliver": "/delivery"}

    def offered():
        return {name for name, path in offers.items() if f"{station.station.id}{path}" in listed()}

    assert offered() == {"end", "revoke"}
    act("end")
    assert offered() == {"revoke"}
    act("revocation")
    assert offered() == {"deliver"}


def test_any_other_coordinator_can_do_it_when_who_made_it_is_gone(
    app, session, clock, amira, omar, station, tablet, device, exchange, evening
):
    made_by = amira.id
    session.execute(delete(SignIn).where(SignIn.person_id == made_by))
    session.execute(delete(Person).where(Person.id == made_by))
    session.commit()
    omars = browser(app)
    sign_in(omars, session, omar, clock)
    assert "somebody who is no longer here" in omars.get(f"/en/desk/events/{evening.id}/stations").text
    assert exchange(tablet, device).status_code == 200
    assert omars.post(f"/en/desk/stations/{station.station.id}/revocation").status_code == 303
    assert exchange(tablet, device).status_code == 401


def test_members_neither_see_nor_end_tablets(app, session, clock, olena, station, evening):
    client = browser(app)
    sign_in(client, session, olena, clock)
    assert client.get(f"/en/desk/events/{evening.id}/stations").status_code == 403
    for what in ("end", "revocation", "delivery"):
        assert client.post(f"/en/desk/stations/{station.station.id}/{what}").status_code == 403


def test_a_tablet_that_never_was(desk):
    assert desk.post("/en/desk/stations/aaaaaaaaaaaaaaaa/end").status_code == 404
    assert desk.get("/en/desk/events/aaaaaaaaaaaaaaaa/stations").status_code == 404
    assert desk.post("/en/desk/events/aaaaaaaaaaaaaaaa/station").status_code == 404


def test_the_list_costs_the_same_however_many_there_are(app, listed, station, desk, session, clock, amira):
    """Five queries or fewer: who asks, the event, the tablets, what was done to them, by whom."""
    statements = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    listed()
    assert len([text for text in statements if text.lstrip().startswith("SELECT")]) <= 6


def test_the_desk_leads_to_the_doors_of_today(desk, evening, other_evening, clock):
    def offered():
        return {each.id for each in (evening, other_evening) if f"/events/{each.id}/door" in page()}

    def page():
        return desk.get("/en/desk").text

    assert offered() == {evening.id}
    clock.at = evening.ends_at + timedelta(hours=11)
    assert offered() == {evening.id}
    clock.at = evening.ends_at + timedelta(hours=12)
    assert offered() == set()
    assert "At the door today" not in page()
