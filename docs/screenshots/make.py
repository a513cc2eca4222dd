"""Takes the README's pictures of a running demo, whose lines ``bin/screenshots`` hands in."""

import os
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


def main(demo: Demo) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"))
        volunteer = sign_in(browser, demo, "volunteer", **PHONE)
        volunteer.goto(f"{demo.origin}/de/schedule")
        event = volunteer.locator(
            "a[href*='/de/schedule/']", has_text="Förderanträge schreiben II"
        ).first.get_attribute("href")
        volunteer.goto(f"{demo.origin}{event}")
        take(volunteer, "event-de")
        volunteer.goto(f"{demo.origin}/ar/schedule")
        volunteer.wait_for_timeout(1500)
        volunteer.context.set_offline(True)
        volunteer.reload()
        take(volunteer, "schedule-ar")
        coordinator = sign_in(browser, demo, "coordinator", **LAPTOP)
        coordinator.goto(f"{demo.origin}/de/desk/events")
        take(coordinator, "desk-de")
        browser.close()


if __name__ == "__main__":
    main(read_links(sys.stdin.read()))
