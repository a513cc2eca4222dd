"""The only writes of the door."""

from .arrivals import check_oneself_in
from .records import (
    Doing,
    add_scan,
    add_walk_in,
    check_in,
    enter_from_paper,
    maker,
    merge,
    must_stand_at_door,
    undo,
)

__all__ = [
    "Doing",
    "add_scan",
    "add_walk_in",
    "check_in",
    "check_oneself_in",
    "enter_from_paper",
    "maker",
    "merge",
    "must_stand_at_door",
    "undo",
]
