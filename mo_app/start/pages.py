"""The two kept pages that belong to no other feature: start and about."""

from datetime import date

from flask import render_template
from sqlalchemy.orm import Session

from mo_app.schedule.queries import upcoming
from mo_app.sync import DailyChange, PageKind, PageView

NEXT = 4
AGENDA = 40
"""Of so many coming events the device picks those that its person said she comes to."""


def render_start(view: PageView) -> str:
    events = upcoming(view.session, view.now, limit=AGENDA)
    return render_template(
        "start/start.html", **_frame(view), now=view.now, events=events, next_events=events[:NEXT]
    )


def render_about(view: PageView) -> str:
    return render_template("start/about.html", **_frame(view))


def _frame(view: PageView) -> dict[str, str]:
    return {"audience": view.audience, "language": view.language, "path": view.path}


def _every_day(_session: Session, _today: date) -> DailyChange:
    """What was next yesterday may be over."""
    return DailyChange(touched=["/"])


START = PageKind(endpoint="start.show", rule="/", render=render_start, static=True, daily=_every_day)
ABOUT = PageKind(endpoint="start.about", rule="/about", render=render_about, static=True)
