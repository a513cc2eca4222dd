"""One's own account: name and language, and what the devices are told of it."""

import pytest
from sqlalchemy import select

from mo_app.accounts.documents import person_part
from mo_app.accounts.models import Person
from mo_app.sync import DocumentView
from mo_app.sync.models import DocumentVersion

from .cast import actor_of


def test_a_new_language_takes_her_there(olenas, session, olena):
    response = olenas.post("/uk/account", data={"name": "Олена", "language": "en"})
    assert response.location == "/en/account?done=saved"
    assert "Saved." in olenas.get(response.location).text
    session.refresh(olena)
    assert (olena.name, olena.language) == ("Олена", "en")


def test_her_devices_hear_of_it(olenas, session, olena):
    olenas.post("/uk/account", data={"name": "Олена", "language": "en"})
    version = session.get(DocumentVersion, f"mine/{olena.id}")
    assert version.version == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"name": "", "language": "en"}, "Please enter a name."),
        ({"name": "a" * 81, "language": "en"}, "Please use at most 80 characters."),
        ({"name": "Olena", "language": "tlh"}, "Please choose a language."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(olenas, form, sentence):
    response = olenas.post("/en/account", data=form)
    assert response.status_code == 422
    assert sentence in response.text


def test_the_document_mine_says_who_she_is(session, clock, olena, lesya):
    part = person_part(DocumentView(session, actor_of(olena), clock.now(), "uk"))
    assert part == {
        "id": olena.id,
        "name": "Olena",
        "role": "contact",
        "language": "uk",
        "organisation": {"id": lesya.id, "name": "Lesya e. V."},
    }


def test_who_has_no_organisation_has_none(session, clock, yusuf):
    part = person_part(DocumentView(session, actor_of(yusuf), clock.now(), "ar"))
    assert part["organisation"] is None


def test_names_need_not_be_unique(olenas, session, yusuf):
    olenas.post("/uk/account", data={"name": "Yusuf", "language": "uk"})
    assert len(session.scalars(select(Person).where(Person.name == "Yusuf")).all()) == 2


def test_a_name_is_shown_not_run(olenas):
    olenas.post("/uk/account", data={"name": "<script>alert(1)</script>", "language": "uk"})
    assert "<script>alert" not in olenas.get("/uk/account").text
