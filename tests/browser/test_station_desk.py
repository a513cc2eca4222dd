"""The desk watches its tablets without a reload, and what it decides reaches them."""

from playwright.sync_api import expect

from tests.support.cast import Cast
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.stations import make_tablet


def test_a_tablet_appears_is_heard_and_is_ended(phones: Phones, cast: Cast, records: Records) -> None:
    desk = phones.signed_in("clara")
    desk.page.goto(f"/en/desk/events/{cast.events['small']}/door")
    tablets = desk.page.locator("#stations")
    expect(tablets.get_by_text("No tablet checks in for this event yet.")).to_be_visible()
    tablet = make_tablet(phones)
    expect(tablets.get_by_text("Last heard:")).to_be_visible(timeout=40_000)
    expect(tablets.get_by_text("Tablet 1")).to_be_visible()
    door = tablet.phone.page
    door.get_by_role("button", name="Walk-in", exact=True).click()
    expect(door.get_by_role("dialog")).to_be_visible()
    tablets.get_by_role("button", name="End", exact=True).click()
    expect(tablets.get_by_text("Ended", exact=True).first).to_be_visible()
    door.evaluate("dispatchEvent(new Event('online'))")
    expect(door.get_by_role("heading", name="has ended")).to_be_visible()
    expect(door.locator("dialog[open], mo-door")).to_have_count(0)
    door.get_by_role("button", name="Use this device for something else").click()
    door.wait_for_url("**/en/")
