"""Eva at the page of the door: before the evening, and after it."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from mo_app.accounts.models import Person
from mo_app.checkin.models import Closing, Correction, Merge, Undo
from mo_app.checkin.records import Records
from mo_app.checkin.retention.operations import forget_names
from tests.checkin.cast import add_person
from tests.rsvps.cast import EVA


@pytest.fixture
def close(browse):
    """As somebody who looked at the page."""

    def close(**typed):
        [seen] = re.findall(r'name="seen" value="(\w+)"', browse(EVA, "door").text)
        return browse(EVA, "door/closings", {"seen": seen} | typed)

    return close


def test_before_it_says_what_is_needed_and_leads_to_paper(browse):
    page = browse(EVA, "door").text
    assert "4 people said they come" in page
    assert "Needed in all: Tigrinya 1 and 2 children" in page
    for link in ("/people", "/sheet", "/sheet.pdf", "/en/checkin?event="):
        assert link in page
    assert "paper=1" in page
    assert "Close the event" not in page


def test_it_is_linked_where_the_event_is_edited(browse, evening):
    assert f'href="/en/desk/events/{evening.id}/door"' in browse(EVA, "").text


def test_after_it_says_who_stayed_away(browse, over):
    page = browse(EVA, "door").text
    for words in (
        "4 people were here",
        "2 entries",
        "1 of them a walk-in",
        "1 stayed away without notice",
        "Dina Saad",
    ):
        assert words in page


def test_by_name_it_says_who_was_there_and_who_was_not(browse, over):
    page = browse(EVA, "door/people").text
    there, absent = page.split("Absent without notice")
    assert "Amina" in there
    assert "Dina Saad" in there
    assert "Boris" in absent


def test_once_names_are_removed_the_page_still_has_the_figures(browse, over, session, clock):
    forget_names(session=session, now=clock.now() + timedelta(days=800), months=18)
    page = browse(EVA, "door").text
    assert "Present: 4 people" in page
    assert "Absent without notice: 1 person" in page
    assert "Names removed on" in page
    names = browse(EVA, "door/people").text
    assert "Name removed" in names
    for name in ("Amina", "Dina", "Boris"):
        assert name not in page + names


@pytest.mark.parametrize("path", ["door/now", "door/walk-ins"])
def test_what_changes_is_a_fragment_of_the_page(browse, over, path):
    fragment = browse(EVA, path).text
    assert "<html" not in fragment
    assert fragment.strip() in browse(EVA, "door").text


def test_closing_freezes_and_what_comes_later_is_listed(browse, close, over, door, boris, session):
    assert close(counted="5").location.endswith("/door?done=closed")
    door.marks(boris.actor.person_id, 1)
    session.commit()
    page = browse(EVA, "door").text
    assert "Present: 4 people" in page
    assert "Counted by hand: 5 people" in page
    assert "Came or was corrected since" in page
    assert "Checked in: \u2068Boris" in page
    assert close().status_code == 422
    assert close(why="Boris was in the other tablet").status_code == 303
    page = browse(EVA, "door").text
    assert "Present: 5 people" in page
    assert "Present: 4 people" in page, "the history"
    assert "Counted by hand: 5 people</span>" in page, "nobody counted again"
    assert "Boris was in the other tablet" in page


def test_while_it_is_on_closing_says_what_becomes_of_who_comes_later(browse, evening, clock):
    still_on = "The event is still on: whoever comes later is listed as late."
    clock.advance(evening.starts_at - clock.now() + timedelta(minutes=1))
    assert still_on in browse(EVA, "door").text
    clock.advance(evening.over_at - clock.now())
    assert still_on not in browse(EVA, "door").text


def test_what_was_typed_comes_back_with_what_is_wrong(close, over):
    page = close(counted="many", why="Rain")
    assert page.status_code == 422
    assert 'value="many"' in page.text
    assert 'value="Rain"' in page.text
    assert "Please enter a number from 0 to 2000." in page.text


def test_figures_that_changed_meanwhile_are_looked_at_again(browse, over, session):
    page = browse(EVA, "door/closings", {"seen": "0" * 32})
    assert page.status_code == 409
    assert "Please look at the figures again" in page.text
    assert session.scalars(select(Closing)).all() == []


def test_one_tap_merges_and_it_can_be_taken_back(browse, over, door, saba, session, clock, evening):
    dina = add_person(session, clock, "Saad, Dina", saba)
    session.commit()
    page = browse(EVA, "door").text
    assert "The walk-in <bdi>Dina Saad</bdi> is probably the member <bdi>Saad, Dina</bdi>." in page
    form = {"walk_in": over, "into": f"p:{dina.id}"}
    assert browse(EVA, "door/merges", form).location.endswith("done=merged")
    assert "<bdi>Dina Saad</bdi> is <bdi>Saad, Dina</bdi>" in browse(EVA, "door").text
    [merge] = session.scalars(select(Merge))
    assert f"p:{dina.id}" in Records(session, evening.id).presence.present
    browse(EVA, "door/undos", {"of": merge.id})
    assert f"w:{over}" in Records(session, evening.id).presence.present


def test_after_closing_a_correction_says_why(browse, close, over, session):
    close()
    page = browse(EVA, "door/undos", {"of": over, "page": "people"})
    assert page.status_code == 422
    assert "Please say why." in page.text
    browse(EVA, "door/undos", {"of": over, "why": "Dina was  at\tthe other event", "page": "people"})
    assert session.scalars(select(Correction.why)).all() == ["Dina was at the other event"]
    page = browse(EVA, "door").text
    assert "Taken back: “Walk-in: \u2068Dina Saad\u2069”" in page
    assert "Dina was at the other event" in page


def test_a_walk_in_can_be_said_to_be_anybody(browse, over, amina):
    page = browse(EVA, f"door/walk-ins/{over}").text
    assert f'value="p:{amina.actor.person_id}"' in page
    refused = browse(EVA, "door/merges", {"walk_in": over, "into": "", "page": "walk-in"})
    assert refused.status_code == 422
    assert "Please choose who it is." in refused.text
    assert (
        browse(EVA, "door/merges", {"walk_in": over, "into": f"p:{amina.actor.person_id}"}).status_code == 303
    )
    assert browse(EVA, f"door/walk-ins/{over}").status_code == 404


def test_whoever_counts_as_somebody_already_is_not_merged_once_more(browse, over, amina, boris, session):
    for into, status in [(amina, 303), (amina, 409), (boris, 409)]:
        answer = browse(EVA, "door/merges", {"walk_in": over, "into": f"p:{into.actor.person_id}"})
        assert answer.status_code == status
    assert "counts as somebody else already" in answer.text
    assert len(session.scalars(select(Merge)).all()) == 1


def test_a_walk_in_is_nobody_less_than_herself(browse, over, door, session):
    itself = {"walk_in": over, "into": f"w:{over}", "page": "walk-in"}
    assert browse(EVA, "door/merges", itself).status_code == 422
    other = door.adds("Dina S.")
    door.undoes(other)
    assert browse(EVA, "door/merges", {"walk_in": over, "into": f"w:{other}"}).status_code == 404
    assert session.scalars(select(Merge)).all() == []


def test_taken_back_twice_is_taken_back_once(browse, over, session):
    for _ in range(2):
        assert browse(EVA, "door/undos", {"of": over}).location.endswith("done=taken-back")
    assert len(session.scalars(select(Undo)).all()) == 1


def test_entered_from_paper_says_when_she_was_there_and_when_it_was_entered(
    browse, over, desk, boris, clock, session
):
    desk.made_at = clock.now()
    desk.enters(session.get(Person, boris.actor.person_id), 1)
    page = re.sub(r"<[^>]+>", "", browse(EVA, "door").text)
    assert "From paper: there on Mon, Nov 30, 12:00, entered on Mon, Nov 30, 15:00" in page


@pytest.mark.parametrize("kind", ["merges", "undos"])
def test_what_is_of_another_event_is_left_alone(browse, over, eva, client, kind, session):
    other = eva.plans()
    session.commit()
    browse(EVA, "door")
    form = {"of": over, "walk_in": over, "into": f"w:{over}"}
    assert client.post(f"/en/desk/events/{other.id}/door/{kind}", data=form).status_code == 404


PAGES = ["door", "door/now", "door/walk-ins", "door/people"]
FORMS = ["door/closings", "door/merges", "door/undos"]


@pytest.mark.parametrize("path", PAGES + FORMS)
def test_others_see_and_do_nothing(browse, over, amina, rita, path):
    for who in (amina.actor, rita):
        page = browse(who, path, {} if path in FORMS else None)
        assert page.status_code == 403
        assert "Dina" not in page.text


def test_a_walk_in_is_invited_with_a_qr_code(browse, over, client):
    shown = client.get(browse(EVA, f"door/walk-ins/{over}/invitation", {}).location)
    assert "Invitation for Dina Saad" in shown.text
    assert "<svg" in shown.text
