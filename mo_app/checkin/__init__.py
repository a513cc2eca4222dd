"""The door: who came. Tablets as stations, scans, walk-ins, passes, paper, and the figures afterwards."""

from flask import Flask


def register(app: Flask) -> None:
    """Nothing yet stands at the door."""
