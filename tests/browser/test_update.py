"""The server is updated while old pages and an old worker are in use (fault 20)."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.cast import Cast
from tests.support.deeds import coming, put_into_outbox
from tests.support.fault_proxy import FaultProxy
from tests.support.phone import Phone
from tests.support.records import Records
from tests.support.screens import DeviceScreen, EventScreen
from tests.support.server import Server
from tests.support.tomorrow import MARK, NEW_WORKER, make_next_version, update
from tests.support.traffic import Seen


@pytest.fixture
def next_version(tmp_path: Path) -> Path:
    """The app as it might be tomorrow: another build, whose pages and scripts can be told from today's."""
    return make_next_version(tmp_path)


def test_20_old_pages_work_and_nothing_is_reloaded_under_typing_fingers(
    amina: Phone, cast: Cast, server: Server, records: Records, next_version: Path
) -> None:
    """What is being typed stays; what is said on an old page is taken; the next page is a new one."""
    screen = EventScreen(amina, cast, "small").open()
    amina.wait_until_quiet()
    screen.party.fill("3")
    amina.page.evaluate("document.body.dataset.same = 'yes'")

    update(server, next_version)
    amina.page.evaluate("navigator.serviceWorker.ready.then(each => each.update())")
    amina.wait_until("async () => (await navigator.serviceWorker.ready).waiting !== null")
    amina.page.evaluate("dispatchEvent(new Event('online'))")
    expect(amina.page.get_by_text("A new version of the app is ready").filter(visible=True)).to_be_visible()
    expect(screen.party).to_have_value("3")
    expect(amina.page.locator("body")).to_have_attribute("data-same", "yes")

    screen.say()
    amina.wait_until_sent()
    assert records.heads("small") == 3
    expect(amina.page.locator("body")).to_have_attribute("data-same", "yes")
    screen.open().expect("confirmed")
    expect(amina.page.locator(f"html[{MARK}]")).to_have_count(1)


def test_20_what_waits_in_the_outbox_outlives_the_update(
    amina: Phone, cast: Cast, server: Server, proxy: FaultProxy, records: Records, next_version: Path
) -> None:
    """Also what only the next version would know: it is asked again after the update."""
    device = DeviceScreen(amina).open()
    put_into_outbox(amina, cast.people["amina"], ("cake.bring", {"slices": 12}))
    device.open()
    expect(device.pending).to_have_count(1)
    server.stop()
    put_into_outbox(amina, cast.people["amina"], coming(cast.events["small"], 2))
    proxy.forget()
    update(server, next_version)
    device.open()
    amina.wait_until_sent()
    assert records.heads("small") == 2
    amina.wait_until(NEW_WORKER)
    device.open()
    proxy.wait_until(lambda proxy: "cake.bring" in kinds_of(proxy.deliveries()))
    expect(device.pending).to_have_count(1)


def kinds_of(deliveries: list[Seen]) -> list[str]:
    return [operation["kind"] for one in deliveries for operation in one.said["operations"]]
