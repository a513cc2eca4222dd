"""With the cookie of a station: what opens is written down here, by name; everything else stays shut."""

from itertools import product

import pytest
from werkzeug.routing import Rule

from tests.support.device import Device

OPEN = {
    ("GET", "/static/<path:filename>"),
    ("GET", "/static/<build:build>/<path:filename>"),
    ("GET", "/static/css/app.css"),
    ("GET", "/static/<build:build>/css/app.css"),
    ("GET", "/sw.js"),
    ("GET", "/precache.js"),
    ("GET", "/healthz"),
    ("GET", "/openapi.json"),
    ("POST", "/sync"),
    ("GET", "/<language:language>/offline"),
    ("GET", "/<language:language>/checkin"),
    ("GET", "/<language:language>/checkin/<event_id>"),
    ("GET", "/<language:language>/checkin/here"),
    ("GET", "/<language:language>/checkin/leave"),
    ("POST", "/<language:language>/checkin/leave"),
    ("POST", "/<language:language>/checkin/leave/options"),
    ("POST", "/<language:language>/checkin/free"),
}
LED_TO_THE_DOOR = {("GET", "/"), ("GET", "/<language:language>/")}


@pytest.fixture
def address(app, evening, amira):
    """A real address under a rule: what it asks for exists where it can."""
    known = {"language": "de", "event_id": evening.id, "event": evening.id, "person": amira.id}
    known |= {"person_id": amira.id, "build": app.extensions["build"], "filename": "js/app.js"}

    def address(rule: Rule) -> str:
        values = {name: known.get(name, "aaaaaaaaaaaaaaaa") for name in rule.arguments}
        return rule.build(values, append_unknown=False)[1]

    return address


def every_try(app):
    for rule, method in product(app.url_map.iter_rules(), ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE")):
        if method in rule.methods:
            yield method, rule


def test_every_address_of_the_app_is_shut_but_those_of_the_door(app, tablet, address):
    tried = 0
    for method, rule in every_try(app):
        named = ("GET" if method == "HEAD" else method, rule.rule)
        if named in OPEN:
            continue
        response = tablet.open(address(rule), method=method)
        if named in LED_TO_THE_DOOR:
            assert (response.status_code, response.location) == (302, "/de/checkin"), rule
        else:
            assert response.status_code == 403, (method, rule.rule, response.status_code)
        tried += 1
    assert tried > 80


def test_it_says_what_this_device_is_and_shows_nothing_else(app, tablet, address):
    for method, rule in every_try(app):
        if method == "GET" and (method, rule.rule) not in OPEN | LED_TO_THE_DOOR:
            path = address(rule).replace("/de/", "/en/", 1)
            page = tablet.get(path, headers={"Accept-Language": "en"}).text
            assert "Amira" not in page
            if "<html" in page:
                assert "opens nothing else" in page, rule


def test_the_list_of_what_is_open_is_true(app):
    """Nothing is named here that is not there, lest the list rots."""
    there = {(method, rule.rule) for method, rule in every_try(app)}
    assert there >= OPEN | LED_TO_THE_DOOR


def test_what_is_open_answers(app, tablet, address, evening):
    answers = {}
    for method, rule in every_try(app):
        if (method, rule.rule) in OPEN and method == "GET":
            with tablet.get(address(rule)) as response:
                answers[method, rule.rule] = response.status_code
    assert answers.pop(("GET", "/<language:language>/checkin/<event_id>")) == 302
    assert set(answers.values()) == {200}


def test_addresses_that_are_none_stay_none(tablet):
    assert tablet.get("/de/nowhere").status_code == 404
    assert tablet.get("/wp-admin").status_code == 404


def test_the_page_at_the_door_has_no_ways_out(tablet, evening):
    page = tablet.get("/en/checkin").text
    for way in ("/en/account", "/en/schedule", "/en/device", "/en/about", "/en/desk", 'class="tabs"'):
        assert way not in page
    assert evening.id not in page


def test_cross_site_is_refused_for_stations_too(tablet):
    response = tablet.post("/de/checkin/free", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403


def test_people_are_not_at_the_door(app, desk, olena, session, clock):
    """The firewall concerns stations alone, and what is a station's is not a person's."""
    assert desk.get("/de/desk").status_code == 200
    assert desk.get("/de/checkin").status_code == 200
    for path in ("/de/checkin/here", "/de/checkin/leave"):
        assert desk.get(path).status_code == 403


def test_a_guest_who_claims_to_be_the_station(client, device, exchange):
    assert exchange(client, device).status_code == 401


def test_the_station_cannot_claim_to_be_somebody_else(tablet, exchange, olena):
    assert exchange(tablet, Device(olena.id)).status_code == 409
    assert exchange(tablet, Device(None)).status_code == 409
