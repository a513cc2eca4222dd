"""Tablets become stations, and are taken back: with whose passkey, and when without."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from mo_app.accounts.models import SignIn
from mo_app.checkin.models import Station, StationChange
from mo_app.checkin.stations.operations import end_station, make_station
from mo_app.checkin.stations.queries import open_stations
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden
from tests.accounts.authenticator import Authenticator
from tests.accounts.cast import actor_of, browser, invitation_link, sign_in
from tests.accounts.ceremonies import code_of_problem, join


@pytest.fixture
def coordinators(app, session, clock):
    """The phone of somebody who came by an invitation, as coordinator."""
    phone = Authenticator()
    join(browser(app), phone, invitation_link(session, clock, Role.COORDINATOR), name="Clara", language="de")
    return phone


@pytest.fixture
def members(app, session, clock):
    phone = Authenticator()
    join(browser(app), phone, invitation_link(session, clock), name="Maryam", language="ar")
    return phone


def leave(client, phone):
    options = client.post("/en/checkin/leave/options").json
    return client.post("/en/checkin/leave", json=phone.get(options))


def test_a_coordinator_makes_this_very_browser_a_station(desk, session, evening, amira):
    response = desk.post(f"/de/desk/events/{evening.id}/station")
    assert (response.status_code, response.location) == (303, "/de/checkin/here")
    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    station = session.scalars(select(Station)).one()
    assert f'data-person="{station.id}"' in desk.get(response.location).text
    assert desk.get("/de/desk").status_code == 403
    assert session.scalar(select(func.count()).select_from(SignIn)) == 0
    change = session.scalars(select(StationChange)).one()
    assert (change.what, change.person_id) == ("made", amira.id)


def test_the_token_is_nowhere_in_the_database(session, station):
    session.rollback()
    row = session.execute(select(Station.__table__)).one()
    assert station.token not in map(str, row)


def test_only_coordinators_make_stations(app, session, clock, olena, evening):
    client = browser(app)
    assert client.post(f"/de/desk/events/{evening.id}/station").status_code == 401
    sign_in(client, session, olena, clock)
    assert client.post(f"/de/desk/events/{evening.id}/station").status_code == 403
    assert session.scalars(select(Station)).all() == []


def test_a_station_makes_no_stations_nor_ends_any(session, clock, evening, station):
    itself = Actor(station.station.id, Role.STATION, station.station.id, event_id=evening.id)
    how = {"session": session, "actor": itself, "now": clock.now()}
    with pytest.raises(Forbidden):
        make_station(**how, event_id=evening.id, device="")
    with pytest.raises(Forbidden):
        end_station(**how, station_id=station.station.id)


@pytest.mark.parametrize(
    ("when", "code"), [(timedelta(days=-8), 409), (timedelta(days=-6), 303), (timedelta(hours=13), 303)]
)
def test_from_a_week_before_the_event(desk, evening, clock, session, amira, when, code):
    clock.at = evening.starts_at + when
    sign_in(desk, session, amira, clock)
    assert desk.post(f"/de/desk/events/{evening.id}/station").status_code == code


def test_not_once_its_stations_would_have_ended(desk, evening, clock):
    clock.at = evening.ends_at + timedelta(hours=12)
    response = desk.post(f"/en/desk/events/{evening.id}/station")
    assert response.status_code == 409
    assert "Enter from paper" in response.text


def test_tablets_are_numbered(session, clock, amira, evening, station):
    how = {"session": session, "actor": actor_of(amira), "now": clock.now(), "event_id": evening.id}
    second = make_station(**how, device="").station
    assert [each.number for each in open_stations(session, evening.id, clock.now())] == [1, 2]
    end_station(session=session, actor=actor_of(amira), now=clock.now(), station_id=second.id)
    assert make_station(**how, device="").station.number == 3


def test_any_coordinator_takes_the_tablet_back_with_a_passkey(tablet, coordinators, clock, fresh, station):
    clock.advance(timedelta(minutes=1))
    response = leave(tablet, coordinators)
    assert (response.status_code, response.json) == (200, {"location": "/de/account/welcome"})
    assert "Clara" in tablet.get("/de/account").text
    assert fresh(station).token_hash is None
    assert fresh(station).changes[-1].what == "left"


def test_the_cookie_it_had_is_good_for_nothing_then(app, tablet, coordinators, device, exchange, station):
    leave(tablet, coordinators)
    thief = browser(app)
    thief.set_cookie("mo", station.token)
    assert exchange(thief, device).status_code == 401


def test_a_members_passkey_is_refused_with_a_clear_word(tablet, members, fresh, station):
    response = leave(tablet, members)
    assert (response.status_code, code_of_problem(response)) == (403, "not_a_coordinator")
    assert "Only a coordinator" in response.json["title"]
    assert "Set-Cookie" not in response.headers
    assert fresh(station).token_hash is not None
    assert tablet.get("/de/account").status_code == 403


def test_what_was_signed_for_signing_in_takes_no_tablet_back(app, tablet, coordinators):
    options = browser(app).post("/de/account/sign-in/options").json
    response = tablet.post("/de/checkin/leave", json=coordinators.get(options))
    assert code_of_problem(response) == "challenge_expired"


def test_what_was_signed_for_the_tablet_signs_nobody_in(app, tablet, coordinators):
    options = tablet.post("/de/checkin/leave/options").json
    response = browser(app).post("/de/account/sign-in", json=coordinators.get(options))
    assert code_of_problem(response) == "challenge_expired"


def test_after_its_end_the_tablet_is_anybodys(tablet, evening, clock, fresh, station):
    assert tablet.post("/de/checkin/free").status_code == 409
    clock.at = evening.ends_at + timedelta(hours=12)
    response = tablet.post("/de/checkin/free")
    assert (response.status_code, response.location) == (303, "/de/")
    assert fresh(station).token_hash is None
    assert tablet.get("/de/").status_code == 200
    assert tablet.post("/de/checkin/free").status_code == 303


def test_guessing_is_limited_as_for_sign_ins(tablet):
    for _ in range(30):
        assert tablet.post("/de/checkin/leave", json={}).status_code == 400
    assert tablet.post("/de/checkin/leave", json={}).status_code == 429
