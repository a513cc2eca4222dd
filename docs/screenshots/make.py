"""Takes the README's pictures of a running demo, whose lines ``bin/screenshots`` hands in."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
PHONE = {
    "viewport": {"width": 390, "height": 800},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
TABLET = {"viewport": {"width": 1100, "height": 800}, "device_scale_factor": 1, "has_touch": True}
LAPTOP = {"viewport": {"width": 1200, "height": 800}, "device_scale_factor": 1}


@dataclass(frozen=True)
class Demo:
    origin: str
    links: dict[str, str]


def read_links(text: str) -> Demo:
    """The lines ``volunteer    http://localhost:8000/…``."""
    links = dict(line.split() for line in text.splitlines() if len(line.split()) == 2)
    parts = urlsplit(links["volunteer"])
    return Demo(origin=f"{parts.scheme}://{parts.netloc}", links=links)


def sign_in(browser: Browser, demo: Demo, role: str, **context: object) -> Page:
    page = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin", **context).new_page()
    page.goto(demo.links[role])
    # The device is ready once its pages are kept.
    page.wait_for_function("() => navigator.serviceWorker?.controller")
    page.wait_for_timeout(1500)
    return page


def take(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / f"{name}.png", animations="disabled")


def open_offline(page: Page, address: str, shows: str) -> None:
    """Open the address without a connection, once the device keeps it."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    for _ in range(40):
        page.context.set_offline(True)
        page.reload()
        if page.locator(shows).count():
            return
        page.context.set_offline(False)
        page.wait_for_timeout(1000)  # the page tries again by itself
    raise SystemExit(f"never kept: {address}")


def come_with_three(page: Page) -> None:
    page.locator("#rsvp-party").fill("3")
    page.locator("[data-say=going]").click()
    page.wait_for_load_state("networkidle")
    page.locator("mo-rsvp").first.evaluate("card => card.scrollIntoView({block: 'center'})")


def check_in_at_the_door(page: Page, demo: Demo) -> None:
    """The tablet becomes a station of the next workshop; two are here, a third is asked for her number."""
    page.goto(f"{demo.origin}/de/desk/events")
    page.get_by_role("link", name="Abrechnen ohne Angst").first.click()
    page.goto(page.url.removesuffix("/edit") + "/door")
    page.get_by_role("button", name="Dieses Gerät für den Check-in verwenden").click()
    page.wait_for_url(f"{demo.origin}/de/checkin")
    page.locator("mo-ready [data-when=ready]").wait_for()
    for name in ("Emmanuel Okafor", "Mariam Rahimi"):
        page.locator("#door-list").get_by_role("button").filter(has_text=name).click()
        if page.locator("#door-party[open]").count():
            page.locator("#door-party").get_by_role("button", name="einchecken").click()


def main(demo: Demo) -> None:
    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=sandbox)
        volunteer = sign_in(browser, demo, "volunteer", **PHONE)
        volunteer.goto(f"{demo.origin}/de/schedule")
        volunteer.get_by_role("link", name="Abrechnen ohne Angst").click()
        volunteer.wait_for_url(re.compile("/de/schedule/.+"))
        come_with_three(volunteer)
        take(volunteer, "event-de")
        open_offline(volunteer, f"{demo.origin}/ar/schedule", shows="a[href^='/ar/schedule/']")
        take(volunteer, "schedule-ar")
        coordinator = sign_in(browser, demo, "coordinator", **LAPTOP)
        coordinator.goto(f"{demo.origin}/de/desk/events")
        take(coordinator, "desk-de")
        tablet = sign_in(browser, demo, "coordinator", **TABLET)
        check_in_at_the_door(tablet, demo)
        take(tablet, "door-de")
        browser.close()


if __name__ == "__main__":
    main(read_links(sys.stdin.read()))
