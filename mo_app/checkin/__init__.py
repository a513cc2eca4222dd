"""The door: who came. Tablets as stations, scans, walk-ins, passes, paper, and the figures afterwards."""

from flask import Flask

from mo_app import sync

from . import closing, desk, documents, here, passes, retention, scanner, stations
from .exchange import KINDS
from .merging import joining


def register(app: Flask) -> None:
    stations.register(app)
    for kind in KINDS:
        sync.register_operation(app, kind)
    for part in (documents, passes, here, scanner, closing, joining, retention, desk):
        part.register(app)
