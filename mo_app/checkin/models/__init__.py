"""What is known of the door, what is recorded there, and the tablets that stand at it."""

from .door import Door
from .records import Merge, Scan, Undo, WalkIn
from .station import Station, StationChange

__all__ = ["Door", "Merge", "Scan", "Station", "StationChange", "Undo", "WalkIn"]
