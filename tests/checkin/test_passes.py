"""The pass: everybody's own, in the smallest code there is, and another one when it is wanted."""

from urllib.parse import unquote

import pytest
import segno

from mo_app.accounts.models import Person
from mo_app.checkin.codes import pass_qr
from mo_app.checkin.operations.passes import renew_pass
from mo_app.checkin.passes import pass_part
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden
from mo_app.sync import DocumentView
from tests.accounts.cast import sign_in


@pytest.fixture
def person(session, clock):
    def person(name, role=Role.MEMBER):
        made = Person(name=name, role=role, language="en", created_at=clock.now())
        session.add(made)
        session.flush()
        return made

    return person


def of(person):
    return Actor(person.id, person.role, sign_in_id="s")


def pass_of(session, clock, person):
    return pass_part(DocumentView(session, of(person), clock.now(), "en"))


def test_everybody_has_one_of_her_own_from_the_beginning(session, clock, person):
    amina, boris = person("Amina"), person("Boris")
    assert pass_of(session, clock, amina)["code"] == amina.pass_code
    assert amina.pass_code != boris.pass_code
    assert amina.pass_code != amina.id


def test_a_reviewer_has_none_and_a_guest_neither(session, clock, person):
    assert pass_of(session, clock, person("Dirk", Role.REVIEWER)) is None
    assert pass_part(DocumentView(session, None, clock.now(), "en")) is None


def test_another_one_takes_the_place_of_the_one_before(session, clock, person):
    amina = person("Amina")
    before = amina.pass_code
    assert renew_pass(session=session, actor=of(amina)) == amina.pass_code != before
    assert pass_of(session, clock, amina)["code"] == amina.pass_code


def test_who_has_none_cannot_have_another(session, person):
    with pytest.raises(Forbidden):
        renew_pass(session=session, actor=of(person("Dirk", Role.REVIEWER)))


def test_its_code_is_the_smallest_there_is(person):
    """21 modules a side, and four of light around them."""
    image = unquote(pass_qr("abcdefghijklmnop"))
    assert image.startswith("data:image/svg+xml")
    assert "viewBox='0 0 29 29'" in image
    assert segno.make("MO:ABCDEFGHIJKLMNOP", error="m", micro=False).mode == "alphanumeric"


def test_the_page_says_nothing_of_anybody(session, client, clock, person):
    amina = person("Amina Tesfay")
    session.commit()
    assert "/en/account/sign-in" in client.get("/en/pass").text
    sign_in(client, session, amina, clock)
    page = client.get("/en/pass")
    assert page.status_code == 200
    assert "<mo-pass" in page.text
    assert amina.pass_code not in page.text
    assert "Amina" not in page.text
