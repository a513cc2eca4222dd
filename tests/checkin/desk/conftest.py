"""Eva coordinates. Amina and Boris are of Saba, Chen is of nobody; all have said whether they come."""

from datetime import timedelta

import pytest

from mo_app.accounts.models import Organisation, Person
from mo_app.accounts.operations.sign_ins import start_sign_in
from mo_app.kernel.actor import Actor, Role
from mo_app.rsvps.models import Needs
from tests.rsvps.cast import EVA, Guest, Host, add_person


@pytest.fixture
def eva(session, clock):
    add_person(session, clock, EVA)
    return Host(session, clock)


@pytest.fixture
def guest(session, clock):
    """Makes somebody by her name."""

    def guest(name, organisation=None):
        made = Guest(name, session, clock)
        add_person(session, clock, made.actor)
        session.get(Person, made.actor.person_id).organisation = organisation
        return made

    return guest


@pytest.fixture
def saba(session, clock):
    saba = Organisation(name="Saba & Söhne e. V.", created_at=clock.now())
    session.add(saba)
    session.flush()
    return saba


@pytest.fixture
def amina(guest, saba):
    return guest("amina", saba)


@pytest.fixture
def boris(guest, saba):
    return guest("boris", saba)


@pytest.fixture
def chen(guest):
    return guest("chen")


@pytest.fixture
def rita(session, clock):
    """Of the city: she reads figures, never a name."""
    rita = Actor("rita".ljust(16, "a"), Role.REVIEWER, "rita")
    add_person(session, clock, rita)
    return rita


@pytest.fixture
def evening(eva, amina, boris, chen):
    """In a week. Amina comes with two others, Boris alone; Chen can't come."""
    evening = eva.plans()
    amina.says(evening, 3, needs=Needs(interpreting="Tigrinya", children=2))
    boris.says(evening, 1)
    chen.declines(evening)
    return evening


@pytest.fixture
def browse(client, session, clock, evening):
    """As one of the people, at a path of the evening at the desk; posts where there is a form."""

    def browse(who, path, form=None):
        token = start_sign_in(session=session, person_id=who.person_id, device="Firefox", now=clock.now())
        session.commit()
        client.set_cookie("mo", token)
        address = f"/en/desk/events/{evening.id}/{path}"
        return client.get(address) if form is None else client.post(address, data=form)

    return browse


@pytest.fixture
def over(evening, clock, door, amina):
    """The evening is over. Amina was there with one other, Boris was not, and Dina came without an entry."""
    clock.advance(timedelta(days=7, hours=3))
    door.marks(amina.actor.person_id, 2)
    return door.adds("Dina Saad", 2, organisation_text="Saba & Soehne e.V.")
