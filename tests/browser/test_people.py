"""Whose device this is: sign-ins that end, others who sign in, and leaving with something unsent."""

from playwright.sync_api import expect

from tests.support.cast import Cast
from tests.support.deeds import coming, put_into_outbox
from tests.support.fault_proxy import FaultProxy
from tests.support.faults import CutBefore
from tests.support.maryam import join
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.screens import DeviceScreen, EventScreen

SEVEN = 7
FORCE = """async ([request, person]) => {
  const answer = await fetch("/sync", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...request, person }),
  })
  return [answer.status, await answer.text()]
}"""


def test_12_the_sign_in_expires_with_seven_pending(
    amina: Phone, phones: Phones, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """401, all kept, and the page says what to do; sent after the same person signs in."""
    device = DeviceScreen(amina).open()
    amina.lose_connection()
    deeds = [coming(cast.events["roomy"], 1 + number) for number in range(SEVEN)]
    put_into_outbox(amina, cast.people["amina"], *deeds)
    records.end_sign_ins("amina")
    amina.expected.append("401 .*/sync")
    proxy.heal()
    device.open()
    proxy.wait_until(lambda proxy: [one for one in proxy.deliveries() if one.status == 401])
    expect(amina.page.get_by_text("You are signed out here").filter(visible=True)).to_be_visible()
    assert [entry["payload"]["party"] for entry in amina.outbox()] == [1, 2, 3, 4, 5, 6, 7]
    assert records.effects("roomy", "amina") == 0
    phones.sign_in(amina, "amina")
    device.open()
    amina.wait_until_sent()
    assert (records.effects("roomy", "amina"), records.heads("roomy")) == (SEVEN, SEVEN)


def test_13_another_person_signs_in_on_the_device(
    amina: Phone, phones: Phones, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """She sees and sends nothing of the first, and cannot be made to; what the first said is sent when she is
    back."""
    amina.lose_connection()
    secret = {"interpreting": "what Amina alone says", "children": 2, "step_free": True}
    kind, payload = coming(cast.events["small"], 3)
    put_into_outbox(amina, cast.people["amina"], (kind, payload | {"needs": secret}))
    amina.context.clear_cookies()
    phones.sign_in(amina, "bohdan")
    before = len(proxy.deliveries())
    proxy.heal()
    device = DeviceScreen(amina).open()
    amina.wait_until_ready(cast.people["bohdan"])
    device.open()
    expect(device.pending).to_have_count(0)
    for text in ("Amina", "what Amina alone says"):
        assert text not in amina.page.content()
        assert text not in str(amina.stored("documents")) + str(amina.stored("pages"))
    assert [one.status for one in proxy.deliveries()[before:]] in ([], [409])
    assert records.effects("small", "amina") == records.effects("small", "bohdan") == 0

    amina.expected.append("409 .*/sync")
    (waiting,) = amina.outbox()
    forced = request_of(waiting)
    status, text = amina.page.evaluate(FORCE, [forced, cast.people["amina"]])
    assert (status, "what Amina alone says" in text) == (409, False)
    assert records.effects("small", "amina") == records.effects("small", "bohdan") == 0

    amina.context.clear_cookies()
    phones.sign_in(amina, "amina")
    device.open()
    amina.wait_until_sent()
    assert records.heads("small") == 3
    EventScreen(amina, cast, "small").open().expect("confirmed")


def test_who_signs_in_is_never_taken_for_who_was_here_before(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records, invitation: str
) -> None:
    """Not even while no exchange comes through: Maryam sees nothing of Amina's, and answers for herself."""
    amina.wait_until_quiet()
    proxy.break_on("/sync", CutBefore())
    put_into_outbox(amina, cast.people["amina"], coming(cast.events["small"], 3))
    amina.context.clear_cookies()
    join(amina.page, invitation)
    assert amina.stored("documents") == {}
    DeviceScreen(amina).open()
    expect(amina.page.locator("main")).not_to_contain_text("Amina")
    expect(DeviceScreen(amina).pending).to_have_count(0)
    EventScreen(amina, cast, "roomy").open().say_coming(2)
    amina.wait_until_pending(2)
    proxy.heal()
    amina.wait_until_pending(1)
    assert records.effects("small", "amina") == records.effects("roomy", "amina") == 0
    assert records.heads("roomy") == 2


def test_13_what_one_was_typing_is_not_the_next_ones(amina: Phone, phones: Phones, cast: Cast) -> None:
    """Both may read the page, and it reads the same; a page that is not kept goes as well."""
    screen = EventScreen(amina, cast, "small").open()
    amina.wait_until_quiet()
    screen.party.fill("4")
    phones.sign_in(amina, "bohdan")
    amina.page.evaluate("dispatchEvent(new Event('online'))")
    amina.wait_until_ready(cast.people["bohdan"])
    expect(screen.party).to_have_value("1")

    amina.page.goto("/en/account")
    expect(amina.page.get_by_label("Your name")).to_have_value("Bohdan Shevchuk")
    amina.wait_until_quiet()
    phones.sign_in(amina, "amina")
    amina.page.evaluate("dispatchEvent(new Event('online'))")
    expect(amina.page.get_by_label("Your name")).to_have_value("Amina Tesfay")


def request_of(entry: dict) -> dict:
    """What the device would say to send this one entry of its outbox."""
    operation = {key: entry[key] for key in ("id", "seq", "kind", "made_at", "payload")}
    return {
        "protocol": 1,
        "device": entry["device"],
        "languages": ["en"],
        "client_now": entry["made_at"],
        "operations": [operation],
    }
