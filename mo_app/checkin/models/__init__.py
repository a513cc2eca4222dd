"""What is recorded at the door."""

from .records import Merge, Scan, Undo, WalkIn

__all__ = ["Merge", "Scan", "Undo", "WalkIn"]
