"""The other ways in at the door: searching, passes, walk-ins, and what was signed on paper."""

import re

import pytest
from playwright.sync_api import expect

from mo_app.accounts.models import Person
from tests.support.axe import bring_axe, complaints
from tests.support.cast import Cast
from tests.support.door import DoorScreen, came, say_coming, walk_ins
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.stations import DOOR, TABLET, Tablet, make_tablet

PHONE = {"viewport": {"width": 360, "height": 740}}
FORGET_DOCUMENTS = """() => new Promise(resolve => {
  indexedDB.open("mo").onsuccess = ({ target: { result } }) => {
    const tx = result.transaction("documents", "readwrite")
    tx.objectStore("documents").clear()
    tx.oncomplete = resolve
  }
})"""
HAS_NO_LIST = """() => new Promise(resolve => {
  indexedDB.open("mo").onsuccess = ({ target: { result } }) => {
    const asked = result.transaction("documents").objectStore("documents").getAllKeys()
    asked.onsuccess = () => resolve(asked.result.every(([, key]) => !key.includes("/")))
  }
})"""
LANDSCAPE = {"viewport": {"width": 1180, "height": 820}}


@pytest.fixture
def coming(records: Records) -> None:
    say_coming(records, "small", {"amina": 3, "bohdan": 1})


@pytest.fixture
def door(coming: None, station_tablet: Tablet) -> DoorScreen:
    return DoorScreen(station_tablet.phone)


def code_of(records: Records, cast: Cast, name: str) -> str:
    with records.reading() as session:
        return session.get_one(Person, cast.people[name]).pass_code


@pytest.mark.parametrize("typed", ["b", "shev", "shevchuk bo", "Бог", "шевч", "schewtsch", "BOHDÁN"])
def test_a_name_is_found_by_any_beginning_in_any_script(door: DoorScreen, typed: str) -> None:
    door.search(typed)
    expect(door.row("Bohdan")).to_be_visible()
    assert door.names() == ["Bohdan Shevchuk"]


def test_by_keyboard_alone(door: DoorScreen, records: Records) -> None:
    door.page.get_by_role("searchbox").focus()
    door.page.keyboard.type("boh")
    door.page.keyboard.press("Enter")
    door.expect_said("Bohdan Shevchuk, checked in")
    door.page.keyboard.type("ami")  # the letters before were of somebody else
    expect(door.row("Amina")).to_be_visible()
    door.page.keyboard.press("ArrowDown")
    door.page.keyboard.press("Enter")
    door.page.keyboard.press("Enter")
    door.expect_said("Amina Tesfay, checked in, 3")
    door.expect_counted("4 here", "Everything here is sent")
    assert set(came(records, "small")) == {"amina", "bohdan"}


def test_a_pass_is_answered_in_large_letters(door: DoorScreen, records: Records, cast: Cast) -> None:
    door.show_pass(code_of(records, cast, "bohdan"))
    door.expect_said("Bohdan Shevchuk, checked in")
    expect(door.last).to_contain_text("Ukrainian Saturday school")
    size = door.last.get_by_role("status").evaluate("line => parseFloat(getComputedStyle(line).fontSize)")
    assert size >= 28
    door.show_pass(code_of(records, cast, "amina"))
    expect(door.dialog).to_contain_text("Amina Tesfay")
    door.press("Check in 3 people")
    door.expect_counted("4 here", "Everything here is sent")


def test_a_pass_that_is_here_already_or_not_on_the_list_is_no_alarm(
    door: DoorScreen, records: Records, cast: Cast
) -> None:
    door.tap("Bohdan")
    door.show_pass(code_of(records, cast, "bohdan"))
    door.expect_said("Bohdan Shevchuk is here already")
    door.press("Other number")
    door.press("One more")
    door.press("Correct to 2 people")
    door.expect_counted("2 here")
    door.show_pass("a" * 16)
    door.expect_said(re.escape("This pass is not on the list. Please search for the name."))
    expect(door.page.get_by_role("alert").filter(visible=True)).to_have_count(0)


def test_a_walk_in(door: DoorScreen, records: Records) -> None:
    """What is missing is said at its field; the organisation is one that is known, or as they say it."""
    door.search("Lina")
    expect(door.page.get_by_text("Nobody found").filter(visible=True).first).to_be_visible()
    door.press("Add as walk-in")
    expect(door.dialog.get_by_label("Name", exact=True)).to_have_value("Lina")
    door.dialog.get_by_label("Name", exact=True).fill("")
    door.press("Check in 1 person")
    expect(door.dialog.get_by_text("Please enter a name")).to_be_visible()
    expect(door.dialog.get_by_text("Please ask first")).to_be_visible()
    door.dialog.get_by_label("Name", exact=True).fill("Lina K.")
    door.dialog.get_by_role("combobox").fill("saba women's GROUP")
    door.press("One more")
    door.dialog.get_by_label("They agree").check()
    door.press("Check in 2 people")
    door.expect_said(re.escape("Lina K., checked in, 2"))
    door.expect_counted("2 here", "1 walk-in", "Everything here is sent")
    (walk_in,) = walk_ins(records, "small")
    assert (walk_in.name, walk_in.party, walk_in.organisation_text) == ("Lina K.", 2, "")
    assert walk_in.organisation_id is not None
    door.press("Undo")
    door.expect_counted("0 here", "Everything here is sent")
    assert walk_ins(records, "small") == []


def test_who_is_on_the_list_is_no_walk_in(door: DoorScreen, records: Records) -> None:
    door.press("Walk-in")
    door.dialog.get_by_label("Name", exact=True).fill("vogel")
    door.dialog.get_by_role("button", name="Clara Vogel").click()
    door.expect_said("Clara Vogel, checked in")
    door.expect_counted("1 here", "Everything here is sent")
    assert (list(came(records, "small")), walk_ins(records, "small")) == (["clara"], [])


def test_from_paper(coming: None, phones: Phones, records: Records, cast: Cast) -> None:
    phone = phones.ready("clara", **TABLET)
    door = DoorScreen(phone)
    door.page.goto(f"{DOOR}?event={cast.events['small']}&paper=1")
    expect(door.page.get_by_text("Enter from paper", exact=True)).to_be_visible()
    door.tap("Bohdan")
    expect(door.row("Bohdan")).to_contain_text("entered from paper")
    door.press("Walk-in")
    door.dialog.get_by_label("Name", exact=True).fill("Lina")
    door.dialog.get_by_label("They agree").check()
    door.press("Check in 1 person")
    door.expect_counted("2 here", "Everything here is sent")
    assert came(records, "small") == {"bohdan": (1, "paper")}
    assert [walk_in.by for walk_in in walk_ins(records, "small")] == ["paper"]
    assert not door.page.evaluate(HAS_NO_LIST)
    door.page.reload()
    expect(door.row("Bohdan")).to_contain_text("entered from paper")
    door.page.goto("/en/desk")
    phone.wait_until(HAS_NO_LIST)


def test_a_coordinators_own_device_is_no_station(coming: None, phones: Phones, cast: Cast) -> None:
    """Nor does it wait for a list that never comes."""
    page = phones.ready("clara", **TABLET).page
    page.goto(f"{DOOR}?event={cast.events['small']}")
    expect(page.get_by_text("For which event?")).to_be_visible()
    expect(page.locator("mo-scanner, .guest-tap")).to_have_count(0)
    page.goto(f"{DOOR}?event=nowhere&paper=1")
    expect(page.get_by_text("This does not exist, or no longer.")).to_be_visible()
    expect(page.get_by_text("It comes by itself")).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("shape", [{}, PHONE, LANDSCAPE], ids=["portrait", "phone", "landscape"])
def test_everybody_can_use_it(
    coming: None, phones: Phones, records: Records, cast: Cast, shape: dict[str, object], language: str
) -> None:
    door = DoorScreen(make_tablet(phones, **shape).phone)
    bring_axe(door.phone.context)
    door.page.goto(f"/{language}/checkin")
    door.tap("Bohdan")
    expect(door.page.locator(".is-here")).to_be_visible()
    assert complaints(door.page) == []
    door.tap("Amina")
    assert complaints(door.page) == []
    door.page.keyboard.press("Escape")
    door.page.locator("[data-act=walk-in]").first.click()
    door.page.keyboard.press("Enter")
    expect(door.page.locator("dialog [aria-invalid=true]").first).to_be_visible()
    assert complaints(door.page) == []
    door.page.keyboard.press("Escape")
    door.show_pass(code_of(records, cast, "bohdan"))
    door.search("xyz")
    assert complaints(door.page) == []


def test_before_the_list_is_there_nobody_is_sent_away(phones: Phones, records: Records) -> None:
    """On a tablet it comes by itself; a coordinator chooses an event first."""
    tablet = make_tablet(phones)
    tablet.phone.lose_connection()
    tablet.phone.page.evaluate(FORGET_DOCUMENTS)
    tablet.phone.page.reload()
    expect(tablet.phone.page.get_by_text("The list is not on this device yet")).to_be_visible()
    expect(tablet.phone.page.get_by_text("For which event?")).to_be_hidden()


def test_a_coordinator_chooses_an_event_first(phones: Phones) -> None:
    clara = phones.ready("clara", **TABLET)
    clara.page.goto(DOOR)
    expect(clara.page.get_by_text("For which event?")).to_be_visible()
