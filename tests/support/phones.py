"""The phones of one test: signed in as members of the cast, made ready, and looked through at the end."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser

from tests.support.cast import Cast
from tests.support.fault_proxy import FaultProxy
from tests.support.phone import Phone
from tests.support.records import Records


@dataclass
class Phones:
    browser: Browser
    records: Records
    proxy: FaultProxy
    cast: Cast
    phones: list[Phone] = field(default_factory=list)

    def new(self, **options: Any) -> Phone:
        """Nobody's yet; ``options`` are Playwright's for a new context."""
        phone = Phone.switched_on(self.browser, self.proxy, **options)
        self.phones.append(phone)
        return phone

    def signed_in(self, name: str, **options: Any) -> Phone:
        """With the cookie of a real sign-in of this member of the cast."""
        phone = self.new(**options)
        self.sign_in(phone, name)
        return phone

    def ready(self, name: str, path: str = "/en/", **options: Any) -> Phone:
        """Signed in, opened once, with everything on the device that it needs without a connection."""
        phone = self.signed_in(name, **options)
        phone.page.goto(path)
        phone.wait_until_ready(self.cast.people[name])
        return phone

    def sign_in(self, phone: Phone, name: str) -> None:
        """Past the passkey, which other tests use: a sign-in row, and its cookie in the browser."""
        phone.expected.append(r"409 .*/sync\)$")  # the server says who is there now; browsers log that
        cookie = self.records.sign_in(name)
        key, _, value = cookie.partition("=")
        phone.context.add_cookies([{"name": key, "value": value, "url": self.proxy.origin, "httpOnly": True}])

    def switch_off(self, *, network_broke: bool) -> None:
        """Each is looked through, even if the one before failed."""
        failures = []
        for phone in self.phones:
            try:
                phone.switch_off(network_broke=network_broke)
            except AssertionError as failure:
                failures.append(str(failure))
        assert not failures, "\n".join(failures)
