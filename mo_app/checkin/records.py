"""What was recorded for an event and never taken back: for the documents, the desk and the figures alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from . import presence
from .models import Merge, Scan, Undo, WalkIn

R = TypeVar("R", Scan, WalkIn, Merge)


def live(session: Session, record: type[R], event_id: str) -> Sequence[R]:
    """By moment. One query; an undo of another event takes nothing back."""
    undone = select(Undo.of).where(Undo.event_id == event_id)
    query = select(record).where(record.event_id == event_id, record.id.not_in(undone))
    return session.scalars(query.order_by(record.made_at, record.id)).all()


@dataclass(frozen=True)
class Records:
    """Those of one event that count; three queries."""

    session: Session
    event_id: str

    @cached_property
    def scans(self) -> Sequence[Scan]:
        return live(self.session, Scan, self.event_id)

    @cached_property
    def walk_ins(self) -> Sequence[WalkIn]:
        return live(self.session, WalkIn, self.event_id)

    @cached_property
    def merges(self) -> Sequence[Merge]:
        return live(self.session, Merge, self.event_id)

    @cached_property
    def presence(self) -> presence.Presence:
        return presence.derive(
            scans=[presence.Scan(it.id, it.subject, it.party, it.made_at, it.by) for it in self.scans],
            walk_ins=[presence.WalkIn(it.id, it.party, it.made_at, it.by) for it in self.walk_ins],
            merges=[presence.Merge(it.id, f"w:{it.walk_in}", it.into) for it in self.merges],
            undone=(),
        )
