"""The demo's sign-in links: on this machine only, and only while the demo runs."""

import pytest

from mo_app.accounts.operations.demo import add_demo_person
from mo_app.kernel.actor import Role

from .cast import browser

SECRET = "a-secret-of-this-start"
LOCAL = {"Host": "localhost:8000"}


@pytest.fixture
def demo(start, session, clock):
    """The demo's server, with Olena for its volunteer."""
    add_demo_person(
        session=session,
        name="Olena",
        language="uk",
        role=Role.MEMBER,
        organisation_id=None,
        now=clock.now(),
        demo_role="volunteer",
    )
    session.commit()
    return start(demo_secret=SECRET)


@pytest.mark.parametrize("times", [1, 2])
def test_the_link_signs_in_at_once_as_often_as_wished(demo, times):
    client = browser(demo)
    for _ in range(times):
        response = client.get(f"/demo/volunteer/{SECRET}", headers=LOCAL)
        assert (response.status_code, response.location) == (303, "/uk/account/welcome")
    assert "Olena" in client.get("/en/account", headers=LOCAL).text


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "mo.example"},
        {"Host": "127.0.0.1:8000"},
        {"Host": "localhost.evil.example"},
        LOCAL | {"Forwarded": "for=192.0.2.7"},
        LOCAL | {"X-Forwarded-For": "192.0.2.7"},
        LOCAL | {"X-Forwarded-Host": "mo.example"},
        LOCAL | {"X-Forwarded-Proto": "https"},
        LOCAL | {"Via": "1.1 proxy"},
    ],
    ids=str,
)
def test_no_other_host_and_no_proxy_is_offered_it(demo, headers):
    response = browser(demo).get(f"/demo/volunteer/{SECRET}", headers=headers)
    assert response.status_code == 404
    assert "Set-Cookie" not in response.headers


def test_a_proxy_that_says_nothing_of_itself_speaks_as_of_old(demo):
    spoken = {"SERVER_PROTOCOL": "HTTP/1.0"}
    path = f"/demo/volunteer/{SECRET}"
    assert browser(demo).get(path, headers=LOCAL, environ_overrides=spoken).status_code == 404


@pytest.mark.parametrize("published", [{"origin": "https://mo.example"}, {"proxies": 1}], ids=str)
def test_where_others_come_in_there_is_no_link(demo, start, published):
    app = start(demo_secret=SECRET, **published)
    assert browser(app).get(f"/demo/volunteer/{SECRET}", headers=LOCAL).status_code == 404


@pytest.mark.parametrize("path", ["/demo/volunteer/wrong", f"/demo/nobody/{SECRET}", "/demo/volunteer/é"])
def test_a_wrong_link_leads_nowhere(demo, path):
    assert browser(demo).get(path, headers=LOCAL).status_code == 404


def test_without_the_demo_there_is_no_link(client, demo):
    assert client.get(f"/demo/volunteer/{SECRET}", headers=LOCAL).status_code == 404
