"""Of which organisation those were who came: the one of that evening, by the name it has now."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from mo_app.accounts.models import Organisation

from .models import WalkIn
from .presence import Present
from .records import Records
from .sorting import sorting


class Belonging:
    """One query beside those of the records."""

    def __init__(self, session: Session, records: Records) -> None:
        rows = session.execute(select(Organisation.id, Organisation.name)).all()
        self._names: dict[str | None, str] = {row.id: row.name for row in rows}
        self._spelled = {sorting(row.name): row.name for row in rows}
        self._walk_ins = {walk_in.id: walk_in for walk_in in records.walk_ins}
        self._people: dict[str, str | None] = {}
        for merge in reversed(records.merges):
            self._people[merge.into] = merge.organisation_id
        for scan in reversed(records.scans):
            self._people[f"p:{scan.subject}"] = scan.organisation_id

    def organisation_of(self, subject: str, present: Present) -> str | None:
        """A person's by her earliest scan, else by the merge that names her; a walk-in's as it was said."""
        if subject in self._people and subject.startswith("p:"):
            return self._names.get(self._people[subject])
        return self._said([self._walk_ins[id_] for id_ in present.walk_ins])

    def _said(self, walk_ins: Iterable[WalkIn]) -> str | None:
        """The first that was. What was typed is the organisation that is called so, if there is one."""
        for walk_in in sorted(walk_ins, key=lambda each: (each.made_at, each.id)):
            typed = walk_in.organisation_text
            name = self._names.get(walk_in.organisation_id) or self._spelled.get(sorting(typed), typed)
            if name:
                return name
        return None
