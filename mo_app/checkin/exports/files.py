"""A table as CSV, as the spreadsheets of German offices open it, or as XLSX."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO, StringIO

import xlsxwriter

from .guard import guarded

Cell = str | int


@dataclass(frozen=True)
class Table:
    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


MIMETYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def as_file(table: Table, form: Format) -> bytes:
    return as_csv(table) if form is Format.CSV else as_xlsx(table)


def as_csv(table: Table) -> bytes:
    """UTF-8 with a byte order mark, semicolons, CRLF: so Excel asks nothing."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerows([[_safe(cell) for cell in row] for row in (table.columns, *table.rows)])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(table: Table) -> bytes:
    """Strings are strings in it; they are guarded all the same, for it may be saved as CSV one day."""
    data = BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(data, {"in_memory": True, **plain}) as book:
        book.set_properties({"title": table.title})
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        for column, name in enumerate(table.columns):
            sheet.write_string(0, column, guarded(name), bold)
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                write = sheet.write_string if isinstance(cell, str) else sheet.write_number
                write(number, column, _safe(cell))
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return data.getvalue()


def _safe(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell
