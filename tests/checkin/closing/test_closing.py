"""Eva closes the evening: its figures stay, whatever arrives later."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mo_app.checkin.closing.changes import changes_since
from mo_app.checkin.closing.errors import FiguresChanged, NotBegun
from mo_app.checkin.closing.figures import Figures, figures_of
from mo_app.checkin.closing.operations import close_event, fingerprint
from mo_app.checkin.closing.queries import closings_of, latest_closing
from mo_app.checkin.models import Closing
from mo_app.kernel.actor import Actor, Role
from mo_app.kernel.errors import Forbidden, Invalid
from mo_app.web.i18n import say, speaking
from tests.rsvps.cast import EVA, add_person

ISOLATES = {0x2068: None, 0x2069: None}


@pytest.fixture
def closes(app, session, clock, evening):
    """Eva, or another, having looked at the figures."""
    add_person(session, clock, EVA)

    def closes(actor=EVA, seen=None, **about):
        session.flush()
        shown = fingerprint(figures_of(session, evening.id), latest_closing(session, evening.id))
        doing = {"session": session, "actor": actor, "now": clock.now(), "event_id": evening.id}
        return close_event(**doing, seen=seen or shown, **about)

    return closes


@pytest.fixture
def after(evening, clock, amina, door):
    """The event is over; Amina was there with one other."""
    door.marks(amina, 2)
    clock.advance(timedelta(hours=4))


@pytest.fixture
def late(session, evening):
    """What, who and why, in words, by closing."""

    def late():
        session.flush()
        closings = [closed.closing for closed in reversed(closings_of(session, evening.id))]

        def told(text):
            return (text if isinstance(text, str) else say(text)).translate(ISOLATES)

        with speaking("en"):
            return [
                [(told(it.what), told(it.who), told(it.why)) for it in each]
                for each in changes_since(session, evening.id, closings)
            ]

    return late


def test_the_figures_stay_as_they_were(after, closes, door, boris, session, evening):
    closing = closes(counted=4)
    door.marks(boris)
    frozen = Figures.of_json(session.get(Closing, closing.id).figures)
    assert (frozen.people, frozen.heads, closing.counted) == (1, 2, 4)
    session.flush()
    assert figures_of(session, evening.id).people == 2


def test_what_comes_later_is_told_and_can_be_taken_in(
    after, closes, door, desk, boris, late, session, evening, clock
):
    closes()
    clock.advance(timedelta(minutes=5))
    door.marks(boris, 3)
    desk.enters(boris, 3)
    late_ones, name = late()[0], "Checked in: Борис Шевчук"
    assert set(late_ones) == {
        (name, "somebody", "Recorded before the event was closed, arrived afterwards."),
        (name, "Eva, from the sign-in sheet", "Entered from the sign-in sheet."),
    }
    with pytest.raises(Invalid) as error:
        closes()
    assert set(error.value.fields) == {"why"}
    closes(why="A tablet came back later")
    assert [len(each) for each in late()] == [2, 0]
    first, second = reversed(closings_of(session, evening.id))
    assert (first.closing.figures["heads"], second.closing.figures["heads"]) == (2, 5)
    assert (second.name, second.closing.why) == ("Eva", "A tablet came back later")


def test_what_is_written_down_after_it_came_later_whatever_the_clock_says(
    after, closes, door, boris, late, session, clock
):
    """A tablet's exchange may have begun before the closing, and have had to wait for it."""
    closing = closes()
    clock.advance(timedelta(minutes=-5))
    door.marks(boris)
    session.flush()
    assert [what for what, _, _ in late()[0]] == ["Checked in: Борис Шевчук"]
    assert closing.at > clock.now()


def test_merges_and_undos_are_told_with_their_names(after, closes, door, desk, amina, late, clock):
    walk_in = door.adds("A. Tesfay")
    closes()
    clock.advance(timedelta(minutes=5))
    merge = desk.merges(walk_in, f"p:{amina.id}")
    desk.undoes(merge)
    desk.undoes(desk.undoes("00000000-0000-4000-8000-000000000000"))
    assert [what for what, _, _ in late()[0]] == [
        "The same: A. Tesfay and Amina Tesfay",
        "Taken back: “The same: A. Tesfay and Amina Tesfay”",
        "Taken back: “something that is not here”",
        "Taken back: “something that is not here”",
    ]


def test_the_tablets_hear_of_it(app, after, closes, door):
    assert door.document(app, "door")["closed_at"] is None
    closing = closes()
    assert door.document(app, "door")["closed_at"] == closing.at.isoformat()


def test_what_arrived_while_she_looked_is_looked_at_again(after, closes, door, boris, session, evening):
    seen = fingerprint(figures_of(session, evening.id), None)
    door.marks(boris)
    with pytest.raises(FiguresChanged):
        closes(seen=seen)


def test_two_who_close_at_once_close_once(after, closes, session, evening, clock):
    seen = fingerprint(figures_of(session, evening.id), None)
    closes(seen=seen)
    clock.advance(timedelta(seconds=1))
    with pytest.raises(FiguresChanged):
        closes(seen=seen, why="Again")
    assert len(session.scalars(select(Closing)).all()) == 1


def test_not_before_it_has_begun(evening, closes):
    with pytest.raises(NotBegun):
        closes()


@pytest.mark.parametrize("about", [{"why": "x" * 201}, {"counted": -1}, {"counted": 2001}])
def test_what_cannot_be(after, closes, about):
    with pytest.raises(Invalid) as error:
        closes(**about)
    assert set(error.value.fields) == set(about)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CONTACT, Role.REVIEWER, Role.STATION])
def test_only_coordinators_close(after, closes, role):
    with pytest.raises(Forbidden):
        closes(Actor("x" * 16, role, ""))
