"""Amina says that she comes, on her phone: what the screen says is true at every moment."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.faults import HoldRequest
from tests.support.screens import EventScreen


@pytest.fixture
def small(amina, cast):
    """The meeting with four places, open on Amina's phone."""
    return EventScreen(amina, cast, "small").open()


def is_module(one):
    """Of what brings an event's form to life."""
    return one.path.endswith("/rsvps/rsvp.js")


def test_she_comes_with_three(small, records):
    small.expect("unsaid")
    small.expect_text("4 places free")
    small.say_coming(3)
    small.expect("confirmed")
    small.expect_said("We come with 3")
    small.expect_text("1 place free")
    assert records.heads("small") == 3


def test_without_a_connection_it_is_saved_and_confirmed_later(amina, small, proxy, records):
    amina.lose_connection()
    small.say_coming(3)
    small.expect("pending")
    small.expect_text("Your place is not confirmed yet.")
    small.expect_text("1 place free")
    small.open().expect("pending")
    assert records.heads("small") == 0
    proxy.heal()
    amina.page.reload()
    small.expect("confirmed")
    assert records.heads("small") == 3
    assert records.effects("small", "amina") == 1


def test_she_changes_it_and_then_cannot_come(small, records):
    small.say_coming(2)
    small.expect("confirmed")
    small.rsvp.get_by_role("button", name="One more").first.click()
    small.expect_text("This is not saved yet.")
    small.say()
    small.expect_said("We come with 3")
    small.expect("confirmed")
    small.say_not_coming()
    small.expect("declined")
    expect(small.rsvp.get_by_text("Saved on this device, not sent yet")).to_be_hidden()
    small.expect_text("4 places free")
    assert records.heads("small") == 0


def test_her_needs_are_there_when_she_looks_again(small):
    small.rsvp.get_by_text("Do you need anything?").click()
    small.rsvp.get_by_label("Interpreting into this language").fill("Tigrinya")
    small.rsvp.get_by_label("A way without steps").check()
    small.say_coming(2)
    small.expect("confirmed")
    small.open().expect("confirmed")
    expect(small.rsvp.get_by_label("Interpreting into this language")).to_have_value("Tigrinya")
    expect(small.rsvp.get_by_label("A way without steps")).to_be_checked()


@pytest.mark.parametrize("number", ["0", "11", "", "2.5"])
def test_a_wrong_number_is_marked_where_it_stands(amina, small, number):
    small.party.fill(number)
    small.say()
    expect(small.party).to_be_focused()
    expect(small.party).to_have_attribute("aria-invalid", "true")
    expect(small.party).to_have_accessible_description("Please choose a number between 1 and 10.")
    assert amina.entries() == []
    small.say_coming(4)
    small.expect("confirmed")
    expect(small.party).not_to_have_attribute("aria-invalid", "true")


def test_a_second_phone_that_knew_nothing_overwrites_nothing(phones, small, cast, records):
    other = phones.ready("amina")
    other.expected.append(r"ERR_INTERNET_DISCONNECTED")
    screen = EventScreen(other, cast, "small").open()
    other.wait_until_quiet()
    other.context.set_offline(True)
    screen.say_coming(4)
    screen.expect("pending")
    small.say_coming(2)
    small.expect("confirmed")
    other.context.set_offline(False)
    screen.expect("refused-rsvp_conflict")
    screen.expect_text("You said something else on another device, and that counts.")
    screen.expect_said("We come with 2")
    screen.rsvp.get_by_role("button", name="Say it again").click()
    screen.expect_said("We come with 4")
    other.wait_until_sent()
    screen.expect("confirmed")
    expect(screen.rsvp.get_by_text("This did not work")).to_be_hidden()
    assert records.heads("small") == 4


def test_from_the_waiting_list_to_a_place(small, bohdan, cast):
    first = EventScreen(bohdan, cast, "small").open()
    first.say_coming(3)
    first.expect("confirmed")
    small.say_coming(2)
    small.expect("waiting")
    small.expect_text("Waiting list, number 1")
    first.say_not_coming()
    first.expect("declined")
    small.phone.page.reload()
    small.expect("confirmed")
    small.expect_text("Place confirmed")


def test_whoever_moved_up_is_told_until_she_has_read_it(amina, small, bohdan, cast, proxy):
    first = EventScreen(bohdan, cast, "small").open()
    first.say_coming(4)
    first.expect("confirmed")
    small.say_coming(2)
    small.expect("waiting")
    first.say_not_coming()
    first.expect("declined")
    amina.page.goto("/en/")
    news = amina.page.locator("mo-notices")
    expect(news.get_by_text("You have a place now: “Kitchen table”")).to_be_visible()
    expect(news.get_by_role("link", name="Look")).to_have_attribute("href", small.path)
    amina.lose_connection()
    news.get_by_role("button", name="I have read this").click()
    expect(news.get_by_role("listitem")).to_have_count(0)
    amina.page.reload()
    expect(news.get_by_role("listitem")).to_have_count(0)
    proxy.heal()
    amina.page.reload()
    amina.wait_until_sent()
    expect(news.get_by_role("listitem")).to_have_count(0)


def test_more_places_than_there_are(small, bohdan, cast):
    second = EventScreen(bohdan, cast, "small").open()
    second.say_coming(2)
    second.expect("confirmed")
    small.say_coming(1)
    small.expect("confirmed")
    small.say_coming(4)
    small.expect("refused")
    small.expect_text(re.compile("There is no room for 4 of you.* At most 2 are possible now"))
    small.expect("confirmed")
    small.rsvp.get_by_role("button", name="I have read this").click()
    expect(small.rsvp.get_by_text("This did not work")).to_be_hidden()
    expect(small.party).to_have_value("1")


def test_by_keyboard_alone_and_heard(small):
    party = small.party
    expect(party).to_be_visible()  # what is hidden takes no key
    party.press("ArrowUp")
    party.press("Enter")
    small.expect("confirmed")
    small.expect_said("We come with 2")


def test_nothing_is_asked_before_the_answer_can_be_taken(phones, cast, proxy):
    """What is typed while the page's scripts are still on their way would be lost."""
    phone = phones.signed_in("amina", service_workers="block")
    screen = EventScreen(phone, cast, "small")
    proxy.break_on("*", HoldRequest(), only=is_module)
    phone.page.goto(screen.path, wait_until="domcontentloaded")
    proxy.wait_until(lambda proxy: [one for one in proxy.seen if is_module(one)])
    expect(screen.rsvp.locator("form")).to_be_attached()
    for field in [screen.party, *screen.rsvp.locator("input, button").all()]:
        expect(field).to_be_hidden()
    proxy.heal()
    screen.say_coming(3)
    screen.expect("confirmed")
    screen.expect_said("We come with 3")


def test_the_list_says_it_too(amina, small, cast):
    small.say_coming(3)
    small.expect("confirmed")
    amina.page.goto("/en/schedule")
    small.expect_text("We come with 3")
    small.expect_text("1 place free")
