"""The sheet as PDF: tagged, for A4, made by Typst. What people typed goes in as data, never as markup."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from .lines import Line

SOURCE = Path(__file__).with_name("sheet.typ")
FONTS = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic")
FONT_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic", "justmytype_intl_africa")


@dataclass(frozen=True)
class Words:
    """What the sheet says around the lines, in the language it is printed in."""

    language: str
    direction: str
    heading: str
    title: str
    when: str
    place: str
    host: str
    funding: str
    pages: str
    """Such as ``Page {page} of {pages}``."""
    columns: tuple[str, str, str]


def sheet_pdf(words: Words, lines: Iterable[Line], *, now: datetime) -> bytes:
    sheet = asdict(words) | {"fonts": FONTS, "lines": [asdict(line) for line in lines]}
    data = json.dumps(sheet)
    try:
        return _compiled(data, now, "ua-1")  # PDF/UA-1 (ISO 14289-1)
    except typst.TypstError:
        # A name in a script for which this machine has no font: PDF/UA forbids the boxes that stand for it.
        return _compiled(data, now, None)


def _compiled(data: str, now: datetime, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(
        SOURCE.read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"sheet": data},
        pdf_standards=standard,
        timestamp=now.replace(microsecond=0),
    )


@cache
def _fonts() -> typst.Fonts:
    """Those that came with the app; for other scripts those of the machine."""
    return typst.Fonts(font_paths=[str(files(package)) for package in FONT_PACKAGES])
