"""What a person sees and taps, said in the words of the story."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.cast import Cast
from tests.support.phone import Phone

SAVED = re.compile("Saved on this device")


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

    def say_coming(self, party: int = 1) -> None:
        """Returns once the screen says that it is saved, or more."""
        self.rsvp.locator("input[name=party]").fill(str(party))
        self.rsvp.locator("form button[type=submit], form button:not([type])").click()

    def say_not_coming(self) -> None:
        self.rsvp.locator("[data-act=decline]").click()

    def expect_saved(self) -> None:
        """Saved, and not sent yet."""
        expect(self.rsvp.get_by_text(SAVED)).to_be_visible()

    def expect_text(self, text: str | re.Pattern[str]) -> None:
        expect(self.rsvp.get_by_text(text).filter(visible=True).first).to_be_visible()
