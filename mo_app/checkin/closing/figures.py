"""The figures of an event: numbers and organisations, no names of people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.checkin.attendance import Attendee, attendance
from mo_app.rsvps.models import Rsvp, State

from .queries import names_removed_by


@dataclass(frozen=True)
class Group:
    organisation: str | None
    """None are people of no organisation."""
    people: int
    heads: int


@dataclass(frozen=True)
class Figures:
    people: int
    heads: int
    walk_ins: int
    on_paper: int
    """People who were entered from the sign-in sheet."""
    said: int
    """People who said they come, and had a place."""
    said_heads: int
    absent: int
    """Those of them who did not come, and did not say so."""
    absent_heads: int
    organisations: tuple[Group, ...]
    """By heads, the most first."""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_json(cls, value: Mapping[str, Any]) -> "Figures":
        groups = tuple(Group(**group) for group in value["organisations"])
        return cls(**{**value, "organisations": groups})


def figures_of(session: Session, event_id: str) -> Figures:
    """As they are now; but who is absent, nobody can say any more once names are removed: as it was then."""
    there = attendance(session, event_id)
    before = names_removed_by(session, event_id)
    return Figures(
        people=len(there),
        heads=sum(each.heads for each in there),
        walk_ins=sum(each.is_walk_in for each in there),
        on_paper=sum(each.on_paper for each in there),
        organisations=tuple(_groups(there)),
        **(_intentions_before(before.figures) if before else _intentions(session, event_id, there)),
    )


def _intentions(session: Session, event_id: str, there: Iterable[Attendee]) -> dict[str, int]:
    subjects = {each.subject for each in there}
    query = select(Rsvp.person_id, Rsvp.party).where(Rsvp.event_id == event_id, Rsvp.state == State.CONFIRMED)
    said = session.execute(query).all()
    absent = [row for row in said if f"p:{row.person_id}" not in subjects]
    return {
        "said": len(said),
        "said_heads": sum(row.party for row in said),
        "absent": len(absent),
        "absent_heads": sum(row.party for row in absent),
    }


def _intentions_before(figures: Mapping[str, Any]) -> dict[str, int]:
    return {name: figures[name] for name in ("said", "said_heads", "absent", "absent_heads")}


def _groups(there: Iterable[Attendee]) -> list[Group]:
    heads: defaultdict[str | None, list[int]] = defaultdict(list)
    for each in there:
        heads[each.organisation].append(each.heads)
    groups = [Group(name, len(parties), sum(parties)) for name, parties in heads.items()]
    return sorted(
        groups, key=lambda group: (-group.heads, group.organisation is None, group.organisation or "")
    )
