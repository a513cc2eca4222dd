"""Organisations at the desk: added, renamed, with their people."""

import pytest
from sqlalchemy import select

from mo_app.accounts.models import Organisation
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden
from mo_app.organisations.operations import add_organisation
from mo_app.sync.models import DocumentVersion


def test_amira_adds_one(desk, session):
    response = desk.post("/en/desk/organisations", data={"name": "  Al-Noor  e. V. "})
    assert response.location == "/en/desk/organisations?done=added"
    assert session.scalars(select(Organisation.name)).all() == ["Al-Noor e. V."]
    assert "0 people" in desk.get(response.location).text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Please enter a name."),
        ("a" * 121, "Please use at most 120 characters."),
        ("Lesya e. V.", "There is an organisation of this name already."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(desk, lesya, name, sentence):
    response = desk.post("/en/desk/organisations", data={"name": name})
    assert response.status_code == 422
    assert sentence in response.text


def test_a_new_name_reaches_its_people(desk, session, lesya, olena):
    response = desk.post(f"/en/desk/organisations/{lesya.id}", data={"name": "Lesya Ukrajinka e. V."})
    assert response.status_code == 303
    assert session.get(DocumentVersion, f"mine/{olena.id}").version == 1
    assert "Olena" in desk.get(response.location).text


def test_keeping_its_name_is_no_conflict(desk, lesya):
    assert desk.post(f"/en/desk/organisations/{lesya.id}", data={"name": "Lesya e. V."}).status_code == 303


def test_what_does_not_exist(desk):
    assert desk.get("/en/desk/organisations/nothing").status_code == 404
    assert desk.post("/en/desk/organisations/nothing", data={"name": "Lesya"}).status_code == 404


def test_only_coordinators_add(session, clock, olena):
    with pytest.raises(Forbidden):
        add_organisation(
            session=session, actor=Actor(olena.id, Role.CONTACT, ""), name="Mine", now=clock.now()
        )
