"""The pass on a phone: there without a connection, bright at night, and another one when it is wanted."""

from playwright.sync_api import expect

from mo_app.accounts.models import Person
from tests.support.cast import Cast
from tests.support.fault_proxy import FaultProxy
from tests.support.phone import Phone
from tests.support.records import Records

IS_DRAWN = """() => {
  const image = document.querySelector(".pass-code")
  return image.complete && image.naturalWidth > 0
}"""
GROUND = "getComputedStyle(document.querySelector('.pass')).backgroundColor"


def code_of(records: Records, cast: Cast, name: str) -> str:
    with records.reading() as session:
        return session.get_one(Person, cast.people[name]).pass_code


def drawn(phone: Phone) -> str:
    phone.wait_until(IS_DRAWN)
    return phone.page.locator(".pass-code").get_attribute("src") or ""


def test_it_is_there_without_a_connection_and_white_at_night(amina: Phone) -> None:
    amina.lose_connection()
    amina.page.emulate_media(color_scheme="dark")
    amina.page.goto("/en/")
    amina.page.get_by_role("link", name="Your pass").click()
    expect(amina.page.locator(".pass-name")).to_have_text("Amina Tesfay")
    expect(amina.page.locator(".pass-organisation")).to_have_text("Saba women's group")
    assert drawn(amina).startswith("data:image/svg+xml")
    assert amina.page.evaluate(GROUND) == "rgb(255, 255, 255)"


def test_another_one_comes_when_there_is_a_connection_and_the_old_one_is_good_until_then(
    amina: Phone, proxy: FaultProxy, records: Records, cast: Cast
) -> None:
    before = code_of(records, cast, "amina")
    page = amina.page
    page.goto("/en/pass")
    old = drawn(amina)
    amina.lose_connection()
    page.get_by_role("button", name="Get a new pass").click()
    dialog = page.get_by_role("dialog", name="Get a new pass?")
    expect(dialog).to_contain_text("no longer good")
    dialog.get_by_role("button", name="Get a new pass").click()
    expect(page.get_by_text("Until then this one is good.")).to_be_visible()
    expect(page.get_by_text("Saved on this device, not sent yet").first).to_be_visible()
    assert drawn(amina) == old
    assert code_of(records, cast, "amina") == before
    proxy.heal()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("This is your new pass.")).to_be_visible()
    assert drawn(amina) != old
    assert code_of(records, cast, "amina") != before


def test_thinking_better_of_it_changes_nothing(amina: Phone, records: Records, cast: Cast) -> None:
    before = code_of(records, cast, "amina")
    amina.page.goto("/en/pass")
    amina.page.get_by_role("button", name="Get a new pass").click()
    amina.page.get_by_role("button", name="Keep this one").click()
    expect(amina.page.get_by_role("dialog")).to_be_hidden()
    assert amina.entries() == []
    assert code_of(records, cast, "amina") == before
