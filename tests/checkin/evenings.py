"""An evening at four tablets, as Hypothesis tells it: what was done, and in which order it arrives."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from mo_app.checkin.presence import Merge, Presence, Scan, WalkIn, derive
from tests.conftest import NOON

TABLETS, PEOPLE, DEEDS, MOST_IN_A_BATCH = 4, 4, 16, 4

_tablets, _people = st.integers(0, TABLETS - 1), st.integers(0, PEOPLE - 1)
_deeds, _minutes, _parties = st.integers(0, DEEDS - 1), st.integers(0, 3), st.integers(1, 4)
_what = st.one_of(
    st.tuples(st.just("checkin.scan"), _people, _parties),
    st.tuples(st.just("checkin.scan"), _people, _parties),
    st.tuples(st.just("checkin.paper"), _people, _parties),
    st.tuples(st.just("checkin.walk_in"), _parties),
    st.tuples(st.just("checkin.walk_in"), _parties),
    st.tuples(st.just("checkin.undo"), _deeds),
    st.tuples(
        st.just("walk_in.merge"), _deeds, st.tuples(st.just("w"), _deeds) | st.tuples(st.just("p"), _people)
    ),
)
deeds = st.lists(st.tuples(_tablets, _minutes, _what), min_size=3, max_size=DEEDS)
"""Who did what, in the order in which it happened; a deed names others by their numbers, also later ones."""


@dataclass(frozen=True)
class Evening:
    """The same deeds at one event of its own: ids differ from those of another, their order does not."""

    number: int
    event_id: str
    people: list[str]
    """Ids, in order."""
    tablets: list[str]
    deeds: list[Any]

    def id_of(self, deed: int) -> str:
        return f"{self.number:08x}-0000-4000-8000-{deed:012x}"

    def made_at(self, minute: int) -> datetime:
        return NOON - timedelta(minutes=10) + timedelta(minutes=minute)

    def operations(self, tablet: int) -> list[dict[str, Any]]:
        mine = [(number, deed) for number, deed in enumerate(self.deeds) if deed[0] == tablet]
        return [
            {
                "id": self.id_of(number),
                "seq": seq,
                "kind": what[0],
                "made_at": self.made_at(minute).isoformat(),
                "payload": {"event": self.event_id} | self._payload(*what),
            }
            for seq, (number, (_, minute, what)) in enumerate(mine, start=1)
        ]

    def _payload(self, kind: str, *about: Any) -> dict[str, Any]:
        match kind, *about:
            case "checkin.scan", person, party:
                return {"person": self.people[person], "party": party, "how": "tap"}
            case "checkin.paper", person, party:
                return {"person": self.people[person], "party": party}
            case "checkin.walk_in", party:
                return {"name": "Somebody", "party": party, "consent": True}
            case "checkin.undo", of:
                return {"of": self.id_of(of)}
            case "walk_in.merge", walk_in, into:
                return {"walk_in": self.id_of(walk_in), "into": self._subject(*into)}
        raise AssertionError(kind)

    def _subject(self, kind: str, number: int) -> str:
        return f"p:{self.people[number]}" if kind == "p" else f"w:{self.id_of(number)}"

    def expected(self) -> Presence:
        """Of all deeds at once, in the order in which they happened."""
        scans, walk_ins, merges, undone = [], [], [], set()
        for number, (tablet, minute, (kind, *about)) in enumerate(self.deeds):
            id_, at, by = self.id_of(number), self.made_at(minute), self.tablets[tablet]
            match kind, *about:
                case "checkin.scan", person, party:
                    scans.append(Scan(id_, self.people[person], party, at, by))
                case "checkin.paper", person, party:
                    scans.append(Scan(id_, self.people[person], party, at, "paper"))
                case "checkin.walk_in", party:
                    walk_ins.append(WalkIn(id_, party, at, by))
                case "checkin.undo", of:
                    undone.add(self.id_of(of))
                case "walk_in.merge", walk_in, into:
                    merges.append(Merge(id_, f"w:{self.id_of(walk_in)}", self._subject(*into)))
        return derive(scans=scans, walk_ins=walk_ins, merges=merges, undone=undone)


def batches(evening: Evening) -> list[tuple[int, list[dict[str, Any]]]]:
    """What each tablet sends in one go."""
    return [
        (tablet, operations[first : first + MOST_IN_A_BATCH])
        for tablet in range(TABLETS)
        for operations in [evening.operations(tablet)]
        for first in range(0, len(operations), MOST_IN_A_BATCH)
    ]


def arrivals(evening: Evening) -> st.SearchStrategy[list[tuple[int, list[dict[str, Any]]]]]:
    """The batches in any order, some of them twice."""
    once = batches(evening)
    return st.lists(st.sampled_from(once), max_size=3).flatmap(lambda again: st.permutations(once + again))
