"""At the door nothing stands in the way either: the pass, checking oneself in, the camera at work."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.browser.conftest import CHROMIUM_FLAGS
from tests.support.axe import bring_axe, complaints
from tests.support.camera import two_cameras
from tests.support.evenings import Evening
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.stations import make_tablet


@pytest.fixture
def with_cameras(playwright: Playwright) -> Iterator[Browser]:
    browser = two_cameras(playwright, CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_phone_at_the_door(phones: Phones, records: Records, language: str) -> None:
    evening = Evening.planned(records)
    phone = phones.signed_in("amina", service_workers="block")
    bring_axe(phone.context)
    phone.page.goto(f"/{language}/pass")
    expect(phone.page.locator(".pass-name")).to_have_text("Amina Tesfay")
    assert complaints(phone.page) == []
    phone.page.locator("[data-opens=renew-pass]").click()
    assert complaints(phone.page) == []
    phone.page.goto(f"/{language}/schedule/{evening.id}#here={evening.code}")
    button = phone.page.locator("mo-here [type=submit]")
    expect(button).to_be_visible()
    assert complaints(phone.page) == []
    button.click()
    expect(phone.page.locator("mo-here .is-confirmed")).to_be_visible()
    assert complaints(phone.page) == []


def test_a_tablet_with_its_camera_on(phones: Phones, with_cameras: Browser) -> None:
    tablet = make_tablet(replace(phones, browser=with_cameras, phones=[])).phone
    bring_axe(tablet.context)
    tablet.page.reload()
    tablet.page.get_by_role("button", name="Scan a pass").click()
    expect(tablet.page.get_by_role("button", name="Other camera")).to_be_visible()
    assert complaints(tablet.page) == []
    tablet.page.get_by_role("button", name="Show the door's code").click()
    assert complaints(tablet.page) == []
