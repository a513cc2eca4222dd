"""The sign-in sheet: as a page to print, and as PDF."""

from flask import Response, current_app, render_template, request
from flask_babel import gettext

from mo_app.checkin.exports.operations import note_export
from mo_app.checkin.sheet.lines import EMPTY_LINES, USUAL_EMPTY_LINES, sheet_lines
from mo_app.checkin.sheet.pdf import Words, sheet_pdf
from mo_app.kernel.actor import Role
from mo_app.kernel.errors import Invalid
from mo_app.kernel.i18n import N_, Message, direction
from mo_app.schedule.doing import doing, now
from mo_app.schedule.models import Event
from mo_app.schedule.spoken import spoken
from mo_app.schedule.wording import span_text
from mo_app.settings import Settings
from mo_app.web.database import db, writing
from mo_app.web.guards import requires
from mo_app.web.i18n import current_language

from .blueprint import desk, found_event


@desk.get("/sheet")
@requires(Role.COORDINATOR)
def sheet(event_id: str) -> str:
    event = found_event(event_id)
    lines = sheet_lines(db.session(), event.id, empty=_empty())
    return render_template("checkin/desk/sheet.html", event=event, lines=lines)


@desk.get("/sheet.pdf")
@requires(Role.COORDINATOR)
def sheet_as_pdf(event_id: str) -> Response:
    """Written down like every file with names."""
    event = found_event(event_id)
    lines = sheet_lines(db.session(), event.id, empty=_empty())
    pdf = sheet_pdf(_words(event), lines, now=now())
    with writing():
        names = sum(bool(line.name) for line in lines)
        note_export(**doing(), event=found_event(event_id), what="sheet", form="pdf", rows=names)
    name = f"sign-in-sheet-{event.first_day}.pdf"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(pdf, mimetype="application/pdf", headers=disposition)


def _empty() -> int:
    """Raises Invalid at ``empty``."""
    typed = request.args.get("empty", "").strip() or str(USUAL_EMPTY_LINES)
    if not (typed.isdecimal() and len(typed) < 4 and int(typed) in EMPTY_LINES):
        wrong = N_("Please enter a number from %(least)s to %(most)s.")
        raise Invalid({"empty": Message(wrong, {"least": EMPTY_LINES[0], "most": EMPTY_LINES[-1]})})
    return int(typed)


def _words(event: Event) -> Words:
    settings: Settings = current_app.extensions["settings"]
    language = current_language()
    return Words(
        language=language,
        direction=direction(language),
        heading=gettext("Sign-in sheet"),
        title=spoken(event.title).text,
        when=span_text(event),
        place=event.place,
        host=settings.host_name,
        funding=settings.funding_notice,
        pages=gettext("Page %(page)s of %(pages)s", page="{page}", pages="{pages}"),
        columns=(gettext("Organisation"), gettext("Name"), gettext("Signature")),
    )
