"""What a person sees and taps, said in the words of the story."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.cast import Cast
from tests.support.phone import Phone

ANSWERS = {"confirmed", "waiting", "declined"}


class EventScreen:
    """The page of an event, opened on a phone."""

    def __init__(self, phone: Phone, cast: Cast, event: str, language: str = "en") -> None:
        self.phone, self.id = phone, cast.events[event]
        self.path = f"/{language}/schedule/{self.id}"

    @property
    def page(self) -> Page:
        return self.phone.page

    @property
    def rsvp(self) -> Locator:
        return self.page.locator(f'main mo-rsvp[event="{self.id}"]').first

    def open(self) -> "EventScreen":
        self.page.goto(self.path)
        return self

    @property
    def party(self) -> Locator:
        return self.rsvp.locator("input[name=party]")

    def say_coming(self, party: int = 1) -> None:
        self.party.fill(str(party))
        self.say()

    def say(self) -> None:
        """What stands in the form."""
        self.rsvp.locator("form [type=submit], form button:not([type])").first.click()

    def say_not_coming(self) -> None:
        self.rsvp.locator("[data-act=decline]").click()

    def expect(self, state: str) -> None:
        """The screen says this: ``pending``, ``confirmed``, ``waiting``, ``declined``, ``refused``, …

        What only the server can say is not there while something is unsent.
        """
        unsent = self.page.locator("[data-when=pending]").filter(visible=True)
        rsvp = self.rsvp.filter(has_not=unsent) if state in ANSWERS else self.rsvp
        expect(rsvp.locator(f'[data-when~="{state}"]').first).to_be_visible()

    def expect_said(self, words: str) -> None:
        """She has said this, not only typed it: it stands above the form."""
        said = self.rsvp.get_by_role("status").first
        expect(said).to_contain_text(words, use_inner_text=True)

    def expect_text(self, text: str | re.Pattern[str]) -> None:
        expect(self.rsvp.get_by_text(text).filter(visible=True).first).to_be_visible()


class DeviceScreen:
    """ "This device": what is not sent, was not accepted, was answered."""

    def __init__(self, phone: Phone, language: str = "en") -> None:
        self.phone, self.path = phone, f"/{language}/device"

    def open(self) -> "DeviceScreen":
        self.phone.page.goto(self.path)
        return self

    @property
    def pending(self) -> Locator:
        return self._entries("pending")

    @property
    def rejected(self) -> Locator:
        return self._entries("rejected")

    @property
    def applied(self) -> Locator:
        return self._entries("applied")

    def _entries(self, status: str) -> Locator:
        return self.phone.page.locator(f'[data-list="{status}"] > li')
