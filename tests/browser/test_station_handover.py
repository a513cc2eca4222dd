"""A device becomes a station and is a person's again: by the real screens, and with nothing left behind."""

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from mo_app.checkin.models import Station, StationChange
from mo_app.kernel.actor import Role
from tests.support.cast import Cast
from tests.support.deeds import coming, put_into_outbox
from tests.support.fault_proxy import FaultProxy
from tests.support.maryam import invite, join, visitor
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.stations import DOOR, READY, TABLET, Tablet, checked_in

LEAVE = "Take this device back"
USE_PASSKEY = "Use a coordinator's passkey"


def holds_of(phone: Phone, name: str) -> list[str]:
    """Keys of all on the device that has this name in it."""
    stores = ("documents", "pages", "outbox", "staged", "state")
    return [key for store in stores for key, value in phone.stored(store).items() if name in str(value)]


@pytest.fixture
def coordinator(phones: Phones, records: Records) -> Phone:
    """The tablet that Maryam uses, who coordinates and has her passkey on it."""
    tablet = phones.new(**TABLET)
    tablet.expected.append("409")
    join(tablet.page, invite(records, Role.COORDINATOR))
    tablet.wait_until_quiet()
    return tablet


def passkey_of(phones: Phones, records: Records, role: Role) -> dict:
    """Of somebody who has joined on a phone of her own; it is on her other devices, too."""
    phone = visitor(phones)
    join(phone.page, invite(records, role))
    (passkey,) = phone.passkeys.kept()
    return passkey


def ask_to_leave(page: Page) -> None:
    page.locator("summary", has_text="This device").click()
    page.get_by_role("link", name=LEAVE).click()
    page.wait_for_url("**/checkin/leave")


def test_from_the_desk_to_the_door_and_back(
    coordinator: Phone, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """Made at the desk, used in a dead net, taken back with the passkey."""
    page = coordinator.page
    page.goto(f"/en/desk/events/{cast.events['small']}/door")
    page.get_by_role("button", name="Use this device for checking in").click()
    page.wait_for_url(f"**{DOOR}")
    with records.reading() as session:
        station = session.scalars(select(Station)).one().id
    coordinator.wait_until_ready(station)
    coordinator.wait_until(READY)
    assert holds_of(coordinator, "Maryam") == [f"{station},roster/{cast.events['small']}"]

    coordinator.lose_connection()
    page.reload()
    coordinator.wait_until(READY)
    assert "Bohdan Shevchuk" in str(coordinator.stored("documents"))

    proxy.heal()
    ask_to_leave(page)
    page.get_by_role("button", name=USE_PASSKEY).click()
    page.wait_for_url("**/en/")
    page.goto("/en/account")
    expect(page.get_by_label("Your name")).to_have_value("Maryam")
    assert "roster" not in str(coordinator.stored("documents"))
    assert not page.evaluate("caches.has('mo-station')")
    with records.reading() as session:
        whats = session.scalars(select(StationChange.what).order_by(StationChange.at)).all()
    assert whats == ["made", "left"]


def test_pages_of_who_made_it_cannot_be_read_after(coordinator: Phone, cast: Cast, proxy: FaultProxy) -> None:
    """Neither by going back, nor by their address, nor in the device's memory; connection or not."""
    page = coordinator.page
    page.goto("/en/account")
    page.goto("/en/desk/people")
    expect(page.locator("main")).to_contain_text("Amina Tesfay")
    page.goto(f"/en/desk/events/{cast.events['small']}/door")
    page.get_by_role("button", name="Use this device for checking in").click()
    page.wait_for_url(f"**{DOOR}")
    coordinator.wait_until(READY)
    coordinator.expected.append("403")
    for _ in range(4):
        page.go_back()
        expect(page.locator("html")).to_have_attribute("data-audience", "station")
        expect(page.locator("body")).not_to_contain_text("Maryam")
    page.goto(DOOR)
    coordinator.lose_connection()
    for path in ("/en/account", "/en/desk/people", "/en/schedule"):
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("data-path", "/offline")
    pages = {key.split("/", 2)[2] for key in coordinator.stored("pages")}
    assert pages == {"checkin", "offline"}


def test_no_station_is_made_while_something_of_hers_is_unsent(
    coordinator: Phone, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    page = coordinator.page
    page.goto(f"/en/desk/events/{cast.events['small']}/door")
    make = page.get_by_role("button", name="Use this device for checking in")
    expect(make).to_be_visible()
    coordinator.wait_until_quiet()
    proxy.refuse()
    me = coordinator.stored("state")["here"]["person"]
    put_into_outbox(coordinator, me, coming(cast.events["roomy"], 2))
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(make).to_be_hidden()
    expect(page.get_by_text("1 thing that was done on this device has not been sent yet")).to_be_visible()
    proxy.heal()
    page.evaluate("dispatchEvent(new Event('online'))")  # it may have tried by itself
    expect(make).to_be_visible()
    assert records.heads("roomy") == 2


def test_what_is_unsent_or_was_refused_comes_before_leaving(
    station_tablet: Tablet, phones: Phones, records: Records, cast: Cast, proxy: FaultProxy
) -> None:
    phone, page = station_tablet.phone, station_tablet.phone.page
    phone.passkeys.take(passkey_of(phones, records, Role.COORDINATOR))
    ask_to_leave(page)
    expect(page.get_by_role("button", name=USE_PASSKEY)).to_be_enabled()
    phone.lose_connection()
    gone = ("checkin.scan", {"event": station_tablet.event, "person": "a" * 16, "party": 1, "how": "tap"})
    put_into_outbox(phone, station_tablet.station, checked_in(cast, station_tablet, "amina"), gone)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("2 things that were done on this device have not been sent yet")).to_be_visible()
    expect(page.get_by_role("button", name=USE_PASSKEY)).to_be_hidden()
    page.get_by_role("button", name="Try now").click()
    expect(page.get_by_text("There is no connection that works.").filter(visible=True)).to_be_visible()
    proxy.heal()
    page.evaluate("dispatchEvent(new Event('online'))")
    page.locator("mo-handover").get_by_role("link", name="Not accepted").click()
    page.get_by_role("button", name="I have read it").click()
    expect(page.get_by_role("heading", name="Not accepted")).to_be_hidden()
    ask_to_leave(page)
    page.get_by_role("button", name=USE_PASSKEY).click()
    page.wait_for_url("**/en/")
    phone.wait_until_quiet()
    assert "Bohdan" not in str(phone.stored("documents")) + str(phone.stored("outbox"))
    assert phone.entries() == []


def test_a_members_passkey_does_not_open_the_tablet(
    station_tablet: Tablet, phones: Phones, records: Records
) -> None:
    phone, page = station_tablet.phone, station_tablet.phone.page
    phone.expected.append("403")
    phone.passkeys.take(passkey_of(phones, records, Role.MEMBER))
    ask_to_leave(page)
    page.get_by_role("button", name=USE_PASSKEY).click()
    expect(page.get_by_text("This is not a coordinator's passkey.").filter(visible=True)).to_be_visible()
    page.goto("/en/account")
    expect(page.locator("main")).to_contain_text("opens nothing else")
    page.goto(DOOR)
    station_tablet.wait_until_ready()
