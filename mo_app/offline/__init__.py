"""The pages with which a device speaks of itself: what it keeps, and that a page is not among it."""

from flask import Flask

from mo_app import sync

from . import pages


def register(app: Flask) -> None:
    sync.register_page(app, pages.DEVICE)
    sync.register_page(app, pages.OFFLINE)
