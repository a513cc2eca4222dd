"""Devices that can keep nothing say so, and send what is done at once."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.cast import Cast
from tests.support.fault_proxy import FaultProxy
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records

UP_TO_DATE = re.compile(r"Up to date at \d\d:\d\d")
SAID = {"blocked": UP_TO_DATE, "full": "No room left on this device"}
BLOCKED = """indexedDB.open = () => { throw new DOMException("not in a private window", "SecurityError") }"""
FULL = """
const full = () => { throw new DOMException("no room", "QuotaExceededError") }
const put = IDBObjectStore.prototype.put
IDBObjectStore.prototype.add = full
IDBObjectStore.prototype.put = function (...values) {
  return this.name === "pages" ? full() : put.apply(this, values)
}
"""
LOAD = """() => import(`/static/${document.documentElement.dataset.build}/js/offline/save.js`)
  .then(module => { window.save = module.save })"""
SAVE = """async event => {
  const needs = { interpreting: null, children: 0, step_free: false }
  return save("rsvp.set", { event, going: true, party: 3, needs, base: 0 })
}"""


@pytest.fixture(params=[(BLOCKED, "blocked"), (FULL, "full")], ids=["blocked", "full"])
def device(request: pytest.FixtureRequest, phones: Phones) -> tuple[Phone, str]:
    script, reason = request.param
    phone = phones.signed_in("amina")
    phone.context.add_init_script(script)
    phone.page.goto("/en/device")
    expect(said(phone.page, reason)).to_be_visible()
    expect(phone.page.get_by_text(SAID[reason])).to_be_visible()
    phone.page.evaluate(LOAD)
    return phone, reason


def said(page: Page, reason: str) -> Locator:
    return page.locator(f"mo-status [data-when=unkept-{reason}]")


def test_it_is_sent_directly(device: tuple[Phone, str], cast: Cast, records: Records) -> None:
    saved = device[0].page.evaluate(SAVE, cast.events["roomy"])
    assert saved["how"] == "sent", saved
    assert records.heads("roomy") == 3


def test_without_a_connection_nothing_is_said_to_be_saved(
    device: tuple[Phone, str], cast: Cast, records: Records
) -> None:
    phone, reason = device
    phone.context.set_offline(True)
    phone.expected.append("ERR_INTERNET_DISCONNECTED")
    assert phone.page.evaluate(SAVE, cast.events["roomy"]) == {"how": "unkept", "reason": reason}
    phone.context.set_offline(False)
    expect(phone.page.get_by_text(SAID[reason])).to_be_visible()
    assert records.heads("roomy") == 0


def test_where_the_room_ran_out_the_network_is_asked_first(
    amina: Phone, proxy: FaultProxy, records: Records
) -> None:
    """What is kept grows old, and serves only where nothing newer is to be had."""
    amina.context.add_init_script(FULL)
    records.cancel("small")
    amina.page.goto("/en/schedule")
    expect(said(amina.page, "full")).to_be_visible()
    amina.page.goto("/en/schedule")
    expect(amina.page.locator("html[data-kept]")).to_have_count(0)
    amina.lose_connection()
    amina.page.goto("/en/schedule")
    expect(amina.page.locator("html[data-kept]")).to_have_count(1)
