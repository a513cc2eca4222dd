"""Pages are fetched again, and one fails: the old set stays whole, nothing broken is kept (fault 19)."""

from typing import Any

import pytest

from tests.support import memory
from tests.support.cast import Cast
from tests.support.fault_proxy import FaultProxy
from tests.support.faults import CutBefore, CutWithin, Fault, Tamper
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records

FORTY = 40
LONG = "What we bring, and why it matters to us. " * 200


def one_page_is_broken(answer: Any) -> Any:
    """The connection of some gateway broke off within one page, and it answers all the same."""
    if len(answer["pages"]) > 1:
        answer["pages"][1]["html"] = answer["pages"][1]["html"][:500]
    return answer


@pytest.mark.parametrize(
    ("fault", "skip"),
    [(CutBefore(), 1), (CutWithin(0.7), 0), (Tamper(one_page_is_broken), 1)],
    ids=["the second part is lost", "cut within the first", "one page is broken"],
)
def test_19_one_of_forty_pages_fails(
    phones: Phones, cast: Cast, proxy: FaultProxy, records: Records, fault: Fault, skip: int
) -> None:
    records.add_events(FORTY, text=f"Before. {LONG}")
    amina = phones.ready("amina")
    before = pages_of(amina)
    assert len([url for url in before if url.startswith("/en/schedule/")]) > FORTY
    amina.put_away()
    records.edit_events(text=f"After. {LONG}")
    proxy.forget()
    proxy.break_on("/sync", fault, skip=skip)
    amina.page.goto("/en/")
    proxy.wait_until(lambda proxy: [one for one in proxy.requests("/sync") if one.fault and one.done])
    amina.page.goto("/en/schedule")
    assert pages_of(amina) == before

    proxy.heal()
    amina.page.reload()
    amina.wait_until_ready(cast.people["amina"])
    amina.wait_until(memory.NO_PAGE_SAYS, "Before.")
    after = pages_of(amina)
    assert after.keys() == before.keys()
    assert all(page["html"].rstrip().endswith("</html>") for page in after.values())


def pages_of(phone: Phone) -> dict[str, Any]:
    return phone.stored("pages")
