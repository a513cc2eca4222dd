"""An evening with two tablets and a phone, none of which has a connection; they come back in any order."""

from itertools import permutations
from pathlib import Path
from shutil import copytree

from playwright.sync_api import expect

from tests.support.at_the_door import Doorkeeper, Guest, Kept, plan_guests, who_is_here
from tests.support.cast import Cast
from tests.support.evenings import Evening
from tests.support.fault_proxy import FaultProxy
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.server import Server
from tests.support.stations import make_tablet

HEADS = 91
"""All sixty with 87 heads; one came with one fewer, one not at all; Fatma with two, twice; Amina with two."""


def test_whatever_order_they_come_back_in_the_evening_is_the_same(
    phones: Phones, cast: Cast, server: Server, proxy: FaultProxy, records: Records, tmp_path: Path
) -> None:
    """Sixty people; the same one at both tablets (fault 15), undos, walk-ins, and one with her own phone."""
    evening = Evening.planned(records)
    guests = plan_guests(records, evening.id, number=60, coming=45)
    amina = phones.ready("amina")
    tablets = [make_tablet(phones, evening.id), make_tablet(phones, evening.id)]
    for device in (amina, *(tablet.phone for tablet in tablets)):
        device.wait_until_quiet()
    proxy.refuse()
    at_the_first(Doorkeeper(tablets[0].phone), guests)
    at_the_second(Doorkeeper(tablets[1].phone), guests, Guest(cast.people["amina"], "Amina Tesfay", 1))
    with_her_own_phone(amina, evening)

    server.kill()
    before = copytree(server.data, tmp_path / "before")
    kept = [Kept.of(device) for device in (amina, tablets[0].phone, tablets[1].phone)]
    found = []
    for order in permutations(kept):
        server.begin(before)
        for device in kept:
            device.put_back()
            device.phone.context.set_offline(True)
        assert [len(device.phone.outbox()) for device in kept] == [1, 33, 39]
        proxy.heal()
        for device in order:
            device.phone.context.set_offline(False)
            device.phone.page.reload()
            device.phone.wait_until_sent()
            assert not [entry for entry in device.phone.entries() if entry["status"] == "rejected"]
        books = Records(server.data, cast)
        found.append(who_is_here(books, evening.id))
        books.close()
        for tablet in tablets:
            tablet.phone.page.reload()
            Doorkeeper(tablet.phone).expect_heads(HEADS)
            expect(tablet.phone.page.get_by_text("Not accepted").filter(visible=True)).to_have_count(0)
        proxy.refuse()
    assert found == [found[0]] * 6
    heads, by_name = found[0]
    assert (heads, len(by_name)) == (HEADS, 62)
    assert [by_name[name] for name in by_name if name.startswith("Fatma")] == [2, 2]
    assert not any(name.startswith("Omar") for name in by_name)


def at_the_first(door: Doorkeeper, guests: list[Guest]) -> None:
    """Thirty; one brought fewer, one was somebody else, one went home."""
    for guest in guests[:30]:
        door.check_in(guest, came=2 if guest is guests[4] else None)
    door.undo_last()
    door.undo(guests[3])
    door.walk_in("Fatma Yıldız", "Neighbours", 2)
    door.expect_heads(sum(guest.party for guest in guests[:29]) - 1 - guests[3].party + 2)


def at_the_second(door: Doorkeeper, guests: list[Guest], amina: Guest) -> None:
    """From the twenty-sixth on, five of them again, whatever happened at the other tablet meanwhile."""
    for guest in guests[25:]:
        door.check_in(guest, came=1 if guest is guests[27] else None)
    door.walk_in("Fatma Yıldız", "Neighbours", 2)
    door.walk_in("Omar", "", 4)
    door.undo_last()
    door.check_in(amina)


def with_her_own_phone(amina: Phone, evening: Evening) -> None:
    amina.page.goto(evening.door)
    here = amina.page.locator("mo-here")
    here.get_by_label("How many are you").fill("2")
    here.get_by_role("button", name="There are 2 of us here").click()
    expect(
        amina.page.get_by_text("Saved on this device, not sent yet").filter(visible=True).first
    ).to_be_visible()
