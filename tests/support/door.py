"""The check-in page on a tablet, said in the words of whoever stands at the door."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import delete, select

from mo_app.accounts.models import Person
from mo_app.checkin.models import Scan, Undo, WalkIn
from mo_app.checkin.records import live
from mo_app.rsvps.models import Rsvp, State
from tests.support.phone import Phone
from tests.support.records import Records

SHOW_PASS = """code => document.querySelector("mo-scanner").dispatchEvent(
  new CustomEvent("pass", { bubbles: true, detail: { code } }))"""


class DoorScreen:
    def __init__(self, phone: Phone) -> None:
        self.phone = phone

    @property
    def page(self) -> Page:
        return self.phone.page

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog[open]")

    @property
    def last(self) -> Locator:
        return self.page.locator("[data-part=last]")

    def row(self, name: str) -> Locator:
        return self.page.locator(".guest-tap").filter(has_text=name)

    def tap(self, name: str) -> None:
        self.row(name).click()

    def search(self, typed: str) -> None:
        self.page.get_by_role("searchbox").fill(typed)

    def names(self) -> list[str]:
        return self.page.locator(".guest-name").all_inner_texts()

    def show_pass(self, code: str) -> None:
        """As the scanner does that has read one."""
        self.page.evaluate(SHOW_PASS, code)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).filter(visible=True).click()

    def expect_here(self, name: str, *, tablet: str = "Tablet 1") -> None:
        expect(self.row(name)).to_contain_text(re.compile(rf"since \d\d:\d\d, {tablet}"))

    def expect_not_here(self, name: str) -> None:
        expect(self.row(name)).not_to_contain_text("since")

    def expect_counted(self, *sentences: str) -> None:
        counter = self.page.locator(".door-counter").first
        for sentence in sentences:
            expect(counter.get_by_text(sentence).filter(visible=True)).to_be_visible()

    def expect_said(self, sentence: str) -> None:
        """By the line that is read out."""
        expect(self.last.get_by_role("status")).to_have_text(
            re.compile(rf"^\s*{sentence}\s*$"), use_inner_text=True
        )


def say_coming(records: Records, event: str, parties: Mapping[str, int], *, declined: str = "") -> None:
    """Before the evening, on their phones."""
    ids = records.cast
    said = {name: (State.CONFIRMED, party) for name, party in parties.items()}
    said |= {declined: (State.DECLINED, 1)} if declined else {}
    with records.writing() as session:
        for name, (state, party) in said.items():
            about = {"event_id": ids.events[event], "person_id": ids.people[name]}
            how = {"device": "phone", "seq": 1, "updated_at": datetime.now(UTC)}
            session.add(Rsvp(**about, **how, state=state, party=party))


def forget_person(records: Records, name: str) -> None:
    with records.writing() as session:
        session.execute(delete(Person).where(Person.id == records.cast.people[name]))


def came(records: Records, event: str) -> dict[str, tuple[int, str]]:
    """By the server's books, and not taken back: with how many, by whose word."""
    names = {person: name for name, person in records.cast.people.items()}
    with records.reading() as session:
        rows = live(session, Scan, records.cast.events[event])
        return {names[row.subject]: (row.party, row.by) for row in rows}


def walk_ins(records: Records, event: str) -> list[WalkIn]:
    with records.reading() as session:
        return list(live(session, WalkIn, records.cast.events[event]))


def undone(records: Records) -> int:
    with records.reading() as session:
        return len(session.scalars(select(Undo.id)).all())
