"""The device page under somebody's fingers: what it says is so now, and the focus is never lost."""

import re

from playwright.sync_api import expect

from tests.support.cast import Cast
from tests.support.deeds import coming, put_into_outbox
from tests.support.phone import Phone
from tests.support.screens import DeviceScreen, EventScreen

DRAW_AGAIN = """() => import(`/static/${document.documentElement.dataset.build}/js/offline/view.js`)
  .then(view => view.refresh())"""


def test_an_answer_follows_what_holds_now(amina: Phone, cast: Cast) -> None:
    """Of two answers about one event the last is told, and never a place that is not there any more."""
    screen = EventScreen(amina, cast, "small").open()
    screen.say_coming(3)
    screen.expect("confirmed")
    screen.say_not_coming()
    screen.expect("declined")
    amina.wait_until_sent()
    device = DeviceScreen(amina).open()
    expect(device.applied).to_have_count(1)
    expect(device.applied).to_contain_text("I can't come")
    expect(device.applied.get_by_text("Confirmed")).to_be_hidden()


def test_the_focus_is_where_one_goes_on(amina: Phone, cast: Cast) -> None:
    device = DeviceScreen(amina).open()
    amina.lose_connection()
    deeds = [coming(cast.events["small"], 2), coming(cast.events["roomy"], 3)]
    put_into_outbox(amina, cast.people["amina"], *deeds)
    device.open()
    buttons = device.pending.nth(1).get_by_role("button")
    discard, for_good, keep = (
        buttons.filter(has_text=text) for text in (re.compile("Discard$"), "Discard for good", "Keep")
    )
    discard.press("Enter")
    expect(keep).to_be_focused()
    keep.press("Enter")
    expect(discard).to_be_focused()
    amina.page.evaluate(DRAW_AGAIN)
    expect(discard).to_be_focused()
    discard.press("Enter")
    for_good.press("Enter")
    expect(device.pending).to_have_count(1)
    expect(amina.page.get_by_role("heading", name="Saved on this device")).to_be_focused()
