"""Leaving with something unsent: a warning, a choice, and what was chosen (fault 14)."""

import json
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.support.cast import Cast
from tests.support.deeds import coming, put_into_outbox
from tests.support.fault_proxy import FaultProxy
from tests.support.phone import Phone
from tests.support.records import Records
from tests.support.screens import DeviceScreen, EventScreen

SIGN_OUT = "/en/account/sign-out"


def test_14_send_now_then_sign_out(amina: Phone, cast: Cast, proxy: FaultProxy, records: Records) -> None:
    dialog = leave_with_something_unsent(amina, cast, proxy)
    proxy.heal()
    dialog.get_by_role("button", name="Send now, then sign out").click()
    expect_signed_out(amina)
    wait_until_the_server_knows(proxy)
    assert (records.heads("small"), records.sign_ins("amina")) == (3, 0)


def test_14_it_cannot_be_sent_and_is_saved_as_a_file(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """Nobody is signed out by a failure; the file holds what was said."""
    dialog = leave_with_something_unsent(amina, cast, proxy)
    dialog.get_by_role("button", name="Send now, then sign out").click()
    expect(dialog.get_by_text("It could not be sent now")).to_be_visible()
    with amina.page.expect_download() as download:
        dialog.get_by_role("button", name="Save as file").click()
    (entry,) = json.loads(Path(download.value.path()).read_text())["entries"]
    assert entry["payload"]["party"] == 3
    assert len(amina.outbox()) == 1


def test_14_delete_and_sign_out_without_a_connection(
    amina: Phone, cast: Cast, proxy: FaultProxy, records: Records
) -> None:
    """Everything of hers is gone at once; the server learns of it when it can, and got nothing."""
    dialog = leave_with_something_unsent(amina, cast, proxy)
    dialog.get_by_role("button", name="Delete and sign out").click()
    expect(amina.page.locator("html")).to_have_attribute("data-path", "/offline")
    assert (amina.entries(), amina.stored("documents")) == ([], {})
    assert records.sign_ins("amina") == 1
    proxy.heal()
    amina.page.goto("/en/")
    expect_signed_out(amina)
    wait_until_the_server_knows(proxy)
    assert (records.heads("small"), records.sign_ins("amina")) == (0, 0)


def test_14_stay(amina: Phone, cast: Cast, proxy: FaultProxy, records: Records) -> None:
    dialog = leave_with_something_unsent(amina, cast, proxy)
    dialog.get_by_role("button", name="Stay signed in").click()
    expect(dialog).to_be_hidden()
    proxy.heal()
    EventScreen(amina, cast, "small").open().expect("confirmed")
    assert (records.heads("small"), records.sign_ins("amina")) == (3, 1)


def test_14_what_waits_for_an_update_is_unsent_too(amina: Phone, cast: Cast) -> None:
    device = DeviceScreen(amina).open()
    put_into_outbox(amina, cast.people["amina"], ("cake.bring", {"slices": 12}))
    device.open()
    expect(device.pending).to_contain_text("stays saved and is sent again after an update")
    amina.page.locator("main").get_by_role("button", name="Sign out", exact=True).click()
    expect(
        amina.page.get_by_role("dialog").get_by_text("1 thing you did has not been sent yet")
    ).to_be_visible()
    assert len(amina.entries()) == 1


def leave_with_something_unsent(amina: Phone, cast: Cast, proxy: FaultProxy) -> Locator:
    """The dialog that warns, on the device page, with the network gone."""
    device = DeviceScreen(amina).open()
    amina.lose_connection()
    put_into_outbox(amina, cast.people["amina"], coming(cast.events["small"], 3))
    device.open()
    expect(device.pending).to_have_count(1)
    amina.page.locator("main").get_by_role("button", name="Sign out", exact=True).click()
    dialog = amina.page.get_by_role("dialog")
    expect(dialog.get_by_text("1 thing you did has not been sent yet")).to_be_visible()
    return dialog


def wait_until_the_server_knows(proxy: FaultProxy) -> None:
    """That somebody has left."""
    proxy.wait_until(lambda proxy: [one for one in proxy.seen if one.path == SIGN_OUT and one.status])


def expect_signed_out(phone: Phone) -> None:
    expect(phone.page.locator("html")).to_have_attribute("data-audience", "public")
    assert phone.stored("documents").keys() <= {",figures"}
    assert phone.entries() == []
