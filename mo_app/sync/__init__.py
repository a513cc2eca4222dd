"""The exchange between devices and server: ledger, kinds of operations, kept pages, documents.

Imports no feature: features register with it what they have, in their own ``register(app)``.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask

from .documents import touch_document
from .forgetting import forget_operations, forget_operations_before
from .kinds import (
    ALL_AUDIENCES,
    Daily,
    DailyChange,
    DocumentKind,
    DocumentView,
    OperationCall,
    OperationKind,
    PageKind,
    PageView,
    Registry,
)
from .pages import drop_pages, touch_pages
from .routes import add_page_route, blueprint
from .site import Site

__all__ = [
    "ALL_AUDIENCES",
    "Daily",
    "DailyChange",
    "DocumentKind",
    "DocumentView",
    "OperationCall",
    "OperationKind",
    "PageKind",
    "PageView",
    "drop_pages",
    "forget_operations",
    "forget_operations_before",
    "register",
    "register_daily",
    "register_document",
    "register_operation",
    "register_page",
    "register_part",
    "touch_document",
    "touch_pages",
]


def register(app: Flask) -> None:
    registry = Registry()
    app.extensions["sync"] = registry
    app.extensions["site"] = Site(registry)
    app.register_blueprint(blueprint)


def register_operation(app: Flask, kind: OperationKind) -> None:
    app.extensions["sync"].operations[kind.kind] = kind


def register_daily(app: Flask, work: Daily) -> None:
    """``work`` is done when somebody is the first of the day in Leipzig to read."""
    app.extensions["sync"].daily.append(work)


def register_page(app: Flask, kind: PageKind) -> None:
    """The page is routed, kept by devices, and made anew when it was touched."""
    app.extensions["site"].add(kind)
    add_page_route(app, kind)


def register_document(app: Flask, kind: DocumentKind) -> None:
    """One for each of something; composed of parts like all, see ``register_part``."""
    app.extensions["sync"].documents[kind.name] = kind


def register_part(app: Flask, *, document: str, name: str, value: Callable[[DocumentView], Any]) -> None:
    """``value`` composes the part ``name`` of the document for one reader: a JSON value."""
    app.extensions["sync"].parts.setdefault(document, {})[name] = value
