"""What arrived or was corrected after an event was closed: what, by whom, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.checkin.makers import SOMEBODY, Makers
from mo_app.checkin.models import Correction, Merge, Scan, Undo, WalkIn
from mo_app.checkin.models.records import PAPER
from mo_app.kernel.i18n import N_, Message

Row = Scan | WalkIn | Merge | Undo

CHECKED_IN = N_("Checked in: %(name)s")
WALK_IN = N_("Walk-in: %(name)s")
THE_SAME = N_("The same: %(name)s and %(other)s")
TAKEN_BACK = N_("Taken back: “%(what)s”")
NOT_ARRIVED = N_("something that has not arrived")

FROM_PAPER = N_("Entered from the sign-in sheet.")
ARRIVED_LATE = N_("Recorded before the event was closed, arrived afterwards.")
RECORDED_LATE = N_("Recorded after the event was closed.")


@dataclass(frozen=True)
class Change:
    at: datetime
    """When it arrived."""
    what: Message
    who: Message | str
    why: Message | str


def changes_since(session: Session, event_id: str, closed_at: Sequence[datetime]) -> list[list[Change]]:
    """For each moment of closing what came after it and before the next; each the earliest first."""
    if not closed_at:
        return []
    rows = {row.id: row for row in _rows(session, event_id)}
    late = sorted((row for row in rows.values() if row.received_at > closed_at[0]), key=_order)
    tell = _Telling(session, rows, late)
    return [
        [
            tell.change(row, after)
            for row in late
            if after < row.received_at and (not until or row.received_at <= until)
        ]
        for after, until in zip(closed_at, [*closed_at[1:], None], strict=True)
    ]


class _Telling:
    def __init__(self, session: Session, rows: Mapping[str, Row], late: Iterable[Row]) -> None:
        self._rows = rows
        self._makers = Makers(session, rows.values())
        query = select(Correction.record_id, Correction.why)
        ids = [row.id for row in late]
        self._whys = {
            row.record_id: row.why for row in session.execute(query.where(Correction.record_id.in_(ids)))
        }

    def change(self, row: Row, closed_at: datetime) -> Change:
        return Change(row.received_at, self._what(row), self._makers.of(row), self._why(row, closed_at))

    def _what(self, row: Row | None) -> Message:
        match row:
            case Scan():
                return Message(CHECKED_IN, {"name": self._makers.name(f"p:{row.subject}")})
            case WalkIn():
                return Message(WALK_IN, {"name": row.name or Message(SOMEBODY)})
            case Merge():
                return Message(
                    THE_SAME, {"name": self._name(f"w:{row.walk_in}"), "other": self._name(row.into)}
                )
            case Undo():
                return Message(TAKEN_BACK, {"what": self._what(self._rows.get(row.of))})
        return Message(NOT_ARRIVED)

    def _name(self, subject: str) -> Message | str:
        walk_in = self._rows.get(subject[2:])
        if isinstance(walk_in, WalkIn):
            return walk_in.name or Message(SOMEBODY)
        return self._makers.name(subject)

    def _why(self, row: Row, closed_at: datetime) -> Message | str:
        why: str | None = self._whys.get(row.id)
        if why is not None:
            return why
        if isinstance(row, Scan | WalkIn) and row.by == PAPER:
            return Message(FROM_PAPER)
        return Message(ARRIVED_LATE if row.made_at <= closed_at else RECORDED_LATE)


def _rows(session: Session, event_id: str) -> list[Row]:
    rows: list[Row] = []
    for table in (Scan, WalkIn, Merge, Undo):
        rows += session.scalars(select(table).where(table.event_id == event_id))
    return rows


def _order(row: Row) -> tuple[datetime, datetime, str]:
    return row.received_at, row.made_at, row.id
