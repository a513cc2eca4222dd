"""The page in view follows the server, and never under somebody's fingers."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.support import memory
from tests.support.cast import WHY_CANCELLED, Cast
from tests.support.phone import Phone
from tests.support.records import Records

BACK_ONLINE = "dispatchEvent(new Event('online'))"
ADD_FIELD = """document.querySelector("main").insertAdjacentHTML(
  "beforeend", "<form><label>Draft <input id=draft></label></form>")"""


@pytest.fixture
def event_page(amina: Phone, cast: Cast) -> Page:
    amina.page.goto(f"/en/schedule/{cast.events['roomy']}")
    expect(amina.page.get_by_text(WHY_CANCELLED)).to_have_count(0)
    amina.page.evaluate("window.sameDocument = true")
    return amina.page


def test_what_changed_at_the_server_is_shown_in_place(event_page: Page, records: Records) -> None:
    records.cancel("roomy")
    event_page.evaluate(BACK_ONLINE)
    expect(event_page.get_by_text(WHY_CANCELLED).first).to_be_visible()
    assert event_page.evaluate("window.sameDocument"), "morphed, not loaded again"


def test_another_tab_follows(event_page: Page, amina: Phone, records: Records) -> None:
    other = amina.new_tab()
    other.goto("/en/device")
    records.cancel("roomy")
    other.evaluate(BACK_ONLINE)
    event_page.bring_to_front()
    expect(event_page.get_by_text(WHY_CANCELLED).first).to_be_visible()


def test_nothing_moves_while_somebody_types(event_page: Page, amina: Phone, records: Records) -> None:
    event_page.evaluate(ADD_FIELD)
    event_page.locator("#draft").fill("half a sen")
    records.cancel("roomy")
    event_page.evaluate(BACK_ONLINE)
    amina.wait_until(memory.PAGE_SAYS, [urlsplit(event_page.url).path, WHY_CANCELLED])
    event_page.evaluate("dispatchEvent(new Event('pageshow'))")  # a reason to look at what is kept
    amina.stored("pages")  # what was read before that is answered by now
    expect(event_page.locator("#draft")).to_have_value("half a sen")
    expect(event_page.get_by_text(WHY_CANCELLED)).to_have_count(0)
    event_page.locator("#draft").evaluate("field => { field.form.reset(); field.blur() }")
    expect(event_page.get_by_text(WHY_CANCELLED).first).to_be_visible()
