"""All kept pages of the app: which kind a path is of, and what it says to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule

from mo_app.kernel.actor import Audience

from .kinds import PageKind, PageView, Registry
from .rendering import Rendered, Renderings


@dataclass(frozen=True)
class Reading:
    """Who reads, in which transaction, when."""

    session: Session
    audience: Audience
    now: datetime


class Site:
    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self.is_complete = False
        """Whether this process has seen that all static pages are in the database."""
        self._renderings = Renderings()
        self._rules = Map(strict_slashes=False)
        self._kinds: dict[str, PageKind] = {}

    @property
    def kinds(self) -> list[PageKind]:
        return self._registry.pages

    def add(self, kind: PageKind) -> None:
        self._registry.pages.append(kind)
        self._kinds[kind.endpoint] = kind
        self._rules.add(Rule(kind.rule, endpoint=kind.endpoint))

    def page(self, path: str, revision: int, reading: Reading, language: str) -> Rendered | None:
        """What the page says in this revision; None where it does not exist for this audience."""
        found = self._find(path)
        if found is None or reading.audience not in found[0].audiences:
            return None
        kind, args = found
        view = PageView(reading.session, path, args, language, reading.audience, reading.now)
        return self._renderings.get(kind, view, revision)

    def is_in_every_language(self, path: str) -> bool:
        found = self._find(path)
        return found is not None and found[0].every_language

    def _find(self, path: str) -> tuple[PageKind, Mapping[str, str]] | None:
        try:
            endpoint, args = self._rules.bind("").match(path)
        except HTTPException:
            return None
        return self._kinds[endpoint], args
