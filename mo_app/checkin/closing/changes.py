"""What arrived or was corrected after an event was closed: what, by whom, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.checkin.makers import SOMEBODY, Makers
from mo_app.checkin.models import Closing, Correction, InvitedWalkIn, Merge, Scan, Undo, WalkIn
from mo_app.checkin.models.records import PAPER
from mo_app.kernel.i18n import N_, Message

Row = Scan | WalkIn | Merge | Undo

CHECKED_IN = N_("Checked in: %(name)s")
WALK_IN = N_("Walk-in: %(name)s")
THE_SAME = N_("The same: %(name)s and %(other)s")
TAKEN_BACK = N_("Taken back: “%(what)s”")
NOTHING = N_("something that is not here")

FROM_PAPER = N_("Entered from the sign-in sheet.")
JOINED = N_("Accepted the invitation, and is a member now.")
ARRIVED_LATE = N_("Recorded before the event was closed, arrived afterwards.")
RECORDED_LATE = N_("Recorded after the event was closed.")


@dataclass(frozen=True)
class Change:
    at: datetime
    """When it arrived."""
    what: Message
    who: Message | str
    why: Message | str


def changes_since(session: Session, event_id: str, closings: Sequence[Closing]) -> list[list[Change]]:
    """For each closing, the earliest first, what came after it and before the next, by arrival."""
    if not closings:
        return []
    rows = {row.id: row for row in all_records(session, event_id)}
    known = [set(closing.records) for closing in closings] + [set(rows)]
    tell = _Telling(session, event_id, rows)
    return [
        [
            tell.change(rows[id_], closing.at)
            for id_ in sorted(until - before, key=lambda id_: _order(rows[id_]))
        ]
        for closing, before, until in zip(closings, known, known[1:], strict=False)
    ]


def all_records(session: Session, event_id: str) -> list[Row]:
    """Those that were taken back, too."""
    rows: list[Row] = []
    for table in (Scan, WalkIn, Merge, Undo):
        rows += session.scalars(select(table).where(table.event_id == event_id))
    return rows


class _Telling:
    def __init__(self, session: Session, event_id: str, rows: Mapping[str, Row]) -> None:
        self._rows = rows
        self._makers = Makers(session, rows.values())
        corrections = session.scalars(select(Correction).where(Correction.event_id == event_id))
        self._whys = {correction.record_id: correction.why for correction in corrections}
        invited = select(InvitedWalkIn.walk_in_id).where(InvitedWalkIn.event_id == event_id)
        self._invited = set(session.scalars(invited))

    def change(self, row: Row, closed_at: datetime) -> Change:
        return Change(row.received_at, self._what(row), self._makers.of(row), self._why(row, closed_at))

    def _what(self, row: Row | None) -> Message:
        match row:
            case Scan():
                return Message(CHECKED_IN, {"name": self._name(f"p:{row.subject}")})
            case WalkIn():
                return Message(WALK_IN, {"name": self._name(f"w:{row.id}")})
            case Merge():
                about = {"name": self._name(f"w:{row.walk_in}"), "other": self._name(row.into)}
                return Message(THE_SAME, about)
            case Undo():
                of = self._rows.get(row.of)
                return Message(TAKEN_BACK, {"what": self._what(None if isinstance(of, Undo) else of)})
        return Message(NOTHING)

    def _name(self, subject: str) -> Message | str:
        """Isolated (Unicode Standard Annex 9), for it may run the other way than the sentence."""
        walk_in = self._rows.get(subject[2:])
        name = walk_in.name if isinstance(walk_in, WalkIn) else self._makers.name(subject)
        return f"\u2068{name}\u2069" if name and isinstance(name, str) else Message(SOMEBODY)

    def _why(self, row: Row, closed_at: datetime) -> Message | str:
        why: str | None = self._whys.get(row.id)
        if why is not None:
            return why
        if isinstance(row, Merge) and row.walk_in in self._invited:
            return Message(JOINED)
        if isinstance(row, Scan | WalkIn) and row.by == PAPER:
            return Message(FROM_PAPER)
        return Message(ARRIVED_LATE if row.made_at <= closed_at else RECORDED_LATE)


def _order(row: Row) -> tuple[datetime, datetime, str]:
    return row.received_at, row.made_at, row.id
