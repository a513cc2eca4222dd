"""At the door: one tap and somebody is in, whatever they said before, with or without a connection."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.cast import Cast
from tests.support.door import DoorScreen, came, forget_person, say_coming, undone
from tests.support.fault_proxy import FaultProxy
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.stations import Tablet, make_tablet

BREAK_OUTBOX = """() => {
  IDBObjectStore.prototype.add = () => { throw new DOMException("no room", "QuotaExceededError") }
}"""


@pytest.fixture
def coming(records: Records) -> None:
    """Amina comes with two others, Bohdan alone; Clara has said nothing."""
    say_coming(records, "small", {"amina": 3, "bohdan": 1})


@pytest.fixture
def door(coming: None, station_tablet: Tablet) -> DoorScreen:
    return DoorScreen(station_tablet.phone)


def test_one_tap_and_he_is_in(door: DoorScreen, records: Records) -> None:
    door.expect_counted("0 here", "4 said they come")
    assert door.names() == ["Amina Tesfay", "Bohdan Shevchuk"]
    door.tap("Bohdan")
    door.expect_here("Bohdan")
    door.expect_said("Bohdan Shevchuk, checked in")
    door.expect_counted("1 here", "Everything here is sent")
    expect(door.last.get_by_text("Sent", exact=True)).to_be_visible()
    assert {name: party for name, (party, _) in came(records, "small").items()} == {"bohdan": 1}


def test_of_three_it_asks_how_many_came_and_proposes_three(door: DoorScreen, records: Records) -> None:
    door.tap("Amina")
    expect(door.dialog).to_contain_text("They said: 3 people.")
    expect(door.dialog.get_by_label("How many came?")).to_have_value("3")
    door.press("Check in 3 people")
    door.expect_said("Amina Tesfay, checked in, 3")
    door.expect_counted("3 here", "Everything here is sent")
    assert came(records, "small")["amina"][0] == 3


def test_fewer_came(door: DoorScreen) -> None:
    door.tap("Amina")
    door.press("One fewer")
    door.press("Check in 2 people")
    door.expect_said("Amina Tesfay, checked in, 2")
    door.expect_counted("2 here")


def test_without_a_connection_it_is_kept_and_sent_later(
    door: DoorScreen, proxy: FaultProxy, records: Records
) -> None:
    door.phone.lose_connection()
    door.tap("Bohdan")
    door.expect_here("Bohdan")
    door.expect_counted("1 here", "1 not sent yet from this device")
    expect(door.last).to_contain_text("Saved on this device, not sent yet")
    door.page.reload()
    door.expect_here("Bohdan")
    expect(door.row("Bohdan").get_by_text("Not sent yet")).to_be_attached()
    assert came(records, "small") == {}
    proxy.heal()
    door.page.evaluate("dispatchEvent(new Event('online'))")
    door.expect_counted("1 here", "Everything here is sent")
    assert list(came(records, "small")) == ["bohdan"]


def test_the_last_one_is_taken_back_and_comes_again(door: DoorScreen, records: Records) -> None:
    door.tap("Bohdan")
    door.press("Undo")
    door.expect_not_here("Bohdan")
    door.expect_said("Bohdan Shevchuk, not checked in any more")
    door.expect_counted("0 here", "Everything here is sent")
    assert (came(records, "small"), undone(records)) == ({}, 1)
    door.press("Undo")
    door.expect_here("Bohdan")
    door.expect_counted("1 here", "Everything here is sent")
    assert list(came(records, "small")) == ["bohdan"]


def test_any_of_them_is_taken_back_at_its_row(door: DoorScreen, proxy: FaultProxy, records: Records) -> None:
    """Also what was not sent yet: both are, and the scan named."""
    door.phone.lose_connection()
    door.tap("Bohdan")
    door.expect_here("Bohdan")
    door.phone.wait_until_pending(1)  # the mark comes before the disk
    door.page.reload()
    door.tap("Bohdan")
    expect(door.dialog).to_contain_text("Here since")
    door.press("Not here: undo")
    door.expect_not_here("Bohdan")
    door.expect_counted("0 here", "2 not sent yet from this device")
    proxy.heal()
    door.page.evaluate("dispatchEvent(new Event('online'))")
    door.expect_counted("Everything here is sent")
    assert (came(records, "small"), undone(records)) == ({}, 1)


@pytest.mark.parametrize(("step", "times", "number"), [("One more", 2, 5), ("One fewer", 1, 2)])
def test_the_number_is_corrected(
    door: DoorScreen, records: Records, step: str, times: int, number: int
) -> None:
    door.tap("Amina")
    door.press("Check in 3 people")
    door.expect_said("Amina Tesfay, checked in, 3")
    door.tap("Amina")
    for _ in range(times):
        door.press(step)
    door.press(f"Correct to {number} people")
    door.expect_said(f"Amina Tesfay, now {number}")
    door.expect_counted(f"{number} here", "Everything here is sent")
    door.press("Undo")
    door.expect_counted("3 here", "Everything here is sent")


def test_in_on_another_tablet_is_no_alarm(door: DoorScreen, phones: Phones, records: Records) -> None:
    other = DoorScreen(make_tablet(phones).phone)
    door.tap("Bohdan")
    door.expect_counted("Everything here is sent")
    other.page.evaluate("dispatchEvent(new Event('online'))")
    other.expect_here("Bohdan", tablet="Tablet 1")
    other.expect_counted("1 here")
    expect(other.page.locator(".door-counter").first).to_contain_text("Tablet 1 last heard")
    other.tap("Bohdan")
    expect(other.dialog).to_contain_text("Here since")


@pytest.mark.parametrize(
    ("arrange", "word"),
    [
        (lambda records: None, "Not registered"),
        (lambda records: say_coming(records, "small", {}, declined="clara"), "Said they can't come"),
    ],
    ids=["said nothing", "declined"],
)
def test_who_is_here_is_in_whatever_they_said(
    arrange: Callable[[Records], None], word: str, coming: None, records: Records, phones: Phones
) -> None:
    arrange(records)
    door = DoorScreen(make_tablet(phones).phone)
    expect(door.row("Clara")).to_have_count(0)
    door.search("vog")
    expect(door.row("Clara")).to_contain_text(word)
    door.tap("Clara")
    door.expect_here("Clara")
    door.expect_counted("1 here", "Everything here is sent")
    assert list(came(records, "small")) == ["clara"]


def test_a_cancelled_event_says_so_and_lets_people_in(coming: None, records: Records, phones: Phones) -> None:
    records.cancel("small")
    door = DoorScreen(make_tablet(phones).phone)
    expect(door.page.get_by_text("This event is cancelled.")).to_be_visible()
    door.tap("Bohdan")
    door.expect_counted("1 here", "Everything here is sent")


def test_what_could_not_be_kept_is_not_marked(door: DoorScreen, proxy: FaultProxy) -> None:
    door.phone.lose_connection()
    door.page.evaluate(BREAK_OUTBOX)
    door.tap("Bohdan")
    expect(door.last.get_by_role("alert")).to_contain_text("no room left")
    expect(door.last).to_contain_text("Not saved: Bohdan Shevchuk")
    expect(door.page.locator("mo-ready")).to_contain_text("there is no room left", use_inner_text=True)
    expect(door.page.get_by_text("Ready for offline.")).to_be_hidden()
    door.expect_not_here("Bohdan")
    door.expect_counted("0 here")
    door.press("I have read this")
    expect(door.last.get_by_role("alert")).to_be_hidden()


def test_what_the_server_refuses_stays_with_its_reason(
    door: DoorScreen, proxy: FaultProxy, records: Records, cast: Cast
) -> None:
    door.phone.lose_connection()
    door.search("clara")
    door.tap("Clara")
    door.expect_here("Clara")
    forget_person(records, "clara")
    proxy.heal()
    door.page.evaluate("dispatchEvent(new Event('online'))")
    refused = door.page.locator("[aria-live] section").filter(has_text="Not accepted")
    expect(refused).to_be_visible()
    door.expect_said("Not accepted: Clara Vogel")
    expect(door.last.get_by_text("checked in").filter(visible=True)).to_have_count(0)
    expect(refused).to_contain_text("Checked in: 1 person")
    expect(refused).to_contain_text("Clara Vogel")
    door.expect_counted("0 here", "1 not accepted")
    expect(door.page.get_by_text("Everything here is sent")).to_be_hidden()
    list_box, refused_box = door.page.locator("#door-list").bounding_box(), refused.bounding_box()
    assert list_box
    assert refused_box
    assert refused_box["y"] < list_box["y"]
    expect(door.page.locator("header .status-link")).to_have_attribute("href", "/en/checkin#outbox-rejected")
    refused.get_by_role("button", name="I have read it").click()
    expect(refused).to_be_hidden()
    expect(door.last.get_by_text("Clara").filter(visible=True)).to_have_count(0)
