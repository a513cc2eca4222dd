"""What somebody does at the door with a tablet, in the words of the story; and where the books say it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from mo_app.accounts.models import Organisation, Person
from mo_app.checkin.records import Records as CheckIns
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.ids import new_id
from mo_app.rsvps.models import Needs, Wish
from mo_app.rsvps.operations import set_rsvp
from tests.support import memory
from tests.support.phone import Phone
from tests.support.records import Records

PARTIES = (1, 1, 2, 1, 3)
"""With how many they say they come, one after the other."""


@dataclass(frozen=True)
class Guest:
    id: str
    name: str
    party: int


@dataclass(frozen=True)
class DoorScreen:
    page: Page

    def check_in(self, guest: Guest, *, came: int | None = None) -> None:
        """Look for the name, tap it, and say how many came where that is asked."""
        search = self.page.get_by_role("searchbox")
        search.fill(guest.name)
        self._row(guest.name).click()
        if guest.party > 1:
            dialog = self.page.locator("#door-party")
            if came is not None:
                dialog.get_by_label("How many came?").fill(str(came))
            dialog.get_by_role("button", name="Check in").click()
        self.expect_last(f"{guest.name}, checked in")
        search.fill("")

    def undo_last(self) -> None:
        self.page.get_by_role("button", name="Undo", exact=True).click()
        self.expect_last("not checked in any more")

    def undo(self, guest: Guest) -> None:
        """Long after: the name, what is known of it, and back."""
        search = self.page.get_by_role("searchbox")
        search.fill(guest.name)
        self._row(guest.name).click()
        self.page.locator("#door-party").get_by_role("button", name="Not here: undo").click()
        self.expect_last(f"{guest.name}, not checked in any more")
        search.fill("")

    def walk_in(self, name: str, organisation: str, party: int) -> None:
        self.page.get_by_role("button", name="Walk-in").first.click()
        dialog = self.page.get_by_role("dialog", name="Walk-in")
        dialog.get_by_label("Name", exact=True).fill(name)
        dialog.get_by_role("combobox", name="Organisation").fill(organisation)
        dialog.get_by_label("How many came?").fill(str(party))
        dialog.get_by_label("They agree").check()
        dialog.get_by_role("button", name="Check in").click()
        self.expect_last(f"{name}, checked in")

    def expect_last(self, words: str) -> None:
        """Said below the list, and on the disk."""
        last = self.page.get_by_label("Done last")
        expect(last).to_contain_text(words)
        expect(last).to_contain_text("Saved on this device, not sent yet")

    def expect_here(self, heads: int) -> None:
        expect(self.page.locator(".door-here")).to_have_text(f"{heads} here", use_inner_text=True)

    def _row(self, name: str) -> Locator:
        return self.page.locator("#door-list").get_by_role("button").filter(has_text=name).first


@dataclass(frozen=True)
class Kept:
    """A device as it was when everything was still on it alone."""

    phone: Phone
    memory: Any

    @classmethod
    def of(cls, phone: Phone) -> "Kept":
        return cls(phone, phone.page.evaluate(memory.SNAPSHOT))

    def put_back(self) -> None:
        self.phone.page.evaluate(memory.RESTORE, self.memory)


def plan_guests(records: Records, event: str, number: int, coming: int) -> list[Guest]:
    """So many members of two organisations, of whom the first say that they come."""
    now = datetime.now(UTC)
    with records.writing() as session:
        choir = Organisation(name="Evening choir", created_at=now)
        session.add(choir)
        people = [
            Person(
                name=f"Guest {index:02} {'Öztürk' if index % 2 else 'Шевченко'}",
                role=Role.MEMBER,
                language="en",
                organisation=choir if index % 3 else None,
                created_at=now,
            )
            for index in range(number)
        ]
        session.add_all(people)
        session.flush()
        guests = [
            Guest(person.id, person.name, PARTIES[index % len(PARTIES)] if index < coming else 1)
            for index, person in enumerate(people)
        ]
        for guest in guests[:coming]:
            set_rsvp(
                session=session,
                actor=Actor(guest.id, Role.MEMBER, new_id()),
                now=now,
                event_id=event,
                wish=Wish(True, guest.party, Needs()),
                base=0,
                device=new_id(),
                seq=1,
            )
    return guests


def who_is_here(records: Records, event: str) -> tuple[int, dict[str, int]]:
    """What the server's books say: heads in all, and by person; walk-ins by their names."""
    with records.reading() as session:
        found = CheckIns(session, event)
        names = {f"w:{walk_in.id}": walk_in.name for walk_in in found.walk_ins}
        present = found.presence.present
        by_name = sorted(
            (names.get(subject, subject.removeprefix("p:")), it.heads) for subject, it in present.items()
        )
        return found.presence.heads, {
            f"{name} #{place}": heads for place, (name, heads) in enumerate(by_name)
        }
