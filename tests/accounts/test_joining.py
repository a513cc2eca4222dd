"""Joining by an invitation: a name, a language, a passkey."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mo_app.accounts.models import Invitation, Passkey, Person
from mo_app.accounts.operations.invitations import invite, revoke_invitation
from mo_app.accounts.tickets import code_of, spaced
from mo_app.kernel.actor import Role

from .authenticator import Authenticator
from .cast import actor_of, browser, invitation_link
from .ceremonies import code_of_problem, join


def test_maryam_joins_by_link_and_lands_in_her_language(client, session, clock, phone):
    response = join(client, phone, invitation_link(session, clock))
    assert (response.status_code, response.json) == (200, {"location": "/ar/account/welcome"})
    maryam = session.scalars(select(Person)).one()
    assert (maryam.name, maryam.language, maryam.role) == ("Maryam", "ar", Role.MEMBER)
    assert client.get("/ar/account").status_code == 200


def test_her_passkey_is_discoverable_verified_and_described(client, session, clock, phone):
    key = invitation_link(session, clock)
    options = client.post(f"/de/join/{key}/options", json={"name": "Maryam", "language": "ar"}).json
    selection = options["authenticatorSelection"]
    assert (selection["residentKey"], selection["userVerification"]) == ("required", "required")
    assert (options["rp"]["id"], options["user"]["name"]) == ("localhost", "Maryam")
    agent = {"User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36"}
    client.post(f"/de/join/{key}/passkey", json=phone.create(options), headers=agent)
    passkey = session.scalars(select(Passkey)).one()
    assert (passkey.name, passkey.sign_count, passkey.backed_up) == ("Chrome · Android", 0, True)
    assert passkey.transports == ["internal", "hybrid"]
    assert passkey.credential_id == phone.keys[0].credential_id


def test_a_code_typed_badly_still_counts(client, session, clock):
    code = spaced(code_of(invitation_link(session, clock))).lower().replace("-", " ")
    response = client.post("/de/join", data={"code": f" {code} "})
    assert response.status_code == 303
    assert client.get(response.location).status_code == 200


def test_a_code_that_does_not_exist_says_so_at_its_field(client):
    response = client.post("/en/join", data={"code": "ABCDE-FGHJK"})
    assert response.status_code == 404
    assert "no invitation with this link or code" in response.text
    assert 'value="ABCDE-FGHJK"' in response.text
    assert 'aria-invalid="true"' in response.text


def test_an_invitation_for_one_is_good_once(app, client, session, clock, phone):
    key = invitation_link(session, clock)
    join(client, phone, key)
    assert code_of_problem(join(browser(app), Authenticator(), key)) == "invitation_used"


def test_of_two_who_hold_the_last_use_one_gets_in(app, client, session, clock, phone):
    key = invitation_link(session, clock)
    other, other_phone = browser(app), Authenticator()
    first, second = (
        each.post(f"/de/join/{key}/options", json={"name": "Maryam", "language": "ar"}).json
        for each in (client, other)
    )
    assert client.post(f"/de/join/{key}/passkey", json=phone.create(first)).status_code == 200
    late = other.post(f"/de/join/{key}/passkey", json=other_phone.create(second))
    assert (late.status_code, code_of_problem(late)) == (410, "invitation_used")
    assert len(session.scalars(select(Person)).all()) == 1


def test_an_invitation_runs_out(client, session, clock, phone):
    key = invitation_link(session, clock)
    clock.advance(timedelta(days=14))
    assert code_of_problem(join(client, phone, key)) == "invitation_expired"
    assert client.get(f"/de/join/{key}").status_code == 410


def test_a_withdrawn_invitation_is_closed(client, session, clock, phone, amira):
    key = invitation_link(session, clock)
    invitation = session.scalars(select(Invitation)).one()
    revoke_invitation(session=session, actor=actor_of(amira), invitation_id=invitation.id, now=clock.now())
    session.commit()
    assert code_of_problem(join(client, phone, key)) == "invitation_revoked"


def test_a_poster_lets_in_as_many_as_it_says_as_members_of_its_organisation(
    app, session, clock, amira, lesya
):
    _, key = invite(
        session=session,
        actor=actor_of(amira),
        role=Role.MEMBER,
        organisation_id=lesya.id,
        uses=2,
        expires_at=clock.now() + timedelta(days=1),
        now=clock.now(),
    )
    session.commit()
    answers = [join(browser(app), Authenticator(), key).status_code for _ in range(3)]
    assert answers == [200, 200, 410]
    session.expire_all()
    assert [person.name for person in lesya.people] == ["Maryam", "Maryam"]


@pytest.mark.parametrize(
    ("profile", "field"),
    [({"name": " "}, "name"), ({"name": "a" * 81}, "name"), ({"language": "xx"}, "language")],
)
def test_what_cannot_be_is_said_at_its_field(client, session, clock, phone, profile, field):
    response = join(client, phone, invitation_link(session, clock), **profile)
    assert response.status_code == 422
    assert list(response.json["fields"]) == [field]


@pytest.mark.parametrize("path", ["/join", "/join/some-key", "/recover/some-key"])
def test_a_link_that_is_scanned_opens_in_the_language_of_who_scans_it(client, path):
    response = client.get(path, headers={"Accept-Language": "uk, en;q=0.5"})
    assert (response.status_code, response.location) == (302, f"/uk{path}")
    assert "Accept-Language" in response.headers["Vary"]


def test_only_hashes_of_link_and_code_are_kept(session, clock):
    secret = invitation_link(session, clock)
    kept = session.execute(select(Invitation.__table__)).one()
    assert secret not in str(kept)
    assert code_of(secret) not in str(kept)
