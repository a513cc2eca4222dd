"""The coordinators' screen "Bring your calendar": a file, a preview, a confirmation."""

from collections.abc import Mapping
from contextlib import closing
from typing import TypedDict

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from mo_app.kernel.actor import Role
from mo_app.kernel.errors import DomainError, Invalid, NotFound
from mo_app.kernel.i18n import LANGUAGES, N_, Message
from mo_app.web.database import db, manages_transactions, writing
from mo_app.web.guards import current_actor, requires
from mo_app.web.i18n import DEFAULT_LANGUAGE

from . import imports, queries
from .calendar_in import LARGEST, NotACalendar, TooLarge, TooManyDates, read_calendar
from .doing import doing, now
from .imports import PlanChanged
from .models import CalendarUpload

blueprint = Blueprint("schedule_calendar", __name__, url_prefix="/<language:language>/desk/calendar")

Answer = str | Response | tuple[str, int]


@blueprint.get("")
@requires(Role.COORDINATOR)
def choose() -> Answer:
    return _choose({})


@blueprint.post("")
@manages_transactions
@requires(Role.COORDINATOR)
def upload() -> Answer:
    request.max_content_length = LARGEST + 64 * 1024  # and the form around it
    try:
        file = _file()
        read_calendar(file["data"], now=now())
    except RequestEntityTooLarge:
        return _choose({"file": TooLarge(megabytes=LARGEST // 1024 // 1024).message}), TooLarge.status
    except Invalid as wrong:
        return _choose(wrong.fields), wrong.status
    except (NotACalendar, TooLarge, TooManyDates) as wrong:
        return _choose({"file": wrong.message}), wrong.status
    with writing():
        upload_id = imports.keep_upload(**doing(), **file).id
    return redirect(url_for(".preview", upload_id=upload_id), 303)


@blueprint.get("/<upload_id>")
@requires(Role.COORDINATOR)
def preview(upload_id: str) -> Answer:
    return _preview(upload_id)


@blueprint.post("/<upload_id>")
@manages_transactions
@requires(Role.COORDINATOR)
def confirm(upload_id: str) -> Answer:
    digest = request.form.get("digest", "")
    reading = read_calendar(_kept(upload_id).data, now=now())
    try:
        with writing():
            imports.import_upload(**doing(), upload_id=upload_id, reading=reading, digest=digest)
    except PlanChanged as changed:
        return _preview(upload_id, refusal=changed), changed.status
    return redirect(url_for("schedule_desk.events", done="imported"), 303)


class _File(TypedDict):
    name: str
    data: bytes
    language: str


def _file() -> _File:
    file, language = request.files.get("file"), request.form.get("written_in", "")
    if file is None or not file.filename:
        raise Invalid({"file": Message(N_("Please choose a file."))})
    with closing(file):
        data = file.read()
    return {
        "name": file.filename,
        "data": data,
        "language": language if language in LANGUAGES else DEFAULT_LANGUAGE,
    }


def _choose(errors: Mapping[str, Message]) -> str:
    return render_template("schedule/desk/calendar.html", errors=errors, largest=LARGEST // 1024 // 1024)


def _kept(upload_id: str) -> CalendarUpload:
    kept = queries.upload(db.session(), upload_id, person_id=current_actor().person_id, now=now())
    if kept is None:
        raise NotFound
    return kept


def _preview(upload_id: str, refusal: DomainError | None = None) -> str:
    kept = _kept(upload_id)
    plan = imports.preview_calendar(**doing(), reading=read_calendar(kept.data, now=now()))
    return render_template("schedule/desk/preview.html", upload=kept, plan=plan, refusal=refusal)
