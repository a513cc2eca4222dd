"""The app as it might be tomorrow, and the server's change to it while devices use today's."""

import shutil
from pathlib import Path

from mo_app.web.static import build_of
from tests.support.server import ROOT, Server

PARTS = ("app.py", "mo_app", "migrations", "translations")
MARK = "data-tomorrow"
"""On the pages of tomorrow."""
NEW_WORKER = """async () => {
  const registration = await navigator.serviceWorker.ready
  return !registration.waiting && !registration.installing
}"""


def make_next_version(folder: Path) -> Path:
    """Another build, whose pages and scripts can be told from today's."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    page = folder / "mo_app/templates/_layout/page.html"
    page.write_text(page.read_text().replace("<html ", f"<html {MARK} ", 1))
    return folder


def build_of_version(folder: Path) -> str:
    """As its server names it."""
    return build_of(folder / "mo_app", folder / "translations")


def update(server: Server, source: Path) -> None:
    """As an operator does it: the new code, the same data, the same address."""
    server.stop()
    server.source = source
    server.start()
