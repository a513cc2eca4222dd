"""What happened at the server while the device was away, and a device that has the time wrong."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.support.cast import WHY_CANCELLED, Cast
from tests.support.device import Device
from tests.support.fault_proxy import FaultProxy
from tests.support.line import Line
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.screens import DeviceScreen, EventScreen
from tests.support.server import Server

THREE_DAYS_AHEAD = """
const real = Date.now
const offset = Number(localStorage.getItem("clock offset") ?? 0)
globalThis.Date = class extends Date {
  constructor(...parts) { if (parts.length) super(...parts); else super(real() + offset) }
  static now() { return real() + offset }
}
"""


def test_16_the_event_fills_up_while_the_device_is_offline(
    amina: Phone, cast: Cast, server: Server, proxy: FaultProxy, records: Records
) -> None:
    """Waiting list with its number, said clearly at the event and among what is new, until read."""
    screen = EventScreen(amina, cast, "small").open()
    amina.lose_connection()
    screen.say_coming(3)
    screen.expect("pending")
    take_places(server, records, cast, party=2)
    proxy.heal()
    screen.open()
    amina.wait_until_sent()
    screen.expect_text("Waiting list, number 1")
    assert records.heads("small") == 2
    for _ in range(2):  # it is still there the next time
        device = DeviceScreen(amina).open()
        expect(device.applied).to_contain_text("Waiting list, number 1")
    device.applied.get_by_role("button", name="I have read it").click()
    expect(device.applied).to_have_count(0)
    screen.open().expect_text("Waiting list, number 1")


def test_17_the_event_is_cancelled_while_an_rsvp_is_pending(
    phones: Phones, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """Rejected with the reason in the reader's language, at the event, and on the device page until read."""
    phone = phones.ready("amina", "/de/")
    screen = EventScreen(phone, cast, "small", "de").open()
    phone.lose_connection()
    screen.say_coming(3)
    screen.expect("pending")
    records.cancel("small")
    proxy.heal()
    screen.open()
    phone.wait_until_sent()
    assert records.effects("small", "amina") == 0
    expect(phone.page.get_by_text(WHY_CANCELLED).filter(visible=True).first).to_be_visible()
    device = DeviceScreen(phone, "de").open()
    expect(device.rejected).to_contain_text(re.compile("abgesagt", re.IGNORECASE))
    expect(device.rejected).to_contain_text(WHY_CANCELLED)
    device.rejected.get_by_role("button").click()
    expect(device.rejected).to_have_count(0)


def test_18_the_clock_is_three_days_ahead_then_goes_back(
    phones: Phones, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """What was said last holds, by its place in the order and not by its time; shown times are plausible."""
    phone = phones.signed_in("amina")
    phone.context.add_init_script(THREE_DAYS_AHEAD)
    screen = EventScreen(phone, cast, "small")
    screen.open()
    phone.wait_until_ready(cast.people["amina"])
    set_clock(phone, timedelta(days=3))
    screen.open()
    phone.lose_connection()
    screen.say_coming(3)
    screen.expect("pending")
    set_clock(phone, timedelta(0))
    screen.open().say_coming(2)
    phone.wait_until_pending(2)
    proxy.heal()
    screen.open()
    phone.wait_until_sent()
    sent = [
        operation["payload"]["party"] for one in proxy.deliveries() for operation in one.said["operations"]
    ]
    assert sent[-2:] == [3, 2]
    assert (records.effects("small", "amina"), records.heads("small")) == (2, 2)
    today = datetime.now(UTC)
    expect(DeviceScreen(phone).open().applied).to_have_count(1)
    for shown in phone.page.locator("time[datetime]").all():
        moment = datetime.fromisoformat(shown.get_attribute("datetime") or "")
        assert abs(moment - today) < timedelta(hours=1), shown.inner_html()


def set_clock(phone: Phone, ahead: timedelta) -> None:
    """From the next page on, the device's clock is this far ahead of the true time."""
    phone.page.evaluate("ms => localStorage.setItem('clock offset', ms)", ahead / timedelta(milliseconds=1))


def take_places(server: Server, records: Records, cast: Cast, *, party: int) -> None:
    """Bohdan, on his own device, is first."""
    device = Device(cast.people["bohdan"])
    device.say(cast.events["small"], going=True, party=party)
    Line(server.port, server.origin or "", records.sign_in("bohdan")).exchange(device)
