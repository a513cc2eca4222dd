"""Who is present, and how many: derived from what was recorded, in whatever order it arrived.

Pure. The device derives the same (``static/js/checkin/presence.js``), and both have to agree with
``tests/data/presence.json``.

Nothing here depends on order: records are sets, and where one of several must be chosen, the earliest moment
or the smallest id decides.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Scan:
    """This person is here, and so many came with her, herself included."""

    id: str
    person: str
    party: int
    at: datetime
    by: str


@dataclass(frozen=True)
class WalkIn:
    """Somebody without an entry in the roster is here."""

    id: str
    party: int
    at: datetime
    by: str


@dataclass(frozen=True)
class Merge:
    """Two subjects are the same: ``w:<walk-in>`` or ``p:<person>``."""

    id: str
    a: str
    b: str


@dataclass(frozen=True)
class Present:
    heads: int
    at: datetime
    """Of her earliest record, as are the place or tablet it was made ``by``."""
    by: str
    scans: tuple[str, ...]
    walk_ins: tuple[str, ...]
    """Ids of the live records that say so."""


@dataclass(frozen=True)
class Presence:
    present: Mapping[str, Present]
    """By subject."""

    @property
    def people(self) -> int:
        return len(self.present)

    @property
    def heads(self) -> int:
        return sum(each.heads for each in self.present.values())

    @property
    def walk_ins(self) -> int:
        """Subjects that nobody knows from the roster."""
        return sum(subject.startswith("w:") for subject in self.present)


def derive(
    *,
    scans: Iterable[Scan],
    walk_ins: Iterable[WalkIn],
    merges: Iterable[Merge],
    undone: Collection[str],
) -> Presence:
    """A record whose id is ``undone`` does not exist, also when the undo came first.

    Live walk-ins stand for the representative of the group that merges join them into: its smallest person,
    else its smallest live walk-in. How many came is the largest number that anybody recorded.
    """
    walk_ins = [each for each in walk_ins if each.id not in undone]
    stands_for = _representatives(walk_ins, [each for each in merges if each.id not in undone])
    records: defaultdict[str, list[Scan | WalkIn]] = defaultdict(list)
    for scan in scans:
        if scan.id not in undone:
            records[f"p:{scan.person}"].append(scan)
    for walk_in in walk_ins:
        records[stands_for[f"w:{walk_in.id}"]].append(walk_in)
    return Presence({subject: _present(found) for subject, found in records.items()})


def _present(records: list[Scan | WalkIn]) -> Present:
    first = min(records, key=lambda record: (record.at, record.id))
    return Present(
        heads=max(record.party for record in records),
        at=first.at,
        by=first.by,
        scans=tuple(sorted(record.id for record in records if isinstance(record, Scan))),
        walk_ins=tuple(sorted(record.id for record in records if isinstance(record, WalkIn))),
    )


def _representatives(walk_ins: list[WalkIn], merges: list[Merge]) -> dict[str, str]:
    """By live walk-in, the subject it stands for."""
    groups = _groups(merges)
    live = {f"w:{walk_in.id}" for walk_in in walk_ins}
    found = {}
    for subject in live:
        group = groups.get(subject, {subject})
        people = [each for each in group if each.startswith("p:")]
        found[subject] = min(people) if people else min(group & live)
    return found


def _groups(merges: list[Merge]) -> dict[str, set[str]]:
    """The connected components, by each of their subjects; undone and unknown walk-ins connect, too."""
    groups: dict[str, set[str]] = {}
    for merge in merges:
        a, b = groups.get(merge.a, {merge.a}), groups.get(merge.b, {merge.b})
        if a is not b:
            a |= b
        groups.update(dict.fromkeys(a, a))
    return groups
