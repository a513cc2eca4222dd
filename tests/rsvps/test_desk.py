"""Eva looks at who comes. Amina, who is a member, does not."""

import pytest

from mo_app.accounts.models import Organisation, Person
from mo_app.accounts.operations.sign_ins import start_sign_in
from mo_app.rsvps.models import Needs
from mo_app.rsvps.who_comes import Group, who_comes

from .cast import EVA


@pytest.fixture
def evening(session, clock, eva, amina, boris, chen):
    """Amina and Boris are of one organisation, Chen of none."""
    saba = Organisation(name="Saba & Söhne e. V.", created_at=clock.now())
    for guest in (amina, boris):
        session.get(Person, guest.actor.person_id).organisation = saba
    evening = eva.plans(capacity=8)
    amina.says(evening, 3, needs=Needs(interpreting="Tigrinya", children=2))
    chen.says(evening, 4, needs=Needs(interpreting="tigrinya", step_free=True))
    boris.says(evening, 2, needs=Needs(interpreting="Russian"))
    return evening


@pytest.fixture
def look(client, session, clock, evening):
    """At a path of the evening, as one of the people."""

    def look(who, path="people"):
        token = start_sign_in(session=session, person_id=who.person_id, device="Firefox", now=clock.now())
        session.commit()
        client.set_cookie("mo", token)
        return client.get(f"/en/desk/events/{evening.id}/{path}")

    return look


def test_people_organisations_and_needs_add_up(session, evening):
    who = who_comes(session, evening.id)
    assert [(guest.name, guest.party) for guest in who.coming] == [("Amina", 3), ("Chen", 4)]
    assert [(guest.name, guest.party) for guest in who.waiting] == [("Boris", 2)]
    assert (who.heads, who.waiting_heads, who.declined) == (7, 2, 0)
    assert who.organisations == [Group(None, 1, 4), Group("Saba & Söhne e. V.", 1, 3)]
    assert who.interpreting == [("Tigrinya", 2)]
    assert (who.children, who.step_free) == (2, 1)


def test_the_waiting_list_is_in_its_order(session, evening, amina, boris, chen):
    chen.declines(evening)
    amina.says(evening, 6)
    chen.says(evening, 5)
    who = who_comes(session, evening.id)
    assert [guest.name for guest in who.coming] == ["Amina", "Boris"]
    assert [guest.name for guest in who.waiting] == ["Chen"]


@pytest.mark.parametrize("path", ["people", "people/list"])
def test_eva_sees_names_and_what_is_needed(look, path):
    page = look(EVA, path)
    assert page.status_code == 200
    for words in ["Amina", "Saba &amp; Söhne e. V.", "Tigrinya", "2 children", "Waiting list", "Boris"]:
        assert words in page.text
    assert "7 people are coming" in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_the_list_is_a_fragment_and_the_page_holds_it(look):
    page, fragment = look(EVA).text, look(EVA, "people/list").text
    assert "<html" not in fragment
    assert fragment.strip() in page


@pytest.mark.parametrize("path", ["people", "people/list"])
def test_a_member_sees_no_names(look, amina, path):
    page = look(amina.actor, path)
    assert page.status_code == 403
    assert "Chen" not in page.text


@pytest.mark.parametrize("path", ["people", "people/list"])
def test_a_guest_is_asked_to_sign_in(client, session, evening, path):
    session.commit()
    page = client.get(f"/en/desk/events/{evening.id}/{path}")
    assert page.status_code == 401
    assert "Amina" not in page.text


def test_an_event_that_nobody_knows(look, client):
    look(EVA)
    assert client.get("/en/desk/events/aaaaaaaaaaaaaaaa/people").status_code == 404
