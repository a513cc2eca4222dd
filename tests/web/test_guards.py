"""Requests that change something come from our own pages, and every answer is guarded."""

import pytest

from mo_app.web.headers import HEADERS

EXCHANGE = {
    "protocol": 1,
    "device": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "person": None,
    "languages": ["de"],
    "client_now": "",
}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost:8000"}, 403),
        ({"Origin": "http://localhost:8000"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
    ],
)
def test_an_unsafe_request_must_come_from_our_own_pages(app, headers, status):
    assert app.test_client().post("/sync", json=EXCHANGE, headers=headers).status_code == status


@pytest.mark.parametrize("path", ["/", "/sw.js", "/openapi.json", "/de/nothing", "/static/nothing.js"])
def test_every_answer_carries_the_security_headers(client, path):
    response = client.get(path, buffered=True)
    for name, value in HEADERS.items():
        assert response.headers[name] == value


def test_the_policy_allows_no_inline_scripts_and_no_evaluation():
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert HEADERS["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("wanted", "language"), [("uk,de;q=0.8", "uk"), ("ar-SY,ar;q=0.9", "ar"), ("fr", "de"), ("", "de")]
)
def test_the_bare_address_leads_to_the_readers_language(client, wanted, language):
    response = client.get("/", headers={"Accept-Language": wanted})
    assert response.headers["Location"] == f"/{language}/"
    assert response.headers["Vary"] == "Accept-Language"


def test_a_program_gets_problem_details_and_a_person_a_page_in_her_language(client):
    problem = client.post("/sync", data="{", content_type="application/json")
    assert (problem.status_code, problem.mimetype) == (422, "application/problem+json")
    assert problem.json["type"] == "urn:mo:invalid_exchange"
    page = client.get("/ar/nothing")
    assert (page.status_code, page.mimetype) == (404, "text/html")
    assert 'lang="ar"' in page.text
    assert 'dir="rtl"' in page.text


def test_a_wrong_method_says_which_are_right(client):
    response = client.get("/sync")
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]


def test_a_process_that_reaches_its_database_says_so(client):
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")


@pytest.mark.parametrize("address", ["/de/schedule/%00", "/de/desk/events/a%00b", "/de/join?code=%00"])
def test_no_name_holds_nul(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_no_field_holds_nul(client, kind):
    assert client.post("/de/join", data={"code": "a\0b"}, content_type=kind).status_code == 400


@pytest.mark.parametrize("change", [{"want": ["roster/\0"]}, {"have": {"documents": {"\0": "1"}}}])
def test_no_key_holds_nul(client, change):
    assert client.post("/sync", json=EXCHANGE | change).status_code == 422


def test_nobody_sends_more_than_any_form_holds(client):
    big = "x" * 600_000
    assert client.post("/de/account/sign-in", json={"id": big}).status_code == 413
    assert client.post("/de/join", data={"code": big}).status_code == 413
