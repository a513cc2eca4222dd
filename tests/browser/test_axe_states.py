"""Pages in states that no address opens: mistakes at their fields, answers given, menus, sharing."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.axe import bring_axe, complaints
from tests.support.cast import Cast
from tests.support.phones import Phones
from tests.support.screens import EventScreen

FORMS = (
    "/desk/events/new",
    "/desk/organisations",
    "/desk/invitations/people/new",
    "/desk/invitations/posters/new",
    "/join",
    "/account",
)

EMPTY = """form => {
  for (const field of form.elements) if (field.matches("input, textarea")) field.value = "";
  form.noValidate = true;
  form.requestSubmit(form.querySelector("button[type=submit], button:not([type])"));
}"""


@pytest.mark.parametrize("language", ["de", "ar"])
def test_mistakes_stand_at_their_fields(phones: Phones, language: str) -> None:
    phone = phones.signed_in("clara", service_workers="block")
    phone.expected.append("status of 4(22|04)")
    bring_axe(phone.context)
    for path in FORMS:
        phone.page.goto(f"/{language}{path}")
        phone.page.locator("main form:has(.field)[method=post]").first.evaluate(EMPTY)
        mistaken = phone.page.locator("main [aria-invalid=true]").first
        expect(mistaken, path).to_be_visible()
        sentence = phone.page.locator(f"#{mistaken.get_attribute('id')}-error")
        expect(sentence).to_be_visible()
        assert mistaken.get_attribute("aria-describedby").endswith(sentence.get_attribute("id"))
        assert complaints(phone.page) == [], path


@pytest.mark.parametrize("language", ["de", "ar"])
def test_an_answer_can_be_read_by_everybody(phones: Phones, cast: Cast, language: str) -> None:
    phone = phones.signed_in("amina", service_workers="block")
    bring_axe(phone.context)
    screen = EventScreen(phone, cast, "small", language).open()
    phone.page.locator("mo-rsvp details summary").click()
    screen.say_coming(3)
    expect(phone.page.locator("mo-rsvp .is-confirmed")).to_be_visible()
    assert complaints(phone.page) == []
    for path in ("/", "/schedule", "/device"):
        phone.page.goto(f"/{language}{path}")
        expect(phone.page.locator(".status-words > [data-when=current]")).to_be_visible()
        assert complaints(phone.page) == [], path


def test_the_menu_of_languages_closes_when_one_looks_elsewhere(phones: Phones) -> None:
    phone = phones.new(service_workers="block")
    bring_axe(phone.context)
    phone.page.goto("/en/")
    menu = phone.page.locator(".languages")
    menu.locator("summary").click()
    expect(menu.get_by_role("link", name="العربية")).to_be_visible()
    assert complaints(phone.page) == []
    phone.page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="العربية")).to_be_hidden()
    menu.locator("summary").click()
    phone.page.mouse.click(5, 400)
    expect(menu.get_by_role("link", name="العربية")).to_be_hidden()


def test_an_event_is_shared_by_the_clipboard_where_there_is_no_sheet(phones: Phones, cast: Cast) -> None:
    phone = phones.new(service_workers="block", permissions=["clipboard-read", "clipboard-write"])
    phone.context.add_init_script("delete Navigator.prototype.share")
    screen = EventScreen(phone, cast, "roomy").open()
    phone.page.get_by_role("button", name="Share").click()
    expect(phone.page.get_by_text("Copied.")).to_be_visible()
    copied = phone.page.evaluate("navigator.clipboard.readText()")
    assert "Writing applications" in copied
    assert screen.path.removeprefix("/en") in copied


def test_an_event_is_shared_by_hand_where_the_clipboard_is_refused(phones: Phones, cast: Cast) -> None:
    phone = phones.new(service_workers="block")
    phone.context.add_init_script(
        "delete Navigator.prototype.share; navigator.clipboard.writeText = () => Promise.reject(new Error())"
    )
    EventScreen(phone, cast, "roomy").open()
    phone.page.get_by_role("button", name="Share").click()
    expect(phone.page.locator("mo-share textarea")).to_have_value(re.compile("Writing applications"))
