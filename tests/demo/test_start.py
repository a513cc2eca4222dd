"""The demo prints the address and, in a demo, a link each for four people."""

from dataclasses import replace

import pytest

from mo_app import create_app
from mo_app.accounts.models import Organisation
from mo_app.web.database import db

SECRET = "a-secret-of-this-start"
ADDRESS = "http://localhost:8000"


@pytest.fixture
def fresh(settings, clock):
    """An app that has never been started."""
    return create_app(replace(settings, demo_secret=SECRET), clock)


def start(app):
    return app.test_cli_runner().invoke(args=["demo", "load"], catch_exceptions=False).output.splitlines()


def test_the_first_start_offers_a_link_for_each_role(fresh):
    assert start(fresh) == [
        ADDRESS,
        f"volunteer    {ADDRESS}/demo/volunteer/{SECRET}",
        f"contact      {ADDRESS}/demo/contact/{SECRET}",
        f"coordinator  {ADDRESS}/demo/coordinator/{SECRET}",
        f"reviewer     {ADDRESS}/demo/reviewer/{SECRET}",
    ]


def test_the_second_start_offers_the_same_people(fresh):
    assert start(fresh) == start(fresh)


@pytest.mark.parametrize("role", ["volunteer", "contact", "coordinator", "reviewer"])
def test_a_link_signs_in_as_often_as_wished(fresh, role):
    start(fresh)
    for _ in range(2):
        answer = fresh.test_client().get(f"/demo/{role}/{SECRET}", base_url=ADDRESS)
        assert (answer.status_code, "Set-Cookie" in answer.headers) == (303, True)


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("http://mo.example.org", {}),
        (ADDRESS, {"X-Forwarded-For": "192.0.2.1"}),
        (ADDRESS, {"Forwarded": "for=192.0.2.1"}),
    ],
    ids=["another host", "a proxy", "a standard proxy"],
)
def test_a_link_is_offered_to_nobody_else(fresh, address, headers):
    start(fresh)
    answer = fresh.test_client().get(f"/demo/coordinator/{SECRET}", base_url=address, headers=headers)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (404, False)


def test_a_wrong_secret_opens_nothing(fresh):
    start(fresh)
    assert fresh.test_client().get("/demo/coordinator/guessed", base_url=ADDRESS).status_code == 404


def test_a_database_in_use_gets_no_demo(fresh, clock):
    fresh.test_cli_runner().invoke(args=["database", "upgrade"], catch_exceptions=False)
    with fresh.app_context():
        db.session.add(Organisation(name="Wirklich e. V.", created_at=clock.now()))
        db.session.commit()
    assert start(fresh) == [ADDRESS]
