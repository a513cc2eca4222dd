"""What stands in the files: people by name, for coordinators; organisations and numbers, for reviewers."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext
from sqlalchemy.orm import Session

from mo_app.checkin.attendance import Attendee, attendance
from mo_app.checkin.closing.figures import Figures, figures_of
from mo_app.checkin.closing.queries import latest_closing
from mo_app.checkin.makers import Makers
from mo_app.checkin.models import Closing
from mo_app.kernel.clock import BERLIN
from mo_app.kernel.i18n import Message
from mo_app.schedule.models import Event
from mo_app.schedule.spoken import spoken
from mo_app.web.i18n import say

from .files import Cell, Table


def people_table(session: Session, event: Event, now: datetime) -> Table:
    """As it is now, a row for everybody who was there."""
    closing = latest_closing(session, event.id)
    there = attendance(session, event.id)
    makers = Makers(session, [record for each in there for record in each.records])
    columns = [
        *_event_columns(),
        gettext("Name"),
        gettext("Organisation"),
        gettext("People"),
        gettext("Walk-in"),
        gettext("Arrived"),
        gettext("Recorded by"),
        gettext("Entered later, on"),
        *_as_of_columns(),
    ]
    as_of = _as_of_cells(now, closing)
    return Table(_title(event), columns, [[*_row(event, each, makers), *as_of] for each in there])


def organisations_table(session: Session, event: Event, now: datetime) -> Table:
    """The figures as they were frozen, or as they are now where nobody has closed the event yet."""
    closing = latest_closing(session, event.id)
    figures = Figures.of_json(closing.figures) if closing else figures_of(session, event.id)
    columns = [*_event_columns(), gettext("Organisation"), gettext("Entries"), gettext("People")]
    columns += _as_of_columns()
    as_of = _as_of_cells(closing.at if closing else now, closing)
    none = gettext("Without an organisation")
    rows = [
        [*_event_cells(event), group.organisation or none, group.people, group.heads, *as_of]
        for group in figures.organisations
    ]
    return Table(_title(event), columns, rows)


def _event_columns() -> list[str]:
    return [gettext("Event"), gettext("Date")]


def _event_cells(event: Event) -> list[Cell]:
    return [_title(event), event.first_day.isoformat()]


def _as_of_columns() -> list[str]:
    """One file is of now and the other of when the event was closed: each says so."""
    return [gettext("As of"), gettext("Closed on")]


def _as_of_cells(at: datetime, closing: Closing | None) -> list[Cell]:
    return [_local(at), _local(closing.at) if closing else ""]


def _title(event: Event) -> str:
    return spoken(event.title).text


def _row(event: Event, each: Attendee, makers: Makers) -> Sequence[Cell]:
    """Who only signed the sheet came when the event began, as far as anybody knows."""
    who = makers.of(each.seen or each.records[0])
    return [
        *_event_cells(event),
        each.name,
        each.organisation or "",
        each.heads,
        gettext("yes") if each.is_walk_in else "",
        _local(each.seen.made_at if each.seen else event.starts_at),
        say(who) if isinstance(who, Message) else who,
        _local(each.entered_at) if each.entered_at else "",
    ]


def _local(at: datetime) -> str:
    return f"{at.astimezone(BERLIN):%Y-%m-%d %H:%M}"
