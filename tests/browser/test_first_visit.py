"""The first visit: from nothing to everything that is needed without a connection."""

import re

from playwright.sync_api import Response, expect

from tests.support import memory
from tests.support.cast import Cast
from tests.support.phones import Phones

NOTE_PROGRESS = """
addEventListener("DOMContentLoaded", () => {
  const shown = () => document.querySelector("mo-status")?.innerText ?? ""
  window.progress = []
  new MutationObserver(() => progress.at(-1) !== shown() && progress.push(shown()))
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
})"""


def status_of(answer: Response | None) -> int:
    return answer.status if answer else 0


def test_getting_ready_shows_how_far_it_has_come(phones: Phones) -> None:
    phone = phones.signed_in("amina")
    phone.context.add_init_script(NOTE_PROGRESS)
    phone.page.goto("/en/")
    expect(phone.page.get_by_text(re.compile(r"Up to date at \d\d:\d\d"))).to_be_visible()
    steps = [re.search(r"Getting ready: (\d+) of (\d+)", text) for text in phone.page.evaluate("progress")]
    counts = [(int(step[1]), int(step[2])) for step in steps if step]
    assert len(counts) > 2
    assert counts == sorted(counts), "it only ever goes forward"
    assert all(done <= total for done, total in counts)


def test_afterwards_every_page_of_the_schedule_opens_with_the_server_gone(phones: Phones, cast: Cast) -> None:
    phone = phones.ready("amina")
    phone.context.set_offline(True)
    phone.expected.append("ERR_INTERNET_DISCONNECTED")
    events = [f"/schedule/{event}" for event in cast.events.values()]
    paths = ["/", "/schedule", "/schedule/past", "/device", *events]
    for path in paths:
        answer = phone.page.goto(f"/en{path}")
        assert status_of(answer) == 200, path
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        expect(phone.page.locator("h1").first).to_be_attached()
        expect(phone.page.get_by_text(re.compile("Offline, as of")).first).to_be_visible()


def test_what_is_not_kept_is_answered_honestly_in_the_language_of_its_address(phones: Phones) -> None:
    phone = phones.ready("amina")
    phone.context.set_offline(True)
    phone.expected += ["ERR_INTERNET_DISCONNECTED", "status of 503"]
    answer = phone.page.goto("/ar/account")
    assert status_of(answer) == 503
    assert phone.page.get_attribute("html", "lang") == "ar"


def test_the_plain_address_begins_in_the_language_that_is_read_here(phones: Phones) -> None:
    phone = phones.ready("amina", "/uk/")
    phone.context.set_offline(True)
    phone.expected.append("ERR_INTERNET_DISCONNECTED")
    phone.page.goto("/")
    assert phone.page.url.endswith("/uk/")


def test_a_language_once_chosen_is_there_too(phones: Phones, cast: Cast) -> None:
    phone = phones.ready("amina")
    event = f"/uk/schedule/{cast.events['roomy']}"
    phone.page.goto("/uk/")
    phone.wait_until(memory.KEPT, event)
    phone.context.set_offline(True)
    phone.expected.append("ERR_INTERNET_DISCONNECTED")
    for language in ("uk", "en"):
        answer = phone.page.goto(f"/{language}/schedule/{cast.events['roomy']}")
        assert status_of(answer) == 200
        assert phone.page.get_attribute("html", "lang") == language
