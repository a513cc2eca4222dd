"""Attendance as a file: names for coordinators, numbers for the city, and every file written down."""

import csv
import re
from datetime import timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from sqlalchemy import select

from mo_app.accounts.models import Person
from mo_app.checkin.closing.figures import figures_of
from mo_app.checkin.closing.operations import close_event, fingerprint
from mo_app.checkin.models import Export
from tests.rsvps.cast import EVA


@pytest.fixture
def take(browse, over):
    """A file, as somebody."""

    def take(who=EVA, what="people", form="csv"):
        return browse(who, "door/exports", {"what": what, "form": form})

    return take


def rows_of(answer):
    return list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_eva_takes_everybody_by_name(take):
    answer = take()
    assert answer.content_type == "text/csv; charset=utf-8"
    assert 'filename="attendance-2026-11-30-people.csv"' in answer.headers["Content-Disposition"]
    assert rows_of(answer)[0] == {
        "Event": "Funding applications",
        "Date": "2026-11-30",
        "Name": "Amina",
        "Organisation": "Saba & Söhne e. V.",
        "People": "2",
        "Walk-in": "",
        "Arrived": "2026-11-30 13:01",
        "Recorded by": "somebody",
        "Entered later, on": "",
        "As of": "2026-11-30 15:00",
        "Closed on": "",
    }
    assert [(row["Name"], row["Walk-in"]) for row in rows_of(answer)] == [("Amina", ""), ("Dina Saad", "yes")]


def test_from_paper_says_when_she_was_there_and_when_it_was_entered(take, desk, boris, session, clock):
    desk.made_at = clock.now()
    desk.enters(session.get(Person, boris.actor.person_id))
    [row] = [row for row in rows_of(take()) if row["Name"] == "Boris"]
    assert (row["Arrived"], row["Entered later, on"]) == ("2026-11-30 12:00", "2026-11-30 15:00")
    assert row["Recorded by"] == "Eva, from the sign-in sheet"


def test_who_was_scanned_and_is_on_the_sheet_too_came_when_she_was_scanned(
    take, browse, desk, amina, session, clock
):
    desk.made_at = clock.now()
    desk.enters(session.get(Person, amina.actor.person_id))
    [row] = [row for row in rows_of(take()) if row["Name"] == "Amina"]
    assert (row["Arrived"], row["Entered later, on"]) == ("2026-11-30 13:01", "2026-11-30 15:00")
    assert row["Recorded by"] == "somebody"
    page = browse(EVA, "door").text
    assert re.search(r"From paper: there on .*13:01.*, entered on .*15:00", page)


def test_a_workbook_holds_the_same(take):
    text = rows_of(take())
    sheet = openpyxl.load_workbook(BytesIO(take(form="xlsx").data)).active
    names, *rows = [
        ["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
    ]
    assert [dict(zip(names, row, strict=True)) for row in rows] == text


def test_what_somebody_typed_is_no_formula(take, door):
    door.adds('=HYPERLINK("http://x")', organisation_text="＝1+1")
    [row] = [row for row in rows_of(take()) if "HYPERLINK" in row["Name"]]
    assert row["Name"].startswith("'=")
    assert row["Organisation"] == "'＝1+1"


@pytest.mark.parametrize("who", ["eva", "rita"])
def test_organisations_and_numbers_name_nobody(take, who, rita):
    answer = take(EVA if who == "eva" else rita, what="organisations")
    assert [(row["Organisation"], row["Entries"], row["People"]) for row in rows_of(answer)] == [
        ("Saba & Söhne e. V.", "2", "4")
    ]
    assert "Amina" not in answer.text
    assert "Dina" not in answer.text


def test_organisations_are_as_they_were_when_the_event_was_closed(take, door, boris, session, evening, clock):
    session.flush()
    seen = fingerprint(figures_of(session, evening.id), None)
    close_event(session=session, actor=EVA, now=clock.now(), event_id=evening.id, seen=seen)
    clock.advance(timedelta(minutes=20))
    door.marks(boris.actor.person_id, 7)
    assert [row["People"] for row in rows_of(take(what="organisations"))] == ["4"]
    for what, as_of in (("organisations", "15:00"), ("people", "15:20")):
        told = {(row["As of"], row["Closed on"]) for row in rows_of(take(what=what))}
        assert told == {(f"2026-11-30 {as_of}", "2026-11-30 15:00")}


def test_rita_gets_no_names_and_amina_nothing(take, rita, amina, session):
    for who, what in [(rita, "people"), (amina.actor, "people"), (amina.actor, "organisations")]:
        answer = take(who, what)
        assert answer.status_code == 403
        assert "Dina" not in answer.text
    assert session.scalars(select(Export)).all() == []


def test_every_file_is_written_down_and_the_desk_shows_it(take, browse, rita, session):
    take()
    take(rita, "organisations", "xlsx")
    found = session.scalars(select(Export).order_by(Export.form))
    assert [(each.actor_id, each.what, each.form, each.rows) for each in found] == [
        (EVA.person_id, "people", "csv", 2),
        (rita.person_id, "organisations", "xlsx", 1),
    ]
    page = browse(EVA, "door").text
    for words in ("2 exports so far", "By name · CSV · 2 rows", "XLSX · 1 row", "Rita"):
        assert words in page


@pytest.mark.parametrize(("what", "form"), [("names", "csv"), ("people", "pdf"), ("", "")])
def test_there_are_no_others(take, what, form):
    assert take(what=what, form=form).status_code == 404
