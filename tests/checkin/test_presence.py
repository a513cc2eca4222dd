"""Presence, derived: the cases that the device is held to as well, and whatever else four tablets record."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mo_app.checkin.presence import Merge, Scan, WalkIn, derive
from tests.conftest import NOON

CASES = json.loads((Path(__file__).parents[1] / "data" / "presence.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table_of_cases(case):
    def timed(kind, records):
        return [kind(**record | {"at": datetime.fromisoformat(record["at"])}) for record in records]

    presence = derive(
        scans=timed(Scan, case["scans"]),
        walk_ins=timed(WalkIn, case["walk_ins"]),
        merges=[Merge(**merge) for merge in case["merges"]],
        undone={undo["of"] for undo in case["undos"]},
    )
    expected = case["expect"]
    said = {name: getattr(presence, name) for name in ("people", "heads", "walk_ins")}
    assert said | {"present": simple(presence)} == expected | {"present": moments(expected["present"])}


PEOPLE = st.sampled_from(["amina", "boris", "chen"])
PARTIES = st.integers(1, 5)
TABLETS = st.sampled_from(["tablet 1", "tablet 2", "tablet 3", "tablet 4"])
MOMENTS = st.sampled_from([NOON.replace(minute=minute) for minute in range(4)])
WALK_INS = st.sampled_from([f"w{number}" for number in range(6)])
RECORDS = st.tuples(
    st.lists(st.tuples(PEOPLE, PARTIES, MOMENTS, TABLETS), max_size=6),
    st.dictionaries(WALK_INS, st.tuples(PARTIES, MOMENTS, TABLETS), max_size=6),
    st.lists(
        st.tuples(WALK_INS.map("w:{}".format), WALK_INS.map("w:{}".format) | PEOPLE.map("p:{}".format)),
        max_size=6,
    ),
    st.sets(st.sampled_from([f"{kind}{number}" for kind in "swm" for number in range(6)]), max_size=6),
)


@given(records=RECORDS, data=st.data())
def test_the_order_changes_nothing(records, data):
    scans, walk_ins, merges, undone = records_of(records)
    once = derive(scans=scans, walk_ins=walk_ins, merges=merges, undone=undone)
    again = derive(
        scans=data.draw(st.permutations(scans)),
        walk_ins=data.draw(st.permutations(walk_ins)),
        merges=[Merge(merge.id, merge.b, merge.a) for merge in data.draw(st.permutations(merges))],
        undone=undone,
    )
    assert again == once


@given(records=RECORDS)
def test_everybody_is_counted_once_and_nobody_is_lost(records):
    """Said in other words: a table of who is the same as whom, closed until nothing more follows."""
    scans, walk_ins, merges, undone = records_of(records)
    presence = derive(scans=scans, walk_ins=walk_ins, merges=merges, undone=undone)
    live = [each for each in (*scans, *walk_ins) if each.id not in undone]
    told = sorted(id_ for each in presence.present.values() for id_ in (*each.scans, *each.walk_ins))
    assert told == sorted(each.id for each in live)
    same = same_as(walk_ins, [merge for merge in merges if merge.id not in undone])
    for walk_in in walk_ins:
        for subject, each in presence.present.items():
            if walk_in.id in each.walk_ins:
                assert subject in same[f"w:{walk_in.id}"]
                assert each.heads >= walk_in.party
    parties = {each.id: each.party for each in live}
    for each in presence.present.values():
        assert each.heads == max(parties[id_] for id_ in (*each.scans, *each.walk_ins))
    groups = {min(same[f"w:{walk_in.id}"]) for walk_in in walk_ins if walk_in.id not in undone}
    standing = {subject for subject, each in presence.present.items() if each.walk_ins}
    assert len(standing) == len(groups)


def same_as(walk_ins, merges):
    same = {}
    for walk_in in walk_ins:
        group = same[f"w:{walk_in.id}"] = {f"w:{walk_in.id}"}
        size = 0
        while size < len(group):
            size = len(group)
            group.update(*({merge.a, merge.b} for merge in merges if {merge.a, merge.b} & group))
    return same


def records_of(records):
    scans, walk_ins, merges, undone = records
    return (
        [Scan(f"s{number}", *scan) for number, scan in enumerate(scans)],
        [WalkIn(id_, *walk_in) for id_, walk_in in walk_ins.items()],
        [Merge(f"m{number}", *merge) for number, merge in enumerate(merges)],
        undone,
    )


def simple(presence):
    return {
        subject: {
            "heads": each.heads,
            "at": each.at,
            "by": each.by,
            "scans": list(each.scans),
            "walk_ins": list(each.walk_ins),
        }
        for subject, each in presence.present.items()
    }


def moments(present):
    return {subject: each | {"at": datetime.fromisoformat(each["at"])} for subject, each in present.items()}
