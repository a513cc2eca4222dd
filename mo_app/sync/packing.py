"""Which pages an exchange brings: those that changed since the cursor, in bounded portions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from mo_app.kernel.i18n import LANGUAGES

from .cursor import Cursor
from .models import KeptPage
from .pages import latest_revision
from .protocol import PageOut
from .site import Reading, Site

MOST_PAGE_BYTES = 512 * 1024
PORTION = 100


@dataclass
class Packed:
    """What is sent, and the cursor behind it."""

    cursor: Cursor
    may_have: bool = True
    """Whether the device may have a page that is no longer kept."""
    pages: list[PageOut] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    more: bool = False
    stale: bool = False
    size: int = 0


def pack_pages(site: Site, reading: Reading, *, since: Cursor, languages: Sequence[str]) -> Packed:
    """The pages after ``since``, by revision, until there are enough for one answer."""
    packed = Packed(since, may_have=not since.is_start)
    revision = latest_revision(reading.session)
    if since.revision == revision + 1:
        return packed
    for row in _rows_after(reading.session, since):
        if packed.size > MOST_PAGE_BYTES:
            packed.more = True
            return packed
        _pack(site, reading, packed, row, languages)
        packed.cursor = replace(packed.cursor, revision=row.revision, path=row.path)
    packed.cursor = replace(packed.cursor, revision=revision + 1, path="", whole=False)
    return packed


def count_pages(site: Site, reading: Reading, languages: Sequence[str]) -> int:
    """About how many pages the whole set has: for showing progress."""
    paths = reading.session.scalars(select(KeptPage.path).where(KeptPage.kept))
    return sum(len(LANGUAGES) if site.is_in_every_language(path) else len(languages) for path in paths)


def _rows_after(session: Session, cursor: Cursor) -> Iterator[KeptPage]:
    while True:
        rows = session.scalars(
            select(KeptPage)
            .where(tuple_(KeptPage.revision, KeptPage.path) > (cursor.revision, cursor.path))
            .order_by(KeptPage.revision, KeptPage.path)
            .limit(PORTION)
        ).all()
        yield from rows
        if len(rows) < PORTION:
            return
        cursor = replace(cursor, revision=rows[-1].revision, path=rows[-1].path)


def _pack(site: Site, reading: Reading, packed: Packed, row: KeptPage, languages: Sequence[str]) -> None:
    for language in LANGUAGES if site.is_in_every_language(row.path) else languages:
        url = f"/{language}{row.path}"
        page = site.page(row.path, row.revision, reading, language) if row.kept else None
        if page:
            packed.pages.append(PageOut(url=url, version=page.version, html=page.html))
            packed.size += len(page.html)
        elif packed.may_have:
            packed.gone.append(url)
