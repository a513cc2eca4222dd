"""What is known of the door, the tablets that stand at it, what they record, and what remains of it."""

from .closing import Closing, Correction
from .door import Door
from .export import Export
from .invited import InvitedWalkIn
from .records import Merge, Scan, Undo, WalkIn
from .station import Station, StationChange

__all__ = [
    "Closing",
    "Correction",
    "Door",
    "Export",
    "InvitedWalkIn",
    "Merge",
    "Scan",
    "Station",
    "StationChange",
    "Undo",
    "WalkIn",
]
