"""The coordinators' desk: events by hand. Ordinary pages, never kept on a device."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from mo_app.kernel.actor import Role
from mo_app.kernel.errors import Invalid, NotFound
from mo_app.kernel.i18n import N_, Message
from mo_app.web.database import db
from mo_app.web.guards import requires
from mo_app.web.i18n import current_language

from . import forms, operations, queries
from .doing import doing, now
from .models import Event
from .stale import differences

blueprint = Blueprint("schedule_desk", __name__, url_prefix="/<language:language>/desk")

DONE = {
    "created": Message(N_("The event is in the schedule.")),
    "edited": Message(N_("The changes are saved.")),
    "cancelled": Message(N_("The event is cancelled. People who wanted to come are told.")),
    "restored": Message(N_("The event takes place again.")),
    "imported": Message(N_("The calendar is imported.")),
}

Answer = str | Response | tuple[str, int]


@blueprint.get("/events")
@requires(Role.COORDINATOR)
def events() -> Answer:
    at, past = now(), "past" in request.args
    about = {"past": past, "done": DONE.get(request.args.get("done", ""))}
    if past:
        found = queries.ended_between(db.session(), at - queries.KEPT_FOR, at)
    else:
        found = queries.upcoming(db.session(), at)
    return render_template("schedule/desk/events.html", events=found, now=at, **about)


@blueprint.get("/events/new")
@requires(Role.COORDINATOR)
def new() -> Answer:
    """Empty, or as a copy of another event: ``?copy=<event>``."""
    original = queries.event(db.session(), request.args.get("copy", ""))
    typed = forms.copy_of(original) if original else forms.empty_form(current_language())
    return _form(None, typed)


@blueprint.post("/events/new")
@requires(Role.COORDINATOR)
def create() -> Answer:
    typed = forms.typed_of(request.form)
    try:
        values = forms.parse_event(typed)
    except Invalid as wrong:
        return _form(None, typed, errors=wrong.fields), wrong.status
    event = operations.create_event(**doing(), values=values)
    return redirect(url_for(".edit", event_id=event.id, done="created"), 303)


@blueprint.get("/events/<event_id>")
@requires(Role.COORDINATOR)
def edit(event_id: str) -> Answer:
    event = _event(event_id)
    return _form(event, forms.form_of(event), done=DONE.get(request.args.get("done", "")))


@blueprint.post("/events/<event_id>")
@requires(Role.COORDINATOR)
def save(event_id: str) -> Answer:
    event, typed = _event_to_change(event_id), forms.typed_of(request.form)
    version = request.form.get("version", type=int, default=0)
    try:
        operations.edit_event(**doing(), event=event, values=forms.parse_event(typed), version=version)
    except Invalid as wrong:
        return _form(event, typed, errors=wrong.fields, version=version), wrong.status
    except operations.ChangedMeanwhile as stale:
        return _form(event, typed, meanwhile=differences(typed, event)), stale.status
    return redirect(url_for(".edit", event_id=event.id, done="edited"), 303)


@blueprint.get("/events/<event_id>/cancel")
@requires(Role.COORDINATOR)
def ask_to_cancel(event_id: str) -> Answer:
    return render_template("schedule/desk/cancel.html", event=_event(event_id), reason="", errors={})


@blueprint.post("/events/<event_id>/cancel")
@requires(Role.COORDINATOR)
def cancel(event_id: str) -> Answer:
    event, typed = _event_to_change(event_id), request.form.get("reason", "")
    try:
        reason = forms.parse_reason(typed, current_language())
    except Invalid as wrong:
        page = render_template("schedule/desk/cancel.html", event=event, reason=typed, errors=wrong.fields)
        return page, wrong.status
    operations.cancel_event(**doing(), event=event, reason=reason)
    return redirect(url_for(".edit", event_id=event.id, done="cancelled"), 303)


@blueprint.post("/events/<event_id>/restore")
@requires(Role.COORDINATOR)
def restore(event_id: str) -> Answer:
    event = _event_to_change(event_id)
    operations.restore_event(**doing(), event=event)
    return redirect(url_for(".edit", event_id=event.id, done="restored"), 303)


def _form(event: Event | None, typed: forms.Typed, **more: object) -> str:
    about = {"errors": {}, "version": event.version if event else 0, "meanwhile": None, "done": None} | more
    history = queries.history(db.session(), event.id) if event else []
    return render_template(
        "schedule/desk/event.html", event=event, typed=typed, now=now(), history=history, **about
    )


def _event(event_id: str) -> Event:
    return _found(queries.event(db.session(), event_id))


def _event_to_change(event_id: str) -> Event:
    return _found(queries.event_to_change(db.session(), event_id))


def _found(event: Event | None) -> Event:
    if event is None:
        raise NotFound
    return event
