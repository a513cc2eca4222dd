"""Signing in with a passkey, and all that can go wrong."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mo_app.accounts.models import Passkey, Person

from .authenticator import Authenticator
from .cast import browser, invitation_link
from .ceremonies import code_of_problem, join, sign_in


@pytest.fixture
def maryam(app, session, clock, phone):
    """Her phone has a passkey, her browser is signed in nowhere."""
    join(browser(app), phone, invitation_link(session, clock))
    return session.scalars(select(Person)).one()


def test_a_passkey_is_all_it_takes(client, maryam, phone):
    response = sign_in(client, phone)
    assert (response.status_code, response.json) == (200, {"location": "/ar/account/welcome"})
    assert "Maryam" in client.get("/de/account").text


def test_no_name_and_no_list_of_passkeys_is_given_away(client, maryam):
    options = client.post("/de/account/sign-in/options").json
    assert options["allowCredentials"] == []
    assert options["userVerification"] == "required"


def test_the_passkey_notes_when_it_was_used(client, session, clock, maryam, phone):
    clock.advance(timedelta(hours=1))
    sign_in(client, phone)
    assert session.scalars(select(Passkey)).one().last_used_at == clock.now()


def test_an_unknown_passkey(client, maryam):
    stranger = Authenticator()
    stranger.create({"challenge": "AAAA", "user": {"id": "AAAA"}})
    response = sign_in(client, stranger)
    assert (response.status_code, code_of_problem(response)) == (404, "passkey_unknown")


def test_a_page_of_another_address(client, maryam, phone):
    phone.origin = "https://localhost.example"
    assert code_of_problem(sign_in(client, phone)) == "wrong_site"


def test_a_frame_in_a_page_of_another_address(client, maryam, phone):
    phone.cross_origin = True
    assert code_of_problem(sign_in(client, phone)) == "wrong_site"


def test_a_passkey_made_for_another_host(client, maryam, phone):
    phone.rp_id = "example.org"
    assert code_of_problem(sign_in(client, phone)) == "passkey_invalid"


def test_a_phone_that_did_not_ask_who_holds_it(client, maryam, phone):
    phone.verifies_user = False
    assert code_of_problem(sign_in(client, phone)) == "passkey_invalid"


def test_a_false_signature(client, maryam, phone):
    options = client.post("/de/account/sign-in/options").json
    credential = phone.get(options)
    credential["response"]["signature"] = phone.get({**options, "challenge": "AAAA"})["response"]["signature"]
    assert code_of_problem(client.post("/de/account/sign-in", json=credential)) == "passkey_invalid"


def test_another_persons_handle(client, maryam, phone):
    phone.keys[0].user_handle = b"somebody else"
    assert code_of_problem(sign_in(client, phone)) == "passkey_invalid"


def test_a_copied_passkey_whose_counter_goes_back(client, maryam, phone):
    phone.counts = True
    assert sign_in(client, phone).status_code == 200
    phone.keys[0].count = 0
    assert code_of_problem(sign_in(client, phone)) == "passkey_cloned"


def test_a_challenge_is_good_once(client, maryam, phone):
    options = client.post("/de/account/sign-in/options").json
    assert client.post("/de/account/sign-in", json=phone.get(options)).status_code == 200
    again = client.post("/de/account/sign-in", json=phone.get(options))
    assert code_of_problem(again) == "challenge_used"


def test_a_challenge_is_used_up_by_a_failure_too(client, maryam, phone):
    options = client.post("/de/account/sign-in/options").json
    phone.verifies_user = False
    client.post("/de/account/sign-in", json=phone.get(options))
    phone.verifies_user = True
    again = client.post("/de/account/sign-in", json=phone.get(options))
    assert code_of_problem(again) == "challenge_used"


def test_a_challenge_expires(client, clock, maryam, phone):
    options = client.post("/de/account/sign-in/options").json
    clock.advance(timedelta(minutes=6))
    assert code_of_problem(client.post("/de/account/sign-in", json=phone.get(options))) == "challenge_expired"


def test_a_challenge_nobody_posed(client, maryam, phone):
    response = client.post("/de/account/sign-in", json=phone.get({"challenge": "AAAA"}))
    assert code_of_problem(response) == "challenge_expired"


def test_a_challenge_for_another_purpose(client, session, clock, maryam, phone):
    key = invitation_link(session, clock)
    options = client.post(f"/de/join/{key}/options", json={"name": "Noor", "language": "ar"}).json
    assert code_of_problem(client.post("/de/account/sign-in", json=phone.get(options))) == "challenge_expired"


@pytest.mark.parametrize(
    "body", [[], {}, {"response": 1}, {"response": {"clientDataJSON": "!"}}, {"rawId": None, "response": {}}]
)
def test_nonsense_is_refused_kindly(client, body):
    assert code_of_problem(client.post("/de/account/sign-in", json=body)) == "passkey_invalid"


def test_brackets_without_end_are_refused_too(client):
    body = "[" * 200_000
    response = client.post("/de/account/sign-in", data=body, content_type="application/json")
    assert code_of_problem(response) == "passkey_invalid"


def test_only_pages_of_ours_may_try(app, maryam, phone):
    assert app.test_client().post("/de/account/sign-in/options").status_code == 403
