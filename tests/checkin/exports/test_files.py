"""What somebody typed at the door stays text in every spreadsheet."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest

from mo_app.checkin.exports.files import Format, Table, as_csv, as_file, as_xlsx
from mo_app.checkin.exports.guard import guarded

FORMULAS = [
    "=1+1",
    "+49 341 123",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "﹦1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://localhost","x")',
]
HARMLESS = [
    "Amina",
    "Saba & Söhne e. V.",
    "'Abd al-Rahman",
    "a=b",
    "1+1",
    "محمد",
    "Олена-Марія",
    "",
    " Amina",
    "–",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_stands_behind_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_a_name_stays_as_it_is(text):
    assert guarded(text) == text


@pytest.fixture
def table():
    rows = [[text, 3] for text in FORMULAS + HARMLESS] + [['a;"b"', -1]]
    return Table("Attendance", ["=Name", "People"], rows)


def test_no_cell_of_the_csv_begins_a_formula(table):
    data = as_csv(table)
    assert data.startswith("\ufeff".encode())
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["'=Name", "People"]
    assert [row[0] for row in rows[1:-1]] == [f"'{text}" for text in FORMULAS] + HARMLESS
    assert rows[-1] == ['a;"b"', "-1"]
    assert data.count(b"\r\n") == len(table.rows) + 1


def test_the_workbook_holds_strings_and_numbers_and_no_formula(table):
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx(table))).active
    cells = list(sheet.iter_rows(min_row=2))
    assert {cell.data_type for row in cells for cell in row if cell.value is not None} == {"s", "n"}
    assert [row[1].value for row in cells] == [3] * (len(cells) - 1) + [-1]
    begin = [row[0].value for row in cells if row[0].value]
    assert not [value for value in begin if guarded(value) != value]
    assert all(cell.hyperlink is None for row in cells for cell in row)


def test_both_are_made(table):
    assert as_file(table, Format.XLSX).startswith(b"PK")
    assert as_file(table, Format.CSV).startswith(b"\xef\xbb\xbf")
