"""Documents of which there are many: somebody wants one by its key, may read it or not, or is given it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.kernel.actor import Actor, Role

from .conftest import Phone

CLARA = Actor("claraclaraclarac", Role.COORDINATOR, "s1")
AMINA = Actor("aminaaminaaminaa", Role.MEMBER, "s2")
TABLET = Actor("tablettablettabl", Role.STATION, "s3", event_id="festival")


@pytest.fixture
def app(app: Flask) -> Flask:
    """Without the documents of real features: these readers are nobody that they know."""
    registry = app.extensions["sync"]
    registry.documents.clear()
    registry.parts.pop("roster")
    kind = sync.DocumentKind(
        name="roster",
        may_read=lambda session, actor, key: actor.role is Role.COORDINATOR and key != "unknown",
        given=lambda actor: [actor.event_id] if actor.event_id else [],
    )
    sync.register_document(app, kind)
    sync.register_part(app, document="roster", name="of", value=lambda view: view.key)
    return app


@pytest.fixture
def documents(phone: Callable[[Actor | None], Phone]) -> Callable[..., dict[str, Any]]:
    """What an answer brings to somebody who wants these and has those."""

    def ask(actor: Actor | None, *want: str, have: dict[str, str] | None = None) -> dict[str, Any]:
        kept = {"cursor": None, "documents": have or {}}
        found: dict[str, Any] = phone(actor).send(want=list(want), have=kept)["documents"]
        return found

    return ask


def test_whoever_may_read_it_gets_what_is_wanted(documents: Callable[..., dict[str, Any]]) -> None:
    found = documents(CLARA, "roster/meeting", "roster/unknown", "roster", "nothing/here", "mine/someone")
    assert set(found) == {"figures", "mine", "roster/meeting"}
    assert found["roster/meeting"]["value"] == {"of": "meeting"}


def test_nobody_else_does(documents: Callable[..., dict[str, Any]]) -> None:
    assert set(documents(AMINA, "roster/meeting")) == {"figures", "mine"}
    assert set(documents(None, "roster/meeting")) == {"figures"}


def test_a_station_is_given_its_own_and_nothing_else(documents: Callable[..., dict[str, Any]]) -> None:
    assert set(documents(TABLET, "roster/meeting", "mine", "figures")) == {"roster/festival"}


def test_what_is_known_does_not_come_again(documents: Callable[..., dict[str, Any]]) -> None:
    version = documents(CLARA, "roster/meeting")["roster/meeting"]["version"]
    assert "roster/meeting" not in documents(CLARA, "roster/meeting", have={"roster/meeting": version})


def test_what_is_wanted_no_longer_is_to_be_forgotten(documents: Callable[..., dict[str, Any]]) -> None:
    assert documents(CLARA, have={"roster/meeting": "1"})["roster/meeting"] == {"version": "", "value": None}
    assert documents(TABLET, have={"mine": "1"})["mine"]["value"] is None


def test_a_station_brings_only_what_stations_do(phone: Callable[[Actor | None], Phone]) -> None:
    tablet = phone(TABLET)
    answer = tablet.send(tablet.operation("hello"))
    [result] = answer["results"]
    assert (result["outcome"], result["code"]) == ("rejected", "forbidden")
    assert {page["url"].split("/")[-1] for page in answer["pages"]} == {"offline", "checkin"}


def test_touching_all_of_a_name_brings_each_of_them_again(
    documents: Callable[..., dict[str, Any]], session: Session
) -> None:
    have = {wire: each["version"] for wire, each in documents(CLARA, "roster/meeting").items()}
    sync.touch_document(session, "roster")
    session.commit()
    assert set(documents(CLARA, "roster/meeting", have=have)) == {"roster/meeting"}
