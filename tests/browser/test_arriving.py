"""Members check themselves in with the code at the door, with and without a connection."""

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests.support.cast import Cast
from tests.support.deeds import coming, put_into_outbox
from tests.support.evenings import Evening
from tests.support.fault_proxy import FaultProxy
from tests.support.maryam import visitor
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.stations import make_tablet


@pytest.fixture
def tonight(records: Records) -> Evening:
    return Evening.planned(records)


@pytest.fixture
def amina(tonight: Evening, phones: Phones) -> Phone:
    return phones.ready("amina")


def at_door(phone: Phone, evening: Evening) -> Locator:
    """She scans the code with her phone's camera, which opens what it says."""
    phone.page.goto(evening.door)
    return phone.page.locator("mo-here")


def test_without_a_connection_she_goes_in_and_it_is_told_later(
    amina: Phone, tonight: Evening, cast: Cast, proxy: FaultProxy
) -> None:
    amina.lose_connection()
    put_into_outbox(amina, cast.people["amina"], coming(tonight.id, 3))
    here = at_door(amina, tonight)
    expect(amina.page).to_have_url(f"{proxy.origin}/en/schedule/{tonight.id}#here={tonight.code}")
    here.get_by_role("button", name="There are 3 of us here").click()
    expect(here.get_by_text("Saved on this device, not sent yet")).to_be_visible()
    expect(here.get_by_text("Go on in")).to_be_visible()
    expect(here.get_by_role("button", name="of us here")).to_be_hidden()
    assert tonight.came() == []
    proxy.heal()
    amina.page.reload()
    expect(here.get_by_text("Checked in", exact=True)).to_be_visible()
    expect(here.get_by_role("heading", name="There are 3 of us here")).to_be_visible()
    assert tonight.came() == [("amina", 3, "self")]


def test_the_page_says_nothing_of_it_to_who_is_not_at_the_door(amina: Phone, tonight: Evening) -> None:
    amina.page.goto(f"/en/schedule/{tonight.id}")
    amina.wait_until("() => customElements.get('mo-here') !== undefined")
    expect(amina.page.locator("mo-here > *")).to_be_hidden()


def test_another_number_than_she_had_said(amina: Phone, tonight: Evening) -> None:
    here = at_door(amina, tonight)
    expect(here.get_by_role("button", name="I am here")).to_be_visible()
    here.get_by_role("button", name="One more").click()
    here.get_by_role("button", name="There are 2 of us here").click()
    expect(here.get_by_text("Checked in", exact=True)).to_be_visible()
    assert tonight.came() == [("amina", 2, "self")]


def test_too_early_it_says_from_when(records: Records, phones: Phones) -> None:
    later = Evening.planned(records, begins_in=timedelta(hours=3))
    here = at_door(phones.ready("amina"), later)
    expect(here.get_by_text("You can check in here from")).to_be_visible()
    expect(here.get_by_role("button", name="I am here")).to_be_hidden()


def test_when_it_is_over_it_says_so(records: Records, phones: Phones) -> None:
    over = Evening.planned(records, begins_in=timedelta(hours=-3))
    here = at_door(phones.ready("amina"), over)
    expect(here.get_by_text("This event is over.")).to_be_visible()


def test_a_code_of_yesterday_is_refused_in_words(amina: Phone, tonight: Evening) -> None:
    tonight.code = "a" * 16
    here = at_door(amina, tonight)
    here.get_by_role("button", name="I am here").click()
    expect(here.get_by_text("This is not the code at this event's door.")).to_be_visible()
    here.get_by_role("button", name="I have read this").click()
    expect(here.get_by_text("This did not work")).to_be_hidden()
    assert tonight.came() == []


def test_a_guest_joins_first_and_comes_back_to_the_door(
    phones: Phones, tonight: Evening, invitation: str, proxy: FaultProxy
) -> None:
    phone = visitor(phones)
    here = at_door(phone, tonight)
    here.get_by_role("link", name="Sign in").click()
    phone.page.goto(f"/en/join/{invitation}")
    phone.page.get_by_label("Your name").fill("Maryam")
    phone.page.get_by_role("button", name="Make a passkey and join").click()
    expect(phone.page).to_have_url(f"{proxy.origin}/en/schedule/{tonight.id}#here={tonight.code}")
    here.get_by_role("button", name="I am here").click()
    expect(here.get_by_text("Checked in", exact=True)).to_be_visible()


def test_where_no_poster_hangs_the_tablet_shows_the_code(phones: Phones) -> None:
    tablet = make_tablet(phones).phone
    tablet.lose_connection()
    tablet.page.reload()
    tablet.page.get_by_role("button", name="Show the door's code").click()
    code = tablet.page.get_by_role("img", name="Code to check in yourself")
    expect(code).to_be_visible()
    expect(code).to_have_js_property("complete", True)
    assert code.evaluate("image => image.naturalWidth") > 0
