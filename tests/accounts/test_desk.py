"""The coordinators' desk: people and invitations."""

import re

import pytest
from sqlalchemy import select

from mo_app.accounts.models import AccountLog, Invitation, Person
from mo_app.kernel.actor import Role

from .authenticator import Authenticator
from .ceremonies import join


def edit(desk, person, **changes):
    form = {"name": person.name, "role": person.role.value, "organisation": person.organisation_id or ""}
    return desk.post(f"/en/desk/people/{person.id}", data=form | changes)


def test_people_are_found_by_a_part_of_their_name(desk, olena, yusuf):
    page = desk.get("/en/desk/people?name=OLE").text
    assert "Olena" in page
    assert "Yusuf" not in page


def test_people_are_found_by_their_organisation(desk, olena, yusuf, lesya):
    page = desk.get(f"/en/desk/people?organisation={lesya.id}").text
    assert "Olena" in page
    assert "Yusuf" not in page


def test_a_percent_sign_in_a_name_is_a_percent_sign(desk, olena):
    assert "Nobody found" in desk.get("/en/desk/people?name=%25").text


def test_yusuf_becomes_contact_of_an_organisation(desk, session, yusuf, lesya):
    assert edit(desk, yusuf, role="contact", organisation=lesya.id).status_code == 303
    session.refresh(yusuf)
    assert (yusuf.role, yusuf.organisation_id) == (Role.CONTACT, lesya.id)
    entry = session.scalars(select(AccountLog)).one()
    assert (entry.action, entry.details) == ("role.changed", {"before": "member", "after": "contact"})
    assert "Role changed" in desk.get(f"/en/desk/people/{yusuf.id}").text


def test_the_last_coordinator_stays_one(desk, session, amira):
    response = edit(desk, amira, role="member")
    assert response.status_code == 409
    assert "Somebody must stay coordinator" in response.text
    session.refresh(amira)
    assert amira.role is Role.COORDINATOR


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "Please enter a name."),
        ({"role": "king"}, "Please choose a role."),
        ({"organisation": "nowhere"}, "This organisation does not exist"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(desk, yusuf, changes, sentence):
    response = edit(desk, yusuf, **changes)
    assert response.status_code == 422
    assert sentence in response.text


def test_a_member_edits_nobody(olenas, yusuf):
    assert edit(olenas, yusuf, role="coordinator").status_code == 403


def test_amira_invites_one_person(desk, client, session, lesya, phone):
    form = {"name": "Noor", "role": "contact", "organisation": lesya.id, "until": "2026-12-01"}
    shown = desk.post("/en/desk/invitations/people/new", data=form)
    page = desk.get(shown.location).text
    assert "<svg" in page
    key = re.search(r"http://localhost:8000/join/([\w-]+)", page)[1]
    join(client, phone, key, name="Noor")
    noor = session.scalars(select(Person).where(Person.name == "Noor")).one()
    assert (noor.role, noor.organisation_id) == (Role.CONTACT, lesya.id)


def test_amira_prints_a_poster(desk, session, lesya):
    form = {"organisation": lesya.id, "uses": "40", "until": "2026-12-01"}
    shown = desk.post("/en/desk/invitations/posters/new", data=form).location
    poster = desk.get(f"{shown}/poster").text
    assert "Lesya e. V." in poster
    assert "http://localhost:8000/join<" in poster
    assert "<svg" in poster
    invitation = session.scalars(select(Invitation)).one()
    assert (invitation.role, invitation.uses_allowed) == (Role.MEMBER, 40)
    assert invitation.expires_at.isoformat() == "2026-12-01T23:00:00+00:00"


def test_there_is_no_poster_for_one_person(desk):
    form = {"role": "member", "until": "2026-12-01"}
    shown = desk.post("/en/desk/invitations/people/new", data=form).location
    assert desk.get(shown).status_code == 200
    assert desk.get(f"{shown}/poster").status_code == 404


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"organisation": ""}, "Please choose an organisation."),
        ({"uses": "1"}, "Please enter a number from 2 to 200."),
        ({"uses": "many"}, "Please enter a number from 2 to 200."),
        ({"until": "2026-11-22"}, "Please choose a day from today on, at most a year ahead."),
        ({"until": "soon"}, "Please enter a date."),
        ({"until": "9999-12-31"}, "Please choose a day from today on, at most a year ahead."),
    ],
)
def test_a_poster_that_cannot_be_is_explained_at_its_field(desk, lesya, changes, sentence):
    form = {"organisation": lesya.id, "uses": "40", "until": "2026-12-01"} | changes
    response = desk.post("/en/desk/invitations/posters/new", data=form)
    assert response.status_code == 422
    assert sentence in response.text


def test_amira_withdraws_an_invitation(desk, client, session, lesya):
    form = {"organisation": lesya.id, "uses": "40", "until": "2026-12-01"}
    key = desk.post("/en/desk/invitations/posters/new", data=form).location.rsplit("/", 1)[1]
    (invitation,) = session.scalars(select(Invitation))
    assert desk.post(f"/en/desk/invitations/{invitation.id}/revocation").status_code == 303
    assert "Withdrawn" in desk.get("/en/desk/invitations").text
    assert join(client, Authenticator(), key).status_code == 410


def test_the_list_shows_no_secrets(desk, session, lesya):
    form = {"organisation": lesya.id, "uses": "40", "until": "2026-12-01"}
    key = desk.post("/en/desk/invitations/posters/new", data=form).location.rsplit("/", 1)[1]
    page = desk.get("/en/desk/invitations").text
    assert "0 of 40 used" in page
    assert key not in page
