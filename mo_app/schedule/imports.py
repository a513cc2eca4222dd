"""Brings a calendar into the schedule. One transaction, and repeatable: the second time changes nothing.

Reading a file takes a while, so whoever holds up others reads it before the transaction begins.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from mo_app.kernel.actor import Actor
from mo_app.kernel.errors import DomainError, NotFound
from mo_app.kernel.i18n import N_

from . import queries
from .calendar_in import CalendarDate, Reading, read_calendar
from .calendar_in.words import one_line
from .changes import Changes, only_coordinators
from .facts import CalendarSays, facts_of_date, says_to_json
from .models import CalendarUpload, Event
from .plan import FieldChange, Known, Plan, make_plan
from .taken_out import recurrence_key

UPLOADS_LAST = timedelta(hours=2)


class PlanChanged(DomainError):
    code = "calendar_plan_changed"
    status = 409
    text = N_("The schedule changed since this preview was made. Please look at it again.")


def preview_calendar(*, session: Session, actor: Actor, now: datetime, reading: Reading) -> Plan:
    only_coordinators(actor)
    return make_plan(session, reading, now=now)


def import_calendar(*, session: Session, actor: Actor, now: datetime, data: bytes, language: str) -> Plan:
    """Raises NotACalendar, TooLarge and TooManyDates."""
    reading = read_calendar(data, now=now)
    return import_reading(session=session, actor=actor, now=now, reading=reading, language=language)


def import_reading(*, session: Session, actor: Actor, now: datetime, reading: Reading, language: str) -> Plan:
    """``language`` is the one the calendar is written in. Returns what was done."""
    plan = preview_calendar(session=session, actor=actor, now=now, reading=reading)
    _carry_out(session, plan, actor=actor, now=now, language=language)
    return plan


def keep_upload(
    *, session: Session, actor: Actor, now: datetime, name: str, data: bytes, language: str
) -> CalendarUpload:
    """A file that could be read, between preview and confirmation."""
    only_coordinators(actor)
    session.execute(delete(CalendarUpload).where(CalendarUpload.expires_at <= now))
    upload = CalendarUpload(
        name=one_line(name)[:200],
        data=data,
        language=language,
        person_id=actor.person_id,
        expires_at=now + UPLOADS_LAST,
    )
    session.add(upload)
    session.flush()
    return upload


def import_upload(
    *, session: Session, actor: Actor, now: datetime, upload_id: str, reading: Reading, digest: str
) -> Plan:
    """What was confirmed is done, or nothing: raises PlanChanged, NotFound. ``reading`` is of the upload."""
    only_coordinators(actor)
    upload = queries.upload(session, upload_id, person_id=actor.person_id, now=now)
    if upload is None:
        raise NotFound
    plan = make_plan(session, reading, now=now)
    if plan.digest != digest:
        raise PlanChanged
    _carry_out(session, plan, actor=actor, now=now, language=upload.language)
    session.delete(upload)
    session.flush()
    return plan


def _carry_out(session: Session, plan: Plan, *, actor: Actor, now: datetime, language: str) -> None:
    with Changes(session, actor, now) as changes:
        for date in plan.new:
            changes.add(_new_event(date, language, plan.calendar, now), what="imported")
        for known in (*plan.changed, *plan.cancelled, *plan.unchanged):
            _remember(session, known)
            what = "cancelled" if known.newly_cancelled else "imported"
            changes.change(known.event, _values(known, now), what=what)


def _new_event(date: CalendarDate, language: str, calendar: str, now: datetime) -> Event:
    said = CalendarSays(facts_of_date(date), date.cancelled, language, calendar)
    return Event(
        kind=date.kind.value,
        title={language: date.title},
        text={language: date.text} if date.text else {},
        place=date.place,
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        all_day=date.all_day,
        spoken=[],
        offers=[],
        cancelled_at=now if date.cancelled else None,
        cancel_reason={},
        uid=date.uid,
        recurrence_id=recurrence_key(date.recurrence_id),
        calendar_says=says_to_json(said),
    )


def _remember(session: Session, known: Known) -> None:
    """Not a change that anybody sees, so it is none in the history and makes no new version."""
    says, key = says_to_json(known.says), recurrence_key(known.date.recurrence_id)
    if (known.event.calendar_says, known.event.recurrence_id) != (says, key):
        quietly = update(Event).where(Event.id == known.event.id)
        session.execute(quietly.values(calendar_says=says, recurrence_id=key))


def _values(known: Known, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for each in known.changes:
        values |= _columns(known, each)
    if known.newly_cancelled:
        values |= {"cancelled_at": now, "cancel_reason": {}}
    elif known.again:
        values |= {"cancelled_at": None, "cancel_reason": {}}
    return values


def _columns(known: Known, change: FieldChange) -> dict[str, Any]:
    if change.field == "time":
        return {
            "starts_at": change.new.starts_at,
            "ends_at": change.new.ends_at,
            "all_day": change.new.all_day,
        }
    if change.field in {"title", "text"}:
        texts = {**getattr(known.event, change.field), known.says.language: change.new}
        return {change.field: {language: text for language, text in texts.items() if text}}
    return {change.field: change.new.value if change.field == "kind" else change.new}
