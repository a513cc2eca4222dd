"""A phone in someone's hands: a browser context of its own, watched for everything that goes wrong in it."""

import re
import time
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, ConsoleMessage, Error, Page, WebError

from tests.support import memory
from tests.support.fault_proxy import FaultProxy
from tests.support.listener import PATIENCE
from tests.support.passkeys import Passkeys

NETWORK_BROKE = re.compile(r"Failed to load resource|net::ERR_")
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "en",
}


@dataclass
class Phone:
    context: BrowserContext
    page: Page
    proxy: FaultProxy
    problems: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    """Regular expressions of console errors that belong to what the test does."""
    passkeys: Passkeys = field(init=False)

    @classmethod
    def switched_on(cls, browser: Browser, proxy: FaultProxy, **options: Any) -> "Phone":
        """With a passkey store of its own; ``options`` are Playwright's for a new context."""
        context = browser.new_context(**(PHONE | {"base_url": proxy.origin} | options))
        context.set_default_timeout(1000 * PATIENCE)
        phone = cls(context, context.new_page(), proxy)
        context.on("console", phone._note_console)
        context.on("weberror", phone._note_exception)
        phone.passkeys = Passkeys.of(phone.devtools())
        return phone

    def devtools(self) -> CDPSession:
        return self.context.new_cdp_session(self.page)

    def stored(self, store: str) -> dict[str, Any]:
        """What an object store of the device's database holds, by key; read past the app's own code."""
        return dict(self.page.evaluate(memory.READ, store))

    def outbox(self) -> list[Any]:
        """What is not answered for good yet, in the order in which it was said."""
        return [entry for entry in self.entries() if entry["status"] == "pending"]

    def entries(self) -> list[Any]:
        """All that was said and not dismissed yet, answered or not."""
        return sorted(self.stored("outbox").values(), key=lambda entry: entry["seq"])

    def wait_until_ready(self, person: str = "") -> None:
        """A worker is in charge, and a whole set of pages is kept for this person; ``""`` is a guest."""
        self.wait_until(memory.READY, person)

    def wait_until_sent(self) -> None:
        """Nothing is pending any more."""
        self.wait_until_pending(0)

    def wait_until_pending(self, count: int) -> None:
        """So many are saved on the device and not answered for good."""
        self.wait_until(memory.PENDING, count)

    def wait_until(self, true: str, arg: Any = None) -> None:
        """Return once this JavaScript function, which may be async, says true in the page in front."""
        until = time.monotonic() + PATIENCE
        while not self._says(true, arg):
            assert time.monotonic() < until, f"never true on {self.page.url}: {true}"
            self.page.wait_for_timeout(20)

    def _says(self, true: str, arg: Any) -> bool:
        try:
            return bool(self.page.evaluate(true, arg))
        except Error as error:
            if "context was destroyed" in error.message:  # another page came while it was asked
                return False
            raise

    def wait_until_quiet(self) -> None:
        """This page has made its exchange, and none is under way: what comes next is what the test does."""
        self.wait_until(memory.QUIET)

    def lose_connection(self) -> None:
        """All is quiet, then nobody answers on the port any more, until the proxy is healed."""
        self.wait_until_quiet()
        self.proxy.refuse()

    def background_sync(self) -> "Worker":
        """The phone's service worker, to be woken and stopped as the system does."""
        return Worker(self)

    def put_away(self) -> None:
        """No page of the app is open any more, so nothing is sent or fetched; the tab shows bare data."""
        self.page.goto("/openapi.json")

    def new_tab(self) -> Page:
        self.page = self.context.new_page()
        return self.page

    def close_tab(self) -> Page:
        """The tab dies without a word of farewell; a new, empty one is in front."""
        dying = self.page
        self.new_tab()
        dying.close(run_before_unload=False)
        return self.page

    def switch_off(self, *, network_broke: bool) -> None:
        """Close, and fail if anything went wrong that the test did not bring about."""
        self.context.close()
        expected = re.compile("|".join(self.expected)) if self.expected else None
        unexpected = [
            problem
            for problem in self.problems
            if not (expected and expected.search(problem))
            and not (network_broke and NETWORK_BROKE.search(problem))
        ]
        assert not unexpected, "the browser reported:\n" + "\n".join(unexpected)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"{message.text} ({message.location.get('url', '')})")

    def _note_exception(self, error: WebError) -> None:
        self.problems.append(f"uncaught: {error.error}")


class Worker:
    """The service worker of a phone, by its developer tools."""

    def __init__(self, phone: Phone) -> None:
        self._origin = phone.proxy.origin
        self._tools = phone.devtools()
        self._registrations: list[str] = []
        self._tools.on("ServiceWorker.workerRegistrationUpdated", self._note)
        self._tools.send("ServiceWorker.enable")

    def dispatch(self, tag: str) -> None:
        """The system has found a connection and wakes the worker to use it."""
        about = {"origin": self._origin, "registrationId": self._registrations[-1]}
        self._tools.send("ServiceWorker.dispatchSyncEvent", about | {"tag": tag, "lastChance": False})

    def stop(self) -> None:
        """The system needs the memory: the worker ends, whatever it was doing."""
        self._tools.send("ServiceWorker.stopAllWorkers")

    def _note(self, event: dict[str, Any]) -> None:
        mine = [each for each in event["registrations"] if each["scopeURL"].startswith(self._origin)]
        self._registrations += [each["registrationId"] for each in mine]
