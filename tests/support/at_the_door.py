"""What somebody does at the door with a tablet, in the words of the story; and where the books say it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import expect

from mo_app.accounts.models import Organisation, Person
from mo_app.checkin.records import Records as CheckIns
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.ids import new_id
from mo_app.rsvps.models import Needs, Wish
from mo_app.rsvps.operations import set_rsvp
from tests.support import memory
from tests.support.door import DoorScreen
from tests.support.phone import Phone
from tests.support.records import Records

PARTIES = (1, 1, 2, 1, 3)
"""With how many they say they come, one after the other."""


@dataclass(frozen=True)
class Guest:
    id: str
    name: str
    party: int


class Doorkeeper(DoorScreen):
    """Who stands at the door with a tablet that has no connection."""

    def check_in(self, guest: Guest, *, came: int | None = None) -> None:
        """Look for the name, tap it, and say how many came where that is asked."""
        self.search(guest.name)
        self.tap(guest.name)
        if guest.party > 1:
            if came is not None:
                self.dialog.get_by_label("How many came?").fill(str(came))
            self.press("Check in")
        self.expect_done(f"{guest.name}, checked in")
        self.search("")

    def undo_last(self) -> None:
        self.press("Undo")
        self.expect_done("not checked in any more")

    def undo(self, guest: Guest) -> None:
        """Long after: the name, what is known of it, and back."""
        self.search(guest.name)
        self.tap(guest.name)
        self.press("Not here: undo")
        self.expect_done(f"{guest.name}, not checked in any more")
        self.search("")

    def walk_in(self, name: str, organisation: str, party: int) -> None:
        self.press("Walk-in")
        self.dialog.get_by_label("Name", exact=True).fill(name)
        self.dialog.get_by_role("combobox", name="Organisation").fill(organisation)
        self.dialog.get_by_label("How many came?").fill(str(party))
        self.dialog.get_by_label("They agree").check()
        self.press("Check in")
        self.expect_done(f"{name}, checked in")

    def expect_done(self, words: str) -> None:
        """Said below the list, and on the disk."""
        expect(self.last).to_contain_text(words)
        expect(self.last).to_contain_text("Saved on this device, not sent yet")

    def expect_heads(self, heads: int) -> None:
        self.expect_counted(f"{heads} here")


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
