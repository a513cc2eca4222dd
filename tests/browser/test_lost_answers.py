"""Requests and answers that are lost: nothing is lost with them, and nothing happens twice."""

import pytest

from tests.support.cast import Cast
from tests.support.fault_proxy import FaultProxy
from tests.support.faults import CutAfter, CutBefore, Fault, Hang, HoldAnswer
from tests.support.phone import Phone
from tests.support.records import Records
from tests.support.screens import EventScreen
from tests.support.traffic import Seen, carries_operations


def test_1_the_answer_is_lost(amina: Phone, cast: Cast, proxy: FaultProxy, records: Records) -> None:
    """The server commits, the answer is lost, the device sends again by itself: one effect, and the result of
    the first time, marked replayed."""
    screen = EventScreen(amina, cast, "small").open()
    proxy.break_on("/sync", CutAfter(), times=1, only=carries_operations)
    screen.say_coming(3)
    amina.wait_until_sent()
    first, second = proxy.deliveries()
    assert_replayed(first, second)
    assert (records.effects("small", "amina"), records.heads("small")) == (1, 3)
    screen.expect("confirmed")


@pytest.mark.parametrize("fault", [CutBefore(), Hang()])
def test_2_the_request_is_lost(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records, fault: Fault
) -> None:
    """It never reaches the server: saved, said so, and one effect once the network is back."""
    screen = EventScreen(amina, cast, "small").open()
    amina.wait_until_quiet()
    proxy.break_on("/sync", fault)
    screen.say_coming(3)
    proxy.wait_until(FaultProxy.deliveries)
    screen.expect("pending")
    assert (records.effects("small", "amina"), len(amina.outbox())) == (0, 1)
    proxy.heal()
    amina.page.reload()
    amina.wait_until_sent()
    assert (records.effects("small", "amina"), records.heads("small")) == (1, 3)
    screen.expect("confirmed")


def test_10_the_tab_dies_after_the_answer(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """The server has answered; the tab dies before the outbox knows. Sent again: replayed, one effect."""
    screen = EventScreen(amina, cast, "small").open()
    proxy.break_on("/sync", HoldAnswer(), only=carries_operations)
    screen.say_coming(3)
    proxy.wait_until(lambda proxy: [one for one in proxy.deliveries() if one.status == 200])
    amina.close_tab()
    proxy.heal()
    screen.open()
    amina.wait_until_sent()
    assert_replayed(*proxy.deliveries())
    assert (records.effects("small", "amina"), records.heads("small")) == (1, 3)
    screen.expect("confirmed")


def assert_replayed(first: Seen, second: Seen) -> None:
    """The second exchange brought the same operation as the first, and the same result, marked."""
    assert first.said["operations"] == second.said["operations"]
    (result,), (again,) = first.answered["results"], second.answered["results"]
    assert (result["outcome"], result["replayed"]) == ("applied", False)
    assert again == result | {"replayed": True}
