"""A tablet at the door: it needs no connection, opens nothing else, and keeps nothing once it is over."""

import re
from datetime import UTC, datetime

from playwright.sync_api import expect
from sqlalchemy import select

from mo_app.checkin.models import Scan, Station
from mo_app.checkin.stations.operations import end_station, let_deliver, revoke_station
from tests.support.cast import Cast, clara_of
from tests.support.deeds import put_into_outbox
from tests.support.fault_proxy import FaultProxy
from tests.support.records import Records
from tests.support.stations import DOOR, Tablet, checked_in

ASSETS_KEPT = """async () => {
  const named = [...document.querySelectorAll("[data-station-assets]")]
  const urls = named.flatMap(element => JSON.parse(element.dataset.stationAssets))
  const kept = await Promise.all(urls.map(url => caches.match(url)))
  return urls.length > 0 && kept.every(Boolean)
}"""
NO_STATION_CACHE = "async () => !(await caches.has('mo-station'))"


def names_on(tablet: Tablet) -> str:
    """All that the tablet's own database says."""
    stores = ("documents", "pages", "outbox", "staged", "state")
    return "".join(str(tablet.phone.stored(store)) for store in stores)


def test_it_is_ready_and_then_needs_no_connection(
    station_tablet: Tablet, cast: Cast, proxy: FaultProxy
) -> None:
    """The line about it counts the names and says of when they are; after a reload in the dead net, too."""
    page = station_tablet.phone.page
    line = page.locator('mo-ready [data-when="ready"]')
    expect(line).to_be_visible()
    expect(line).to_contain_text("3 names are on this device.")
    expect(line).to_contain_text(re.compile(r"List of \d\d:\d\d \("))
    assert page.evaluate(ASSETS_KEPT)
    station_tablet.phone.lose_connection()
    for path in (DOOR, "/en/", "/", "/ar/checkin"):
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("data-path", "/checkin")
        station_tablet.wait_until_ready()
    assert "Bohdan Shevchuk" in str(station_tablet.phone.stored("documents"))


def test_it_is_not_ready_while_anything_is_missing(station_tablet: Tablet, proxy: FaultProxy) -> None:
    """What reads passes was thrown away by the browser: said without a connection, and mended with one."""
    phone = station_tablet.phone
    phone.lose_connection()
    phone.page.evaluate("caches.delete('mo-station')")
    phone.devtools().send("Network.clearBrowserCache")
    phone.page.reload()
    for words in ("Not ready for offline yet.", "Getting the scanner", "there is none at the moment"):
        expect(phone.page.get_by_text(words).filter(visible=True)).to_be_visible()
    expect(phone.page.get_by_text("Getting the list")).to_be_hidden()
    proxy.heal()
    phone.page.reload()
    station_tablet.wait_until_ready()


def test_it_opens_nothing_else(station_tablet: Tablet, cast: Cast) -> None:
    page = station_tablet.phone.page
    station_tablet.phone.expected.append("403")
    for path in ("/en/schedule", "/en/account", "/en/desk", f"/en/schedule/{cast.events['roomy']}"):
        page.goto(path)
        expect(page.locator("main")).to_contain_text("opens nothing else")
        expect(page.get_by_role("navigation")).to_have_count(0)
    page.get_by_role("link", name="To the check-in").click()
    page.wait_for_url(f"**{DOOR}")
    kept = {key.partition(",")[2] for key in station_tablet.phone.stored("documents")}
    assert kept == {"station"} | {f"{name}/{station_tablet.event}" for name in ("roster", "door", "tablets")}


def test_its_time_is_over_while_there_is_no_connection(
    station_tablet: Tablet, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """The names are hidden, and go after a day, for its clock may be wrong; what was done stays."""
    phone = station_tablet.phone
    phone.lose_connection()
    put_into_outbox(phone, station_tablet.station, checked_in(cast, station_tablet, "amina"))
    phone.page.clock.install(time=datetime(2036, 1, 1, tzinfo=UTC))
    phone.page.goto(DOOR)
    expect(phone.page.get_by_role("heading", name="has ended")).to_be_visible()
    expect(phone.page.get_by_text("1 check-in has not been sent yet.")).to_be_visible()
    expect(phone.page.get_by_text("The list of names is hidden").filter(visible=True)).to_be_visible()
    expect(phone.page.locator("mo-door")).to_have_count(0)
    phone.wait_until("async () => caches.has('mo-station')")
    assert "Bohdan" in names_on(station_tablet)
    phone.page.clock.fast_forward("25:00:00")
    phone.wait_until(NO_STATION_CACHE)
    assert "Bohdan" not in names_on(station_tablet)
    assert len(phone.outbox()) == 1


def test_a_clock_that_jumps_ahead_and_back_costs_nothing(station_tablet: Tablet, proxy: FaultProxy) -> None:
    phone = station_tablet.phone
    phone.lose_connection()
    phone.page.clock.install(time=datetime(2036, 1, 1, tzinfo=UTC))
    phone.page.reload()
    expect(phone.page.get_by_role("heading", name="has ended")).to_be_visible()
    phone.page.clock.set_system_time(datetime.now(UTC))
    phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(phone.page.get_by_role("button", name="Walk-in", exact=True)).to_be_visible()
    assert "Bohdan" in names_on(station_tablet)


def test_ended_at_the_desk(station_tablet: Tablet, cast: Cast, proxy: FaultProxy, records: Records) -> None:
    """What was done before it heard of it arrives all the same, or is read; then the tablet is anybody's."""
    phone = station_tablet.phone
    phone.lose_connection()
    gone = ("checkin.scan", {"event": station_tablet.event, "person": "a" * 16, "party": 1, "how": "tap"})
    put_into_outbox(phone, station_tablet.station, checked_in(cast, station_tablet, "amina"), gone)
    with records.writing() as session:
        end_station(**doing(session, cast), station_id=station_tablet.station)
    proxy.heal()
    phone.page.goto(DOOR)
    expect(phone.page.get_by_role("heading", name="has ended")).to_be_visible()
    phone.wait_until_sent()
    assert "Bohdan" not in names_on(station_tablet)
    with records.reading() as session:
        assert session.scalars(select(Scan.person_id)).all() == [cast.people["amina"]]
    expect(phone.page.get_by_text("It must be read first.").filter(visible=True)).to_be_visible()
    free = phone.page.get_by_role("button", name="Use this device for something else")
    expect(free).to_be_hidden()
    phone.page.get_by_role("button", name="I have read it").click()
    free.click()
    phone.page.wait_for_url("**/en/")
    expect(phone.page.locator("html")).to_have_attribute("data-audience", "public")
    with records.reading() as session:
        assert session.get_one(Station, station_tablet.station).token_hash is None


def test_revoked_it_forgets_the_names_and_sends_when_it_may(
    station_tablet: Tablet, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    phone = station_tablet.phone
    phone.expected.append("401")
    phone.lose_connection()
    put_into_outbox(phone, station_tablet.station, checked_in(cast, station_tablet, "amina"))
    with records.writing() as session:
        revoke_station(**doing(session, cast), station_id=station_tablet.station)
    proxy.heal()
    phone.page.goto(DOOR)
    expect(phone.page.get_by_role("heading", name="does not know this device")).to_be_visible()
    expect(phone.page.get_by_text("1 check-in has not been sent yet.")).to_be_visible()
    phone.wait_until(NO_STATION_CACHE)
    assert "Bohdan" not in names_on(station_tablet)
    assert len(phone.outbox()) == 1
    with records.writing() as session:
        let_deliver(**doing(session, cast), station_id=station_tablet.station)
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_until_sent()
    expect(phone.page.get_by_role("heading", name="has ended")).to_be_visible()
    with records.reading() as session:
        assert session.scalars(select(Scan.person_id)).all() == [cast.people["amina"]]


def doing(session, cast: Cast) -> dict:
    return {"session": session, "actor": clara_of(cast), "now": datetime.now(UTC)}
