"""Start and about: what each audience finds there."""

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient

from mo_app.web.i18n import speaking

LANGUAGES = ("de", "en", "ar", "uk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guest_is_told_what_this_is_and_how_to_come_in(client: FlaskClient, language: str) -> None:
    page = client.get(f"/{language}/").text
    assert "Haus der Begegnung" in page
    assert f'href="/{language}/account/sign-in"' in page
    assert f'href="/{language}/join"' in page
    assert "mo-agenda" not in page
    assert f'href="/{language}/desk"' not in page


def test_without_events_it_says_so(client: FlaskClient) -> None:
    assert "Nothing is planned yet" in client.get("/en/").text


def test_about_names_who_is_responsible_and_who_pays(client: FlaskClient) -> None:
    page = client.get("/de/about").text
    assert "Haus der Begegnung" in page
    assert "Sächsischen Landtag" in page


def test_the_desk_is_for_coordinators(client: FlaskClient) -> None:
    assert client.get("/de/desk").status_code == 401


def test_about_says_of_signing_out_what_it_does(client: FlaskClient) -> None:
    assert (
        "all of this is deleted from the device. The public programme comes back"
        in client.get("/en/about").text
    )


@pytest.mark.parametrize("months", [2, 18])
def test_about_and_the_door_say_how_long_names_are_kept(app: Flask, client: FlaskClient, months: int) -> None:
    app.jinja_env.globals["names_kept_months"] = months
    about = client.get("/en/about").text
    assert f"{months} months after the event the names of who said they come and of who came" in about
    assert "Tablets at the door hold the list of names and passes" in about
    with app.test_request_context(), speaking("en"):
        assert f"Names are deleted {months} months after it" in render_template("checkin/_walk_in.html")
