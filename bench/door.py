"""The page at the door on a slow tablet: from a tap to its mark, and from a key to what it finds.

Both are times until the frame that shows it is painted, in a Chromium whose processor is slowed down four
times and whose frames wait for no screen; the floor is a frame of the same page that only changes a colour.
"""

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from mo_app import create_app
from mo_app.accounts.models import Organisation, Person
from mo_app.checkin.stations.operations import make_station
from mo_app.kernel.actor import Actor, Role
from mo_app.rsvps.models import Rsvp, State
from mo_app.schedule.operations import create_event
from mo_app.settings import Settings
from mo_app.web.database import begin_write, db
from mo_app.web.migrations import upgrade

from .serving import free_port, serving

PEOPLE = 500
SLOWER = 4
TAPS = 20
BETWEEN = 700
"""Milliseconds from one person to the next: what was tapped is kept, sent and answered meanwhile."""
TYPED = ("mo", "amina", "kow", "حداد", "ver")
TABLET: dict[str, Any] = {"viewport": {"width": 820, "height": 1180}, "has_touch": True, "locale": "en"}
FLAGS = ["--no-sandbox", "--disable-frame-rate-limit", "--disable-gpu-vsync"]
FIRST = ("Amina", "Olena", "محمد", "Юлія", "Nguyễn Thị", "Şükrü", "Tadesse", "Oleksandr", "Khadija", "ሰላም")
LAST = ("Haddad", "Коваленко", "حداد", "Öztürk", "Müller", "Kovalchuk", "Tesfay")
MEASURE = """() => {
  window.took = { click: [], input: [], bare: [] }
  const painted = () => new Promise(resolve => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage(null)
  }))
  const measure = async kind => {
    const began = performance.now()
    await painted()
    took[kind].push(performance.now() - began)
  }
  for (const kind of ["click", "input"]) addEventListener(kind, () => measure(kind), { capture: true })
  window.bare = () => {
    const { style } = document.querySelector(".door-here")
    style.color = style.color ? "" : "red"
    return measure("bare")
  }
}"""

MIDDLE = """place => {
  const row = document.querySelectorAll(".guest-tap")[place]
  row.scrollIntoView({ block: "center" })
  const { x, y, width, height } = row.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}"""


@dataclass(frozen=True)
class Door:
    """Medians, in milliseconds."""

    tap: float
    key: float
    frame: float


def at_the_door(folder: Path) -> Door:
    port = free_port()
    environ = {"MO_DATA": str(folder), "MO_ORIGIN": f"http://localhost:{port}"}
    token = _evening(environ)
    with serving("app:app", environ, port), sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        context = browser.new_context(base_url=environ["MO_ORIGIN"], **TABLET)
        context.add_cookies([{"name": "mo", "value": token, "url": environ["MO_ORIGIN"]}])
        page = context.new_page()
        page.goto("/en/checkin")
        page.wait_for_selector('mo-ready [data-when="ready"]:not([hidden])')
        took = _measured(page, context.new_cdp_session(page))
        browser.close()
    return Door(median(took["click"]), median(took["input"]), median(took["bare"]))


def _measured(page: Page, devtools: CDPSession) -> dict[str, list[float]]:
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(MEASURE)
    for place in range(TAPS):
        page.evaluate("bare()")
        # Not the row's own tap(), which looks into the page at the same time.
        page.touchscreen.tap(**page.evaluate(MIDDLE, place))
        page.wait_for_timeout(BETWEEN)
    search = page.get_by_role("searchbox")
    for typed in TYPED:
        search.press_sequentially(typed, delay=200)
        for _ in typed:
            search.press("Backspace", delay=200)
    took: dict[str, list[float]] = page.evaluate("took")
    return took


def _evening(environ: dict[str, str]) -> str:
    """Tonight everybody comes; the token of the tablet at the door."""
    now = datetime.now(UTC)
    coordinator = Actor("bench", Role.COORDINATOR, "bench")
    about: dict[str, Any] = {"kind": "meeting", "title": {"en": "Tonight"}, "place": "Hall"}
    about |= {"starts_at": now + timedelta(minutes=30), "ends_at": now + timedelta(hours=3)}
    app = create_app(Settings.from_environ(environ))
    with app.app_context():
        upgrade()
        begin_write()
        session = db.session()
        organisations = [Organisation(name=f"Verein {number}", created_at=now) for number in range(20)]
        session.add_all(organisations)
        session.flush()
        people = [
            Person(
                name=f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]}",
                role=Role.MEMBER,
                language="de",
                created_at=now,
                organisation_id=organisations[number % 20].id,
            )
            for number in range(PEOPLE)
        ]
        session.add_all(people)
        event = create_event(session=session, actor=coordinator, now=now, values=about)
        said: dict[str, Any] = {
            "state": State.CONFIRMED,
            "party": 1,
            "device": "bench",
            "seq": 1,
            "updated_at": now,
        }
        session.add_all(Rsvp(event_id=event.id, person_id=person.id, **said) for person in people)
        session.flush()
        door: dict[str, Any] = {"session": session, "actor": coordinator, "now": now, "event_id": event.id}
        token = make_station(**door, device="Chromium").token
        db.session.commit()
        db.engine.dispose()
    return token
