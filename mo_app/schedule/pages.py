"""The pages that devices keep: the schedule by month, what was, and one page an event."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import groupby

from flask import Flask, render_template
from sqlalchemy.orm import Session

from mo_app import sync
from mo_app.kernel.clock import BERLIN, local_date
from mo_app.sync import DailyChange, PageKind, PageView

from . import queries
from .models import Event

FORGOTTEN_WITHIN = timedelta(days=90)
"""How long nobody may read anything without an old page staying on devices for ever."""


def register(app: Flask) -> None:
    sync.register_page(app, PageKind("schedule.index", "/schedule", render_index, static=True, daily=new_day))
    sync.register_page(app, PageKind("schedule.past", "/schedule/past", render_past, static=True))
    sync.register_page(app, PageKind("schedule.event", "/schedule/<event>", render_event))


def render_index(view: PageView) -> str:
    """What ends today stays until midnight: a page is the same all day."""
    events = queries.upcoming(view.session, _midnight(local_date(view.now)))
    return _render("schedule/index.html", view, months=_by_month(events))


def render_past(view: PageView) -> str:
    today = _midnight(local_date(view.now))
    events = queries.ended_between(view.session, today - queries.KEPT_FOR, today)
    return _render("schedule/past.html", view, months=_by_month(events))


def render_event(view: PageView) -> str | None:
    event = queries.event(view.session, view.args["event"])
    return None if event is None else _render("schedule/event.html", view, event=event)


def new_day(session: Session, today: date) -> DailyChange:
    """The lists read differently after what ended yesterday, and every day at the edge of what is kept."""
    forgotten = _midnight(today) - queries.KEPT_FOR
    old = queries.ended_between(session, forgotten - FORGOTTEN_WITHIN, forgotten)
    return DailyChange(
        touched=["/schedule", "/schedule/past"], dropped=[f"/schedule/{event.id}" for event in old]
    )


def _by_month(events: Iterable[Event]) -> list[tuple[date, list[Event]]]:
    """Keeps their order."""
    months = groupby(events, key=lambda event: event.first_day.replace(day=1))
    return [(month, list(its)) for month, its in months]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BERLIN)


def _render(template: str, view: PageView, **values: object) -> str:
    about = {"audience": view.audience, "language": view.language, "path": view.path, "now": view.now}
    return render_template(template, **about, **values)
