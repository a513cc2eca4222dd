"""Notices: what a person must be told, kept until it is read."""

from flask import Flask

from mo_app import sync

from .operations import READ
from .queries import notices_part


def register(app: Flask) -> None:
    sync.register_operation(app, READ)
    sync.register_part(app, document="mine", name="notices", value=notices_part)
