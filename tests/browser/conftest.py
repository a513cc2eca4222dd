"""Real browsers against a real server, with a network in between that breaks as told.

A test asks for what it needs: ``server`` (fresh, with the cast in it), ``proxy``, ``cast``, ``records``, and
phones: ``amina`` is signed in and ready to go offline, ``phones`` makes more of them.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.support.cast import Cast, make_template
from tests.support.fault_proxy import FaultProxy
from tests.support.listener import PATIENCE
from tests.support.maryam import invite, join, visitor
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.server import Server
from tests.support.stations import Tablet, make_tablet

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=1000 * PATIENCE)  # what comes costs no time, however slow the machine is
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests; bin/test says in CHROMIUM where it is."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Cast]:
    """A data folder with the cast in it, made once, and copied for each test."""
    folder = tmp_path_factory.mktemp("template")
    return folder, make_template(folder)


@pytest.fixture(scope="session")
def cast(template: tuple[Path, Cast]) -> Cast:
    return template[1]


@pytest.fixture(scope="session")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, FaultProxy]]:
    """A server and the proxy before it, under the same address for all tests."""
    server = Server(tmp_path_factory.mktemp("server"))
    proxy = FaultProxy(upstream=server.port)
    server.origin = proxy.origin
    yield server, proxy
    server.end()
    proxy.end()


@pytest.fixture
def server(station: tuple[Server, FaultProxy], template: tuple[Path, Cast]) -> Server:
    """Running, with the cast's data as if nothing had ever happened; the test may stop and kill it."""
    server, proxy = station
    proxy.heal()
    proxy.wait_until(lambda proxy: all(one.done for one in proxy.seen), "the end of the test before")
    server.begin(template[0])
    proxy.forget()
    return server


@pytest.fixture
def proxy(station: tuple[Server, FaultProxy], server: Server) -> FaultProxy:
    """The network between browsers and ``server``, sound until broken."""
    return station[1]


@pytest.fixture
def records(server: Server, cast: Cast) -> Iterator[Records]:
    """The server's books, to look into."""
    records = Records(server.data, cast)
    yield records
    records.close()


@pytest.fixture
def phones(
    browser: Browser, server: Server, records: Records, proxy: FaultProxy, cast: Cast
) -> Iterator[Phones]:
    phones = Phones(browser, records, proxy, cast)
    yield phones
    phones.switch_off(network_broke=proxy.harmed or server.was_down)


@pytest.fixture
def amina(phones: Phones) -> Phone:
    """Amina's phone: signed in, and everything there for going offline."""
    return phones.ready("amina")


@pytest.fixture
def bohdan(phones: Phones) -> Phone:
    return phones.ready("bohdan")


@pytest.fixture
def invitation(records: Records) -> str:
    """The secret of an invitation for one person."""
    return invite(records)


@pytest.fixture
def maryam(phones: Phones, invitation: str) -> Phone:
    """Has joined on this phone just now."""
    phone = visitor(phones)
    join(phone.page, invitation)
    return phone


@pytest.fixture
def station_tablet(phones: Phones) -> Tablet:
    """A tablet at the door of the small meeting, with everything on it."""
    return make_tablet(phones)
