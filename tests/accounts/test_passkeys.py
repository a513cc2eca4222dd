"""Several passkeys a person: added, named, removed."""

import pytest
from sqlalchemy import select

from mo_app.accounts.models import AccountLog, Passkey

from .authenticator import Authenticator
from .cast import browser, invitation_link
from .ceremonies import add_passkey, code_of_problem, join, sign_in


@pytest.fixture
def maryams(app, session, clock, phone):
    """Maryam's browser, signed in; her phone has her first passkey."""
    client = browser(app)
    join(client, phone, invitation_link(session, clock))
    return client


def passkeys(session) -> list[Passkey]:
    session.expire_all()
    return list(session.scalars(select(Passkey).order_by(Passkey.created_at, Passkey.id)))


def test_a_second_passkey_works_like_the_first(maryams, app, phone):
    tablet = Authenticator()
    response = add_passkey(maryams, tablet)
    assert response.json == {"location": "/de/account?done=passkey-added"}
    assert sign_in(browser(app), tablet).status_code == 200
    assert sign_in(browser(app), phone).status_code == 200


def test_a_device_that_has_one_is_told_so(maryams, phone):
    options = maryams.post("/de/account/passkeys/options", json={}).json
    assert [known["transports"] for known in options["excludeCredentials"]] == [["internal", "hybrid"]]


def test_the_same_passkey_is_not_taken_twice(maryams, phone):
    options = maryams.post("/de/account/passkeys/options", json={}).json
    credential = phone.create(options)
    assert maryams.post("/de/account/passkeys", json=credential).status_code == 200
    options = maryams.post("/de/account/passkeys/options", json={}).json
    again = phone.create(options, key=phone.keys[-1])
    assert code_of_problem(maryams.post("/de/account/passkeys", json=again)) == "passkey_known"


def test_nobody_adds_a_passkey_to_another_account(maryams, olenas):
    options = maryams.post("/de/account/passkeys/options", json={}).json
    stolen = Authenticator().create(options)
    assert olenas.post("/de/account/passkeys", json=stolen).status_code == 403


def test_a_guest_adds_none(client):
    assert client.post("/de/account/passkeys/options", json={}).status_code == 401
    assert client.post("/de/account/passkeys", json={"response": {}}).status_code == 401


def test_a_passkey_gets_a_name(maryams, session):
    passkey = passkeys(session)[0]
    response = maryams.post(f"/de/account/passkeys/{passkey.id}", data={"name": "Old phone"})
    assert response.location == "/de/account?done=passkey-renamed"
    assert passkeys(session)[0].name == "Old phone"


def test_a_passkey_without_a_name_is_refused_at_the_field(maryams, session):
    response = maryams.post(f"/en/account/passkeys/{passkeys(session)[0].id}", data={"name": "  "})
    assert response.status_code == 422
    assert "Please enter a name." in response.text


def test_a_removed_passkey_opens_nothing(maryams, app, session, phone):
    tablet = Authenticator()
    add_passkey(maryams, tablet)
    first = next(each for each in passkeys(session) if each.credential_id == phone.keys[0].credential_id)
    assert maryams.post(f"/de/account/passkeys/{first.id}/removal").status_code == 303
    assert code_of_problem(sign_in(browser(app), phone)) == "passkey_unknown"
    assert sign_in(browser(app), tablet).status_code == 200


def test_a_stolen_phone_is_signed_out_when_its_passkey_is_removed(maryams, app, session, phone):
    tablet, at_the_tablet = Authenticator(), browser(app)
    add_passkey(maryams, tablet)
    sign_in(at_the_tablet, tablet)
    stolen = next(each for each in passkeys(session) if each.credential_id == phone.keys[0].credential_id)
    at_the_tablet.post(f"/de/account/passkeys/{stolen.id}/removal")
    assert maryams.get("/de/account").status_code == 401
    (left,) = passkeys(session)
    at_the_tablet.post(f"/de/account/passkeys/{left.id}/removal", data={"even_the_last": "1"})
    assert at_the_tablet.get("/de/account").status_code == 200


def test_the_last_one_goes_only_after_a_warning(maryams, session):
    (last,) = passkeys(session)
    assert "This is your last passkey" in maryams.get(f"/en/account/passkeys/{last.id}").text
    assert maryams.post(f"/de/account/passkeys/{last.id}/removal").status_code == 409
    assert len(passkeys(session)) == 1
    sure = maryams.post(f"/de/account/passkeys/{last.id}/removal", data={"even_the_last": "1"})
    assert sure.status_code == 303
    assert passkeys(session) == []


def test_no_warning_while_there_is_another(maryams, session):
    add_passkey(maryams, Authenticator())
    assert "last passkey" not in maryams.get(f"/en/account/passkeys/{passkeys(session)[0].id}").text


@pytest.mark.parametrize("way", ["", "/removal"])
def test_the_passkeys_of_others_do_not_exist(maryams, olenas, session, way):
    (theirs,) = passkeys(session)
    assert olenas.post(f"/de/account/passkeys/{theirs.id}{way}", data={"name": "Mine"}).status_code == 404
    assert olenas.get(f"/de/account/passkeys/{theirs.id}").status_code == 404


def test_what_happened_to_passkeys_is_logged(maryams, session):
    add_passkey(maryams, Authenticator())
    maryams.post(f"/de/account/passkeys/{passkeys(session)[0].id}/removal")
    actions = session.scalars(select(AccountLog.action)).all()
    assert sorted(actions) == ["invitation.made", "passkey.added", "passkey.removed", "person.joined"]
