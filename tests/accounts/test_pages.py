"""Every page of accounts answers, in every language, and says what it is about."""

import pytest

from mo_app.kernel.i18n import LANGUAGES

from .cast import invitation_link


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/account/sign-in", "/join"])
def test_the_ways_in_are_open_to_everybody(client, language, path):
    assert client.get(f"/{language}{path}").status_code == 200


@pytest.mark.parametrize("path", ["/account", "/desk/people", "/desk/invitations", "/desk/organisations"])
def test_a_guest_is_asked_to_sign_in(client, path):
    assert client.get(f"/de{path}").status_code == 401


@pytest.mark.parametrize("path", ["/desk/people", "/desk/invitations", "/desk/organisations"])
def test_the_desk_is_for_coordinators_only(olenas, path):
    assert olenas.get(f"/de{path}").status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/desk/people",
        "/desk/invitations",
        "/desk/invitations/people/new",
        "/desk/invitations/posters/new",
        "/desk/organisations",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_opens_for_a_coordinator(desk, olena, path, language):
    assert desk.get(f"/{language}{path}").status_code == 200


def test_the_account_shows_name_organisation_and_where_one_is_signed_in(olenas):
    page = olenas.get("/en/account").text
    assert 'value="Olena"' in page
    assert "Lesya e. V." in page
    assert "Firefox · Android" in page


def test_an_invitation_opens(client, session, clock):
    assert client.get(f"/en/join/{invitation_link(session, clock)}").status_code == 200


def test_pages_of_accounts_are_kept_nowhere(olenas):
    assert olenas.get("/en/account").headers["Cache-Control"] == "no-store"
