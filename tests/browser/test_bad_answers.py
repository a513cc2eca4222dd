"""A server that is broken or busy, and something else that answers in its stead."""

import pytest
from playwright.sync_api import expect

from tests.support import memory
from tests.support.cast import Cast
from tests.support.fault_proxy import FaultProxy
from tests.support.faults import AnswerInstead, CutWithin, Fault, captive_portal
from tests.support.phone import Phone
from tests.support.records import Records
from tests.support.screens import EventScreen

WAIT = 5  # seconds; a phone alone would come back after 2 to 4
SOMEBODY_ELSES = AnswerInstead(200, {"Content-Type": "application/json"}, b'{"results": [], "ok": true}')


@pytest.mark.parametrize(
    "fault",
    [
        AnswerInstead(500, {}, b"<h1>Internal Server Error</h1>"),
        captive_portal(),
        SOMEBODY_ELSES,
        CutWithin(0.9),
    ],
    ids=["500", "captive portal", "another's JSON", "cut within"],
)
def test_8_what_is_no_answer_changes_nothing(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records, fault: Fault
) -> None:
    """Nothing leaves the outbox, "last updated" stays, and it is sent once the server is back."""
    screen = EventScreen(amina, cast, "small").open()
    amina.wait_until_quiet()
    before = answered(amina, cast)
    proxy.break_on("/sync", fault)
    screen.say_coming(2)
    proxy.wait_until(lambda proxy: [one for one in proxy.deliveries() if one.done])
    screen.expect("pending")
    assert [entry["payload"]["party"] for entry in amina.outbox()] == [2]
    assert answered(amina, cast) == before
    proxy.heal()
    amina.wait_until_sent()
    assert (records.effects("small", "amina"), records.heads("small")) == (1, 2)


@pytest.mark.parametrize("status", [503, 429])
def test_8_busy_is_asked_again_when_it_says(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records, status: int
) -> None:
    """Retry-After holds, though the page is loaded again meanwhile."""
    screen = EventScreen(amina, cast, "small").open()
    amina.wait_until_quiet()
    proxy.break_on("/sync", AnswerInstead(status, {"Retry-After": str(WAIT)}), times=1)
    screen.say_coming(2)
    amina.wait_until(memory.TOLD_TO_WAIT)
    screen.open()
    amina.wait_until_sent()
    busy, again = proxy.deliveries()
    assert again.at - busy.at >= WAIT
    assert records.effects("small", "amina") == 1
    screen.expect("confirmed")


def test_8_a_captive_portal_is_not_kept(amina: Phone, cast: Cast, proxy: FaultProxy) -> None:
    """While it answers for everything, the app shows what it has, and says that it is not connected."""
    proxy.break_on("*", captive_portal())
    for path in ("/en/", "/en/schedule", f"/en/schedule/{cast.events['small']}"):
        amina.page.goto(path)
        expect(amina.page).not_to_have_title("Welcome on board")
        expect(amina.page.locator(".status")).to_be_visible()
    proxy.heal()
    EventScreen(amina, cast, "small").open().expect("open")


def answered(phone: Phone, cast: Cast) -> str:
    """When the server last really answered Amina, as the device has it."""
    return phone.stored("state")[f"person/{cast.people['amina']}"]["answered"]
