"""What is known of the door, and what is recorded there."""

from .door import Door
from .records import Merge, Scan, Undo, WalkIn

__all__ = ["Door", "Merge", "Scan", "Undo", "WalkIn"]
