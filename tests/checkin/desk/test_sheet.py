"""Eva prints the sign-in sheet, for the evening when no tablet works."""

from io import BytesIO

import pypdf
import pytest
import typst
from sqlalchemy import select

from mo_app.accounts.models import Person
from mo_app.checkin.models import Export
from mo_app.checkin.sheet import pdf
from mo_app.checkin.sheet.lines import Line, sheet_lines
from tests.rsvps.cast import EVA

FUNDING = "Diese Maßnahme wird mitfinanziert mit Steuermitteln"
NAMES = ["محمد عبد الرحمن", "Олена Їжакевич", "ሰላም ተስፋይ", "Nguyễn Thị Ánh"]
LONG = (
    "Verein zur Förderung der interkulturellen Zusammenarbeit und der Verständigung im Leipziger Osten e. V."
)


@pytest.fixture
def own_fonts(monkeypatch):
    """What a server without a font of its own has."""
    packages = [str(pdf.files(name)) for name in pdf.FONT_PACKAGES]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=packages)
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)


def read(data):
    return pypdf.PdfReader(BytesIO(data))


def test_everybody_has_a_line_to_sign_and_those_who_come_along_too(session, evening, saba):
    amina, boris, companion = (Line(saba.name, name) for name in ("Amina", "Boris", ""))
    assert sheet_lines(session, evening.id, empty=2) == [
        amina,
        companion,
        companion,
        boris,
        Line("", ""),
        Line("", ""),
    ]


def test_organisations_stand_together_and_people_of_none_last(session, evening, eva, chen, boris):
    chen.says(evening, 1)
    assert [line.name for line in sheet_lines(session, evening.id, empty=0)] == [
        "Amina",
        "",
        "",
        "Boris",
        "Chen",
    ]


def test_the_pdf_says_what_for_and_who_pays_on_every_page(browse):
    answer = browse(EVA, "sheet.pdf?empty=60")
    assert answer.mimetype == "application/pdf"
    assert "sign-in-sheet-2026-11-30.pdf" in answer.headers["Content-Disposition"]
    paper = read(answer.data)
    assert len(paper.pages) > 2
    for number, page in enumerate(paper.pages, 1):
        text = page.extract_text()
        for words in (
            "Funding applications",
            "30 Nov 2026",
            "Room 1",
            "Haus der Begegnung",
            FUNDING,
            "Signature",
        ):
            assert words in text, (number, words)
        assert f"Page {number} of {len(paper.pages)}" in text
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert "Amina" in paper.pages[0].extract_text()


def test_the_pdf_is_accessible_and_every_letter_has_a_glyph(own_fonts, browse, session, amina, boris, saba):
    """PDF/UA is refused where a letter has none."""
    session.get(Person, amina.actor.person_id).name = " ".join(NAMES)
    saba.name = LONG
    paper = read(browse(EVA, "sheet.pdf").data)
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper.xmp_metadata.stream.get_data()
    assert "Олена" in paper.pages[0].extract_text()


def test_a_name_is_never_markup(browse, session, amina):
    session.get(Person, amina.actor.person_id).name = '#panic("x") *b* "} \\u{41}'
    assert '#panic("x") *b* "} \\u{41}' in read(browse(EVA, "sheet.pdf").data).pages[0].extract_text()


def test_a_letter_that_no_font_has_does_not_stop_the_sheet(own_fonts, browse, session, amina):
    session.get(Person, amina.actor.person_id).name = "Mei 𓀀"
    assert "Mei" in read(browse(EVA, "sheet.pdf").data).pages[0].extract_text()


def test_the_print_page_says_the_same(browse):
    page = browse(EVA, "sheet?empty=3").text
    for words in (
        "Funding applications",
        "Room 1",
        "Haus der Begegnung",
        FUNDING,
        "Saba &amp; Söhne",
        "Amina",
    ):
        assert words in page
    assert page.count("<tr>") == 3 + 4 + 3


@pytest.mark.parametrize("path", ["sheet", "sheet.pdf"])
@pytest.mark.parametrize("empty", ["-1", "101", "x", "٣٣٣٣"])
def test_the_number_of_empty_lines_has_limits(browse, path, empty):
    assert browse(EVA, f"{path}?empty={empty}").status_code == 422


@pytest.mark.parametrize("path", ["sheet", "sheet.pdf"])
def test_names_are_for_coordinators(browse, client, amina, path):
    assert browse(amina.actor, path).status_code == 403


def test_the_pdf_is_written_down_and_the_desk_shows_it(browse, session):
    assert browse(EVA, "sheet.pdf?empty=-1").status_code == 422
    browse(EVA, "sheet.pdf")
    [taken] = session.scalars(select(Export))
    assert (taken.actor_id, taken.what, taken.form, taken.rows) == (EVA.person_id, "sheet", "pdf", 2)
    page = browse(EVA, "door").text
    assert "Sign-in sheet · PDF · 2 rows" in page
