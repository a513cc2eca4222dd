"""Nothing stands in the way: every page of the app, in every language, light and dark, on a small phone."""

from pathlib import Path

import pytest

from mo_app import create_app
from mo_app.kernel.i18n import LANGUAGES
from mo_app.settings import Settings
from tests.support import memory
from tests.support.addresses import Addresses, make_addresses
from tests.support.axe import bring_axe, complaints
from tests.support.cast import Cast
from tests.support.fault_proxy import FaultProxy
from tests.support.faults import CutBefore
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records
from tests.support.traffic import Seen

REFUSED = "Failed to load resource"


@pytest.fixture
def addresses(tmp_path: Path, records: Records, cast: Cast) -> Addresses:
    """The list of pages comes from the app."""
    app = create_app(Settings.from_environ({"MO_DATA": str(tmp_path)}))
    with app.app_context(), records.writing() as session:
        return make_addresses(app, session, cast)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("who", ["guest", "amina", "clara"])
def test_axe_finds_nothing_on_any_page(
    phones: Phones, proxy: FaultProxy, addresses: Addresses, cast: Cast, who: str, language: str
) -> None:
    # Without a worker, so that each page is the server's.
    phone = phones.new(service_workers="block")
    phone.expected.append(REFUSED)  # pages that are not for everybody
    proxy.break_on("*", CutBefore(), only=leads_on_at_once)
    if who != "guest":
        phones.sign_in(phone, who)
        phone.page.goto(f"/{language}/")
        phone.wait_until(memory.HERE, cast.people[who])
        phone.wait_until_quiet()
    bring_axe(phone.context)
    found, refusals = {}, set()
    for path in addresses.in_language(language):
        status = status_of_page(phone, path)
        if status is None or (status >= 400 and status in refusals):
            continue
        refusals.add(status)
        phone.page.goto(path)
        found[path] = complaints(phone.page)
    wrong = {path: said for path, said in found.items() if said}
    assert not wrong, "\n".join(f"{path}\n  " + "\n  ".join(said) for path, said in wrong.items())
    assert len(found) >= 8


def leads_on_at_once(one: Seen) -> bool:
    """The script of a page that nobody is to stay on."""
    return one.path.endswith("/accounts/arrived.js")


def status_of_page(phone: Phone, path: str) -> int | None:
    """None where it is no whole page: a calendar, the manifest, a part that htmx asks for."""
    answer = phone.context.request.get(path)
    return answer.status if answer.body().startswith(b"<!doctype html>") else None
