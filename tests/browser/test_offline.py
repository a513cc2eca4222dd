"""With the server gone: everything that is kept is readable, and what is not says so."""

import pytest
from playwright.sync_api import expect

from tests.support.cast import Cast
from tests.support.fault_proxy import FaultProxy
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.screens import EventScreen
from tests.support.server import Server

HEADERS = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy")


def test_the_whole_schedule_is_readable_with_the_server_gone(
    amina: Phone, cast: Cast, server: Server, proxy: FaultProxy
) -> None:
    """After the first visit: start, schedule, past events and each event, by tapping links."""
    server.kill()
    amina.lose_connection()
    amina.page.goto("/")
    expect(amina.page).to_have_url(f"{proxy.origin}/en/")
    for path in ("/en/schedule", "/en/schedule/past", "/en/device"):
        assert amina.page.goto(path).status == 200
    for name, title in (
        ("roomy", "Writing applications"),
        ("small", "Kitchen table"),
        ("past", "Monthly meeting"),
    ):
        EventScreen(amina, cast, name).open()
        expect(amina.page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("language", ["de", "ar", "uk"])
def test_any_language_once_chosen(phones: Phones, cast: Cast, proxy: FaultProxy, language: str) -> None:
    """A page shown to a friend in another language is there offline too."""
    phone = phones.ready("amina", f"/{language}/")
    phone.lose_connection()
    screen = EventScreen(phone, cast, "small", language).open()
    expect(phone.page.locator("html")).to_have_attribute("lang", language)
    assert phone.page.goto(f"/{language}/schedule").status == 200
    screen.open().expect("open")


def test_a_kept_page_carries_the_headers_of_one_from_the_network(
    phones: Phones, amina: Phone, proxy: FaultProxy
) -> None:
    fetched = phones.signed_in("amina", service_workers="block").page.goto("/en/schedule")
    kept = amina.page.goto("/en/schedule")
    assert kept.from_service_worker
    assert {name: kept.headers[name] for name in HEADERS} == {name: fetched.headers[name] for name in HEADERS}


def test_what_is_not_kept_says_that_there_is_no_connection(amina: Phone, proxy: FaultProxy) -> None:
    """In the language of its address, or of the reader."""
    amina.lose_connection()
    answer = amina.page.goto("/en/account")
    assert answer.status == 503
    expect(amina.page.locator("html")).to_have_attribute("data-path", "/offline")


def test_a_language_that_never_came_does_not_close_the_front_door(amina: Phone, proxy: FaultProxy) -> None:
    amina.lose_connection()
    assert amina.page.goto("/uk/schedule").status == 503
    amina.wait_until("() => customElements.get('mo-again') !== undefined")
    amina.page.goto("/")
    expect(amina.page).to_have_url(f"{proxy.origin}/en/")


def test_a_page_cached_for_members_is_unreachable_after_sign_out(
    amina: Phone, cast: Cast, proxy: FaultProxy
) -> None:
    amina.page.goto("/en/device")
    amina.lose_connection()
    amina.page.locator("main").get_by_role("button", name="Sign out", exact=True).click()
    expect(amina.page.get_by_role("heading", name="This device", exact=True)).to_be_hidden()
    for path in ("/en/", "/en/schedule", f"/en/schedule/{cast.events['small']}", "/en/device"):
        amina.page.goto(path)
        expect(amina.page.locator("html")).to_have_attribute("data-path", "/offline")
