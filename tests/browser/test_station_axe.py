"""Pages that only a tablet at the door shows, in its own states: nothing stands in anybody's way."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.support.axe import bring_axe, complaints
from tests.support.cast import Cast
from tests.support.deeds import put_into_outbox
from tests.support.fault_proxy import FaultProxy
from tests.support.stations import Tablet, checked_in


@pytest.mark.parametrize("language", ["de", "ar"])
def test_axe_finds_nothing(station_tablet: Tablet, cast: Cast, proxy: FaultProxy, language: str) -> None:
    phone, page = station_tablet.phone, station_tablet.phone.page
    bring_axe(phone.context)
    door = f"/{language}/checkin"
    page.goto(door)
    station_tablet.wait_until_ready()
    page.locator("summary").last.click()
    assert complaints(page) == []
    page.goto(f"{door}/leave")
    expect(page.locator("mo-passkey button").first).to_be_enabled()
    assert complaints(page) == []
    phone.expected.append("403")
    page.goto(f"/{language}/schedule")
    assert complaints(page) == []

    page.goto(door)
    phone.lose_connection()
    put_into_outbox(phone, station_tablet.station, checked_in(cast, station_tablet, "amina"))
    page.goto(f"/{language}/schedule")
    expect(page.locator("html")).to_have_attribute("data-path", "/offline")
    assert complaints(page) == []
    page.clock.install(time=datetime(2036, 1, 1, tzinfo=UTC))
    page.goto(door)
    expect(page.locator("mo-station > section[data-when=hidden]")).to_be_visible()
    assert complaints(page) == []
