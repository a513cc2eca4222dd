"""Many operations in one exchange, and odd ones among them: one bad one never blocks the others."""

from playwright.sync_api import expect

from tests.support import memory
from tests.support.cast import Cast
from tests.support.deeds import coming, put_into_outbox
from tests.support.fault_proxy import FaultProxy
from tests.support.faults import CutAfter, CutBefore
from tests.support.phone import Phone
from tests.support.records import Records
from tests.support.screens import DeviceScreen, EventScreen
from tests.support.traffic import carries_operations

MOST = 50


def test_5_the_same_id_with_another_payload(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """The server has one content under this id, the device comes with another: rejected, the first stays."""
    screen = EventScreen(amina, cast, "small").open()
    proxy.break_on("/sync", CutAfter(), times=1, only=carries_operations)
    proxy.break_on("/sync", CutBefore())
    screen.say_coming(1)
    proxy.wait_until(lambda proxy: [one for one in proxy.deliveries() if one.done])
    amina.put_away()
    (entry,) = amina.outbox()
    amina.page.evaluate(memory.CHANGE_PAYLOAD, [entry["id"], {"party": 4}])
    proxy.heal()
    device = DeviceScreen(amina).open()
    amina.wait_until_sent()
    (result,) = proxy.deliveries()[-1].answered["results"]
    assert (result["outcome"], result["code"]) == ("rejected", "id_reused")
    assert (records.effects("small", "amina"), records.heads("small")) == (1, 1)
    expect(device.rejected).to_have_count(1)
    expect(device.rejected).to_contain_text("What was sent first stays")


def test_6_one_malformed_among_fifty(amina: Phone, cast: Cast, proxy: FaultProxy, records: Records) -> None:
    """49 are applied, one is rejected with its reason, all in one exchange."""
    device = DeviceScreen(amina).open()
    amina.lose_connection()
    deeds = [coming(cast.events["roomy"], 1 + number % 10) for number in range(MOST)]
    deeds[20] = ("rsvp.set", deeds[20][1] | {"party": "three"})
    put_into_outbox(amina, cast.people["amina"], *deeds)
    proxy.heal()
    device.open()
    amina.wait_until_sent()
    (delivery,) = proxy.deliveries()
    results = delivery.answered["results"]
    assert [result["outcome"] for result in results].count("applied") == MOST - 1
    assert (results[20]["outcome"], results[20]["code"]) == ("rejected", "invalid")
    assert (records.effects("roomy", "amina"), records.heads("roomy")) == (MOST - 1, deeds[-1][1]["party"])
    expect(device.rejected).to_have_count(1)
    expect(device.rejected).to_contain_text("Please check what you entered")


def test_7_a_kind_that_the_server_does_not_know(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """It is kept, shown with what will happen to it, and the rest goes on."""
    device = DeviceScreen(amina).open()
    amina.lose_connection()
    cake = ("cake.bring", {"slices": 12})
    deeds = [coming(cast.events["small"], 2), cake, coming(cast.events["roomy"], 3)]
    put_into_outbox(amina, cast.people["amina"], *deeds)
    proxy.heal()
    device.open()
    amina.wait_until_sent()
    assert (records.heads("small"), records.heads("roomy")) == (2, 3)
    results = [result["code"] for result in proxy.deliveries()[0].answered["results"]]
    assert results == [None, "upgrade_required", None]
    (kept,) = [entry for entry in amina.entries() if entry["kind"] == "cake.bring"]
    assert kept["payload"] == {"slices": 12}
    expect(device.pending).to_contain_text("stays saved and is sent again after an update")
