"""Amina is told something, on the devices she has, in the language she reads; Boris is told nothing of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from mo_app.accounts.models import Person
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.clock import FixedClock
from mo_app.kernel.i18n import Message
from mo_app.notices.models import Notice
from mo_app.notices.operations import notify, read_notice
from mo_app.notices.queries import notices_part
from mo_app.sync import DocumentView

AMINA = Actor(person_id="aminaaaaaaaaaaaa", role=Role.MEMBER, sign_in_id="a")
BORIS = Actor(person_id="borisaaaaaaaaaaa", role=Role.MEMBER, sign_in_id="b")


def told(session: Session, actor: Actor, at: datetime, language: str = "en") -> list[dict[str, Any]]:
    return notices_part(DocumentView(session, actor, at, language))


@pytest.fixture(autouse=True)
def people(session: Session, clock: FixedClock) -> None:
    for actor in (AMINA, BORIS):
        about = {"name": actor.sign_in_id, "role": actor.role, "language": "en", "created_at": clock.now()}
        session.add(Person(id=actor.person_id, **about))
    session.flush()


@pytest.fixture
def notice(session: Session, clock: FixedClock) -> Notice:
    return notify(
        session=session,
        person_id=AMINA.person_id,
        kind="greeting",
        text=Message("Hello %(name)s", {"name": "Amina"}),
        path="/schedule/abc",
        now=clock.now(),
    )


def test_she_is_told_with_the_address_to_look_at(session: Session, clock: FixedClock, notice: Notice) -> None:
    assert told(session, AMINA, clock.now()) == [
        {
            "id": notice.id,
            "kind": "greeting",
            "text": "Hello Amina",
            "url": "/schedule/abc",
            "made_at": "2026-11-23T11:00:00+00:00",
            "read": False,
        }
    ]


def test_nobody_else_is_told(session: Session, clock: FixedClock, notice: Notice) -> None:
    assert told(session, BORIS, clock.now()) == []


def test_reading_it_twice_keeps_the_first_time(session: Session, clock: FixedClock, notice: Notice) -> None:
    read_notice(session=session, actor=AMINA, now=clock.now(), notice_id=notice.id)
    read_notice(session=session, actor=AMINA, now=clock.now() + timedelta(hours=1), notice_id=notice.id)
    assert notice.read_at == clock.now()
    assert told(session, AMINA, clock.now())[0]["read"] is True


def test_another_person_cannot_read_it_away(session: Session, clock: FixedClock, notice: Notice) -> None:
    read_notice(session=session, actor=BORIS, now=clock.now(), notice_id=notice.id)
    read_notice(session=session, actor=AMINA, now=clock.now(), notice_id="aaaaaaaaaaaaaaaa")
    assert notice.read_at is None


def test_what_is_read_is_shown_for_thirty_days_and_what_is_unread_until_it_is(
    session: Session, clock: FixedClock, notice: Notice
) -> None:
    later = clock.now() + timedelta(days=31)
    assert [each["id"] for each in told(session, AMINA, later)] == [notice.id]
    read_notice(session=session, actor=AMINA, now=later, notice_id=notice.id)
    assert told(session, AMINA, later) == []
    assert len(told(session, AMINA, clock.now() + timedelta(days=29))) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Workshop – Dienstag, 1. Dezember 2026, 18:30"),
        ("en", "Workshop – Tuesday, December 1, 2026, 18:30"),
        ("ar", "Workshop – الثلاثاء، 1 ديسمبر 2026، 18:30"),
        ("uk", "Майстерня – вівторок, 1 грудня 2026\u202fр., 18:30"),
    ],
)
def test_times_are_of_leipzig_and_titles_in_her_language_where_there_is_one(
    session: Session, clock: FixedClock, language: str, text: str
) -> None:
    notify(
        session=session,
        person_id=AMINA.person_id,
        kind="moved",
        text=Message(
            "%(title)s – %(starts)s",
            {
                "title": {"de": "Workshop", "uk": "Майстерня"},
                "starts": datetime(2026, 12, 1, 17, 30, tzinfo=UTC),
            },
        ),
        now=clock.now(),
    )
    session.expire_all()  # as it comes out of the database
    assert told(session, AMINA, clock.now(), language)[0]["text"] == text


def test_a_value_that_looks_like_a_placeholder_stays_what_it_is(session: Session, clock: FixedClock) -> None:
    text = Message("Hello %(name)s", {"name": "100 % %(name)s"})
    notify(session=session, person_id=AMINA.person_id, kind="greeting", text=text, now=clock.now())
    assert told(session, AMINA, clock.now())[0]["text"] == "Hello 100 % %(name)s"
