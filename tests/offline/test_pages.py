"""The pages with which a device speaks of itself."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from mo_app.kernel.clock import FixedClock
from mo_app.kernel.i18n import LANGUAGES
from tests.accounts.cast import add_person, sign_in


def exchange(client: FlaskClient, language: str) -> list[dict[str, str]]:
    answer = client.post(
        "/sync",
        json={
            "protocol": 1,
            "device": "6f2c1a8e-3d59-4c8e-9d1a-0f2b6f0a7c11",
            "person": None,
            "languages": [language],
            "client_now": "2026-11-23T11:00:00Z",
        },
    )
    pages: list[dict[str, str]] = answer.get_json()["pages"]
    return pages


def test_a_device_gets_the_offline_page_in_every_language(client: FlaskClient) -> None:
    urls = {page["url"] for page in exchange(client, "uk")}
    assert {f"/{language}/offline" for language in LANGUAGES} <= urls
    assert "/uk/device" in urls
    assert "/de/device" not in urls


@pytest.mark.parametrize("path", ["device", "offline"])
def test_the_page_from_the_network_is_the_page_that_is_kept(client: FlaskClient, path: str) -> None:
    kept = {page["url"]: page["html"] for page in exchange(client, "de")}
    assert client.get(f"/de/{path}").get_data(as_text=True) == kept[f"/de/{path}"]


def test_a_guest_has_nothing_to_sign_out_of(client: FlaskClient) -> None:
    assert "mo-sign-out" not in client.get("/de/device").get_data(as_text=True)


def test_the_offline_page_is_nobodys(client: FlaskClient) -> None:
    page = client.get("/de/offline").get_data(as_text=True)
    assert 'class="tab" href="/de/account' not in page


def test_no_link_of_an_entry_is_empty_while_its_title_is_not_known(client: FlaskClient) -> None:
    page = client.get("/en/device").get_data(as_text=True)
    assert re.search(r'<a data-slot="title">\w', page)
    assert '<a data-slot="title"></a>' not in page


@pytest.mark.parametrize("reason", ["full", "blocked", "outdated"])
def test_every_reason_why_nothing_can_be_kept_is_said(client: FlaskClient, reason: str) -> None:
    assert f'data-when="unkept-{reason}"' in client.get("/en/device").get_data(as_text=True)


def test_what_only_counts_on_is_not_read_out(client: FlaskClient) -> None:
    line = re.search('<mo-status class="status".*?</mo-status>', client.get("/en/").text, re.DOTALL)
    assert line
    for slot in re.findall(r'<[^<]*data-slot="(?:at|done|total)"[^>]*>', line[0]):
        assert 'aria-live="off"' in slot


def test_signing_out_waits_for_what_clears_the_device(
    client: FlaskClient, session: Session, clock: FixedClock
) -> None:
    """A tap that came before it would sign out at the server alone."""
    sign_in(client, session, add_person(session, clock, "Olena"), clock)
    page = client.get("/en/device").get_data(as_text=True)
    form = page[page.index("<mo-sign-out>") :].partition("</form>")[0]
    enhanced, _, plain = form.partition("<noscript>")
    assert re.search(r"<button[^>]* disabled", enhanced)
    assert "<button" in plain
    assert "disabled" not in plain
