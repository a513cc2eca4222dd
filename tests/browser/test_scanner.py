"""The camera at the door reads the passes that phones really show; without one, it says so in a word."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Playwright, expect
from sqlalchemy import select

from mo_app.accounts.models import Person
from mo_app.checkin.models import Scan
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.support.camera import Camera, two_cameras
from tests.support.cast import Cast
from tests.support.evenings import Evening
from tests.support.fault_proxy import FaultProxy
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.server import Server
from tests.support.stations import DOOR, make_tablet

HEAR = """() => {
  window.heard = []
  document.addEventListener("pass", ({ detail }) => window.heard.push(detail.code))
}"""
IS_DRAWN = "() => document.querySelector('.pass-code').naturalWidth > 0"
IS_ALIVE = "() => customElements.get('mo-scanner') !== undefined"
RUNNING = "() => document.querySelector('video').srcObject?.active === true"
STOPPED = "() => document.querySelector('video').srcObject === null"
WHICH = "document.querySelector('video').srcObject?.getVideoTracks()[0].getSettings().deviceId"
IN_USE = """
navigator.mediaDevices.getUserMedia = async () => {
  throw new DOMException("Could not start video source", "NotReadableError")
}"""
HIDE = """hidden => {
  const get = () => hidden ? "hidden" : "visible"
  Object.defineProperty(document, "visibilityState", { get, configurable: true })
  document.dispatchEvent(new Event("visibilitychange"))
}"""


@pytest.fixture(scope="module")
def camera(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Camera]:
    film = tmp_path_factory.mktemp("camera") / "film.mjpeg"
    camera = Camera.switched_on(playwright, film, CHROMIUM_FLAGS)
    yield camera
    camera.browser.close()


@pytest.fixture
def at_door(camera: Camera, phones: Phones) -> Iterator[Phones]:
    """Devices whose camera it is."""
    at_door = replace(phones, browser=camera.browser, phones=[])
    yield at_door
    at_door.switch_off(network_broke=phones.proxy.harmed)


@pytest.fixture
def her_pass(amina: Phone, camera: Camera) -> Phone:
    """Amina holds her phone up to the camera."""
    amina.page.goto("/en/pass")
    amina.wait_until(IS_DRAWN)
    camera.look_at(amina.page)
    return amina


def scan(tablet: Phone) -> Locator:
    tablet.page.goto(DOOR)
    tablet.wait_until(IS_ALIVE)
    tablet.page.evaluate(HEAR)
    scanner = tablet.page.locator("mo-scanner")
    scanner.get_by_role("button", name="Scan a pass").click()
    return scanner


def test_a_pass_held_to_the_camera_is_read_once_with_the_server_gone(
    her_pass: Phone, at_door: Phones, server: Server, proxy: FaultProxy, records: Records, cast: Cast
) -> None:
    tablet = make_tablet(at_door).phone
    server.kill()
    tablet.lose_connection()
    scanner = scan(tablet)
    expect(scanner.get_by_text("Pass read.")).to_be_visible()
    expect(tablet.page.locator(".door-last")).to_contain_text("Amina Tesfay")
    expect(scanner.get_by_text("Pass read.")).to_be_hidden()
    with records.reading() as session:
        code = session.get_one(Person, cast.people["amina"]).pass_code
    assert tablet.page.evaluate("window.heard") == [code], "held there all the while, it is still the same"
    server.start()
    proxy.heal()
    tablet.page.reload()
    tablet.wait_until_sent()
    with records.reading() as session:
        rows = session.execute(select(Scan.person_id, Scan.how)).all()
    assert [tuple(row) for row in rows] == [(cast.people["amina"], "pass")]


def test_what_is_no_pass_is_said_to_be_none(
    amina: Phone, camera: Camera, at_door: Phones, records: Records, phones: Phones
) -> None:
    """Somebody holds up the poster from the door."""
    evening = Evening.planned(records)
    clara = phones.signed_in("clara")
    clara.page.goto(f"/en/desk/events/{evening.id}/door/poster")
    camera.look_at(clara.page)
    tablet = make_tablet(at_door).phone
    expect(scan(tablet).get_by_text("This is not a pass.")).to_be_visible()
    assert tablet.page.evaluate("window.heard") == []


def test_the_camera_rests_while_nobody_can_see_it(her_pass: Phone, at_door: Phones) -> None:
    tablet = make_tablet(at_door).phone
    scanner = scan(tablet)
    tablet.wait_until(RUNNING)
    tablet.page.evaluate(HIDE, True)
    tablet.wait_until(STOPPED)
    tablet.page.evaluate(HIDE, False)
    tablet.wait_until(RUNNING)
    scanner.get_by_role("button", name="Stop the camera").click()
    tablet.wait_until(STOPPED)
    tablet.page.evaluate(HIDE, True)
    tablet.page.evaluate(HIDE, False)
    expect(scanner.get_by_role("button", name="Scan a pass")).to_be_visible()


def test_the_other_camera_is_one_tap_away_and_is_the_one_next_time(
    playwright: Playwright, phones: Phones, request: pytest.FixtureRequest
) -> None:
    browser = two_cameras(playwright, CHROMIUM_FLAGS)
    request.addfinalizer(browser.close)
    tablet = make_tablet(replace(phones, browser=browser, phones=[])).phone
    scanner = scan(tablet)
    switch = scanner.get_by_role("button", name="Other camera")
    expect(switch).to_be_visible()
    one = tablet.page.evaluate(WHICH)
    switch.click()
    tablet.wait_until(f"one => {WHICH} && {WHICH} !== one", one)
    other = tablet.page.evaluate(WHICH)
    scan(tablet)
    tablet.wait_until(RUNNING)
    assert tablet.page.evaluate(WHICH) == other


def expect_search_to_go_on(tablet: Phone, words: str) -> None:
    expect(scan(tablet).get_by_text(words)).to_be_visible()
    tablet.page.get_by_role("searchbox").fill("tesf")
    expect(tablet.page.locator("mo-door").get_by_text("Amina Tesfay").first).to_be_visible()


def test_a_camera_that_is_refused(
    playwright: Playwright, phones: Phones, request: pytest.FixtureRequest
) -> None:
    browser = two_cameras(playwright, CHROMIUM_FLAGS, allowed=False)
    request.addfinalizer(browser.close)
    tablet = make_tablet(replace(phones, browser=browser, phones=[])).phone
    expect_search_to_go_on(tablet, "does not let this page use the camera")


def test_a_device_without_a_camera(phones: Phones) -> None:
    tablet = make_tablet(phones).phone
    tablet.context.grant_permissions(["camera"])
    expect_search_to_go_on(tablet, "This device has no camera.")


def test_a_camera_that_something_else_uses(phones: Phones) -> None:
    tablet = make_tablet(phones).phone
    tablet.context.add_init_script(IN_USE)
    expect_search_to_go_on(tablet, "Something else is using the camera.")
