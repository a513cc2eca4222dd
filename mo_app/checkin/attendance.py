"""Who was there: by name as long as names are kept, by organisation for good."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation, Person

from .merging import likeness
from .models import Merge, Scan, WalkIn
from .models.records import PAPER
from .presence import Present
from .records import Records
from .sorting import sorting


@dataclass(frozen=True)
class Attendee:
    subject: str
    """``p:<person>`` or ``w:<walk-in>``, as presence has it."""
    name: str
    """Empty once names are removed."""
    organisation: str | None
    """Of that evening."""
    heads: int
    at: datetime
    by: str
    records: Sequence[Scan | WalkIn]
    """All that say so, the earliest first."""

    @property
    def is_walk_in(self) -> bool:
        return self.subject.startswith("w:")

    @property
    def on_paper(self) -> bool:
        return self.entered_at is not None

    @property
    def entered_at(self) -> datetime | None:
        """When it was entered from the sign-in sheet."""
        return next((record.made_at for record in self.records if record.by == PAPER), None)

    @property
    def seen(self) -> Scan | WalkIn | None:
        """By which record she arrived; None where only the sheet says that she did."""
        return next((record for record in self.records if record.by != PAPER), None)


def attendance(session: Session, event_id: str) -> list[Attendee]:
    """By name; six queries, however many came."""
    records = Records(session, event_id)
    words = Words(session, records)
    rows: dict[str, Scan | WalkIn] = {scan.id: scan for scan in records.scans}
    rows |= {walk_in.id: walk_in for walk_in in records.walk_ins}
    found = [
        _attendee(subject, present, rows, words) for subject, present in records.presence.present.items()
    ]
    return sorted(found, key=lambda each: (sorting(each.name), each.subject))


class Words:
    """What people and organisations are called."""

    def __init__(self, session: Session, records: Records) -> None:
        known = session.execute(select(Organisation.id, Organisation.name)).all()
        self._organisations = {row.id: row.name for row in known}
        self._spelled = {likeness.key(row.name): row.name for row in known}
        self._people = _names(session, records)
        self._merged: defaultdict[str, list[Merge]] = defaultdict(list)
        for merge in records.merges:
            self._merged[merge.into].append(merge)

    def name(self, subject: str, records: Iterable[Scan | WalkIn]) -> str:
        if subject.startswith("p:"):
            return self._people.get(subject[2:], "")
        named = [each for each in records if isinstance(each, WalkIn)]
        return next((each.name for each in named if each.id == subject[2:]), "")

    def organisation(self, subject: str, records: Sequence[Scan | WalkIn]) -> str | None:
        """What was said where somebody was recorded as a person; a walk-in's is what she said herself."""
        if subject.startswith("p:"):
            said: list[Scan | Merge] = [each for each in records if isinstance(each, Scan)]
            said += self._merged[subject]
            return self._organisations.get(said[0].organisation_id or "") if said else None
        walk_ins = (each for each in records if isinstance(each, WalkIn))
        return next((name for each in walk_ins if (name := self.organisation_of(each))), None)

    def organisation_of(self, walk_in: WalkIn) -> str | None:
        """One that was typed is the one that is called so, if any is; else it is spelled as it first was."""
        if walk_in.organisation_id:
            return self._organisations.get(walk_in.organisation_id)
        typed = walk_in.organisation_text
        return self._spelled.setdefault(likeness.key(typed), typed) if typed else None


def _attendee(subject: str, present: Present, rows: Mapping[str, Scan | WalkIn], words: Words) -> Attendee:
    records = sorted(
        (rows[id_] for id_ in (*present.scans, *present.walk_ins)), key=lambda row: (row.made_at, row.id)
    )
    return Attendee(
        subject=subject,
        name=words.name(subject, records),
        organisation=words.organisation(subject, records),
        heads=present.heads,
        at=present.at,
        by=present.by,
        records=records,
    )


def _names(session: Session, records: Records) -> Mapping[str, str]:
    people = {scan.person_id for scan in records.scans} | {merge.person_id for merge in records.merges}
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(people)))
    return {row.id: row.name for row in rows}
