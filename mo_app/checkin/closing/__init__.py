"""After the event: its figures, frozen, and everything that changed since."""

from flask import Flask

from mo_app import sync

from .documents import closed_at_part


def register(app: Flask) -> None:
    sync.register_part(app, document="door", name="closed_at", value=closed_at_part)
