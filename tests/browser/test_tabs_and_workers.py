"""Whoever drains the outbox may be stopped, and two may try at once."""

from playwright.sync_api import Page

from tests.support.cast import Cast
from tests.support.deeds import coming, put_into_outbox
from tests.support.fault_proxy import FaultProxy
from tests.support.faults import HoldAnswer, HoldRequest
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.screens import EventScreen
from tests.support.traffic import carries_operations

WITHOUT_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })"
WAITING_FOR_THE_LOCK = "async () => (await navigator.locks.query()).pending.length > 0"


def test_9_the_worker_is_stopped_while_draining(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """The worker drains in the background; the system stops it half-way. The outbox is whole, and is drained
    at the next load."""
    worker = amina.background_sync()
    amina.lose_connection()
    EventScreen(amina, cast, "small").open()
    put_into_outbox(amina, cast.people["amina"], coming(cast.events["small"], 3))
    amina.page.goto("about:blank")
    proxy.heal()
    proxy.break_on("/sync", HoldAnswer(), only=carries_operations)
    worker.dispatch("mo-outbox")
    proxy.wait_until(lambda proxy: [one for one in proxy.deliveries() if one.status == 200])
    worker.stop()
    proxy.heal()
    screen = EventScreen(amina, cast, "small").open()
    amina.wait_until_sent()
    assert [one.answered["results"][0]["replayed"] for one in proxy.deliveries()] == [False, True]
    assert (records.effects("small", "amina"), records.heads("small")) == (1, 3)
    screen.expect("confirmed")


def test_11_two_tabs_drain_at_once(amina: Phone, cast: Cast, proxy: FaultProxy, records: Records) -> None:
    """One drains, the other waits for it and finds nothing left."""
    first, second = pending_in_two_tabs(amina, cast, proxy)
    proxy.break_on("/sync", HoldRequest())
    for tab in (first, second):
        tab.evaluate("dispatchEvent(new Event('online'))")
    proxy.wait_until(FaultProxy.deliveries)
    amina.wait_until(WAITING_FOR_THE_LOCK)
    assert len(proxy.deliveries()) == 1
    proxy.heal()
    amina.wait_until_sent()
    assert len(proxy.deliveries()) == 1
    assert records.effects("small", "amina") == 1


def test_11_two_tabs_without_locks(phones: Phones, cast: Cast, proxy: FaultProxy, records: Records) -> None:
    """Both send, and still it has one effect."""
    phone = phones.signed_in("amina")
    phone.context.add_init_script(WITHOUT_LOCKS)
    phone.page.goto("/en/")
    phone.wait_until_ready(cast.people["amina"])
    tabs = pending_in_two_tabs(phone, cast, proxy)
    proxy.break_on("/sync", HoldRequest())
    for tab in tabs:
        tab.evaluate("dispatchEvent(new Event('online'))")
    proxy.wait_until(lambda proxy: len(proxy.deliveries()) == 2)
    proxy.heal()
    phone.wait_until_sent()
    proxy.wait_until(lambda proxy: all(one.done for one in proxy.deliveries()))
    replayed = [one.answered["results"][0]["replayed"] for one in proxy.deliveries()]
    assert sorted(replayed) == [False, True]
    assert records.effects("small", "amina") == 1


def pending_in_two_tabs(phone: Phone, cast: Cast, proxy: FaultProxy) -> tuple[Page, Page]:
    """Two tabs of the same phone, both quiet, and one operation that neither could send."""
    first = EventScreen(phone, cast, "small").open().page
    second = phone.new_tab()
    EventScreen(phone, cast, "small").open()
    phone.wait_until_quiet()
    put_into_outbox(phone, cast.people["amina"], coming(cast.events["small"], 3))
    return first, second
