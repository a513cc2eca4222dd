"""Rendered once for everybody of an audience, not once per visitor, and kept with its compressed bytes."""

import gzip
import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from mo_app.kernel.actor import Audience
from mo_app.web.i18n import speaking

from .kinds import PageKind, PageView

MOST_RENDERED = 4_000


@dataclass(frozen=True)
class Rendered:
    revision: int
    version: str
    """A hash of what the page says; also its ETag."""
    html: str
    compressed: bytes


class Renderings:
    """What this process has rendered.

    Valid by the page's revision, so no other process needs to know of it.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, Audience], Rendered] = OrderedDict()
        self._lock = Lock()

    def get(self, kind: PageKind, view: PageView, revision: int) -> Rendered | None:
        """The page as of this revision, or None if it does not exist (any more)."""
        key = (view.path, view.language, view.audience)
        with self._lock:
            rendered = self._kept.get(key)
            if rendered and rendered.revision == revision:
                self._kept.move_to_end(key)
                return rendered
        rendered = _render(kind, view, revision)
        if rendered:
            self._keep(key, rendered)
        return rendered

    def _keep(self, key: tuple[str, str, Audience], rendered: Rendered) -> None:
        with self._lock:
            self._kept[key] = rendered
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_RENDERED:
                self._kept.popitem(last=False)


def _render(kind: PageKind, view: PageView, revision: int) -> Rendered | None:
    with speaking(view.language):
        html = kind.render(view)
    if html is None:
        return None
    plain = html.encode()
    version = hashlib.sha256(plain).hexdigest()[:16]
    return Rendered(revision, version, html, gzip.compress(plain, 9, mtime=0))
