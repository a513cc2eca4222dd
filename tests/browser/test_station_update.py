"""The server is updated during the evening; a minute later the net is gone. The door stays open."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.fault_proxy import FaultProxy
from tests.support.faults import CutBefore
from tests.support.server import Server
from tests.support.stations import DOOR, Tablet
from tests.support.tomorrow import MARK, NEW_WORKER, build_of_version, make_next_version, update

ALL_OF_ITS_BUILD = """() => new Promise(resolve => {
  const opening = indexedDB.open("mo")
  opening.onsuccess = () => {
    const getting = opening.result.transaction("pages").objectStore("pages").get("/en/checkin")
    getting.onsuccess = async () => {
      opening.result.close()
      const build = getting.result.html.match(/data-build="([0-9a-f]+)"/)[1]
      if (build === document.documentElement.dataset.build) return resolve(false)
      const cache = await caches.open("mo-station")
      const kept = (await cache.keys()).map(({ url }) => url)
      resolve(kept.filter(url => url.includes(build)).length > 10)
    }
  }
})"""


@pytest.fixture
def tomorrows(tmp_path: Path) -> Path:
    return make_next_version(tmp_path)


def expect_the_door(tablet: Tablet) -> None:
    page = tablet.phone.page
    expect(page.get_by_role("heading", name="Kitchen table")).to_be_visible()
    page.get_by_role("searchbox").fill("boh")
    expect(page.get_by_text("Bohdan Shevchuk").filter(visible=True).first).to_be_visible()


def bring_tomorrow(tablet: Tablet, server: Server, folder: Path) -> None:
    update(server, folder)
    page = tablet.phone.page
    page.evaluate("navigator.serviceWorker.ready.then(each => each.update())")
    page.evaluate("dispatchEvent(new Event('online'))")
    tablet.phone.wait_until(NEW_WORKER)


def test_the_new_version_is_fetched_whole_while_the_old_one_is_open(
    station_tablet: Tablet, server: Server, proxy: FaultProxy, tomorrows: Path
) -> None:
    phone = station_tablet.phone
    bring_tomorrow(station_tablet, server, tomorrows)
    phone.wait_until(ALL_OF_ITS_BUILD)
    phone.lose_connection()
    phone.devtools().send("Network.clearBrowserCache")
    phone.page.goto(DOOR)
    expect(phone.page.locator(f"html[{MARK}]")).to_have_count(1)
    station_tablet.wait_until_ready()
    expect_the_door(station_tablet)


def test_the_net_is_gone_before_all_of_the_new_version_is_there(
    station_tablet: Tablet, server: Server, proxy: FaultProxy, tomorrows: Path
) -> None:
    """What is missing of the new is taken from the old; and nobody is told that all is ready."""
    phone = station_tablet.phone
    tomorrow = build_of_version(tomorrows)
    proxy.break_on(f"/static/{tomorrow}/js/checkin/door/door.js", CutBefore())
    bring_tomorrow(station_tablet, server, tomorrows)
    expect(phone.page.get_by_text("Not ready for offline yet.").filter(visible=True)).to_be_visible()
    phone.lose_connection()
    phone.devtools().send("Network.clearBrowserCache")
    phone.page.goto(DOOR)
    assert phone.page.evaluate("document.documentElement.dataset.build") == tomorrow
    expect_the_door(station_tablet)
    expect(phone.page.get_by_text("Not ready for offline yet.").filter(visible=True)).to_be_visible()
