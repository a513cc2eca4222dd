"""Too many refusals from one address end in a pause, whichever process counts."""

from datetime import timedelta

import pytest

from mo_app.web.limits import client_address

from .authenticator import Authenticator
from .cast import browser, invitation_link
from .ceremonies import join

MOST = 30


def fail(client, times):
    return [client.post("/de/join", data={"code": "ABCDEFGHJK"}).status_code for _ in range(times)]


def test_after_thirty_refusals_the_door_is_closed_for_a_while(client, clock):
    assert fail(client, MOST) == [404] * MOST
    response = client.post("/en/join", data={"code": "ABCDEFGHJK"})
    assert (response.status_code, response.headers["Retry-After"]) == (429, "600")
    assert "Too many attempts" in response.text
    clock.advance(timedelta(minutes=10))
    assert fail(client, 1) == [404]


def test_a_script_is_told_as_a_problem(client):
    for _ in range(MOST):
        client.post("/de/account/sign-in", json={})
    response = client.post("/de/account/sign-in/options", json={})
    assert (response.status_code, response.mimetype) == (429, "application/problem+json")
    assert int(response.headers["Retry-After"]) == 600


def test_links_and_codes_are_counted_together(client):
    for attempt in range(MOST // 3):
        client.get(f"/de/join/guess-{attempt}")
        client.get(f"/de/recover/guess-{attempt}")
        client.post("/de/join", data={"code": "ABCDEFGHJK"})
    assert client.get("/de/join/guess").status_code == 429


def test_a_room_that_mistypes_its_codes_can_still_sign_in(client):
    fail(client, MOST + 1)
    assert client.post("/de/account/sign-in/options", json={}).status_code == 200


def test_a_used_up_poster_closes_no_door(app, client, session, clock):
    key = invitation_link(session, clock)
    join(browser(app), Authenticator(), key)
    assert {client.get(f"/de/join/{key}").status_code for _ in range(MOST + 1)} == {410}
    assert join(client, Authenticator(), invitation_link(session, clock)).status_code == 200


def test_another_process_has_counted_too(client, start):
    fail(client, MOST)
    assert fail(browser(start()), 1) == [429]


def test_another_address_is_not_to_blame(client):
    fail(client, MOST)
    assert client.get("/de/join", environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 200


def test_forty_who_join_at_one_meeting_hinder_nobody(app, session, clock):
    keys = [invitation_link(session, clock) for _ in range(40)]
    assert {join(browser(app), Authenticator(), key).status_code for key in keys} == {200}


def test_whoever_is_signed_in_is_not_limited(olenas, client):
    fail(client, MOST)
    assert olenas.get("/de/account").status_code == 200


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("unix:", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_household_is_one_address(app, address, counted_as):
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert client_address() == counted_as
