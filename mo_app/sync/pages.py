"""Kept pages by their path below the language, and the revision in which each last changed.

A change of content gives the pages it concerns a new revision; ``mo_app.sync.rendering`` renders a page
when its revision is new and somebody asks.
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from mo_app.kernel.clock import local_date

from .kinds import Registry
from .models import ContentState, KeptPage
from .upsert import insert_or

STATE = 1


def touch_pages(session: Session, paths: Iterable[str]) -> None:
    """Say that these pages read differently now (or are new)."""
    _mark(session, paths, kept=True)


def drop_pages(session: Session, paths: Iterable[str]) -> None:
    """Say that devices need not keep these pages any longer. Saying so twice changes nothing."""
    wanted = list(paths)
    gone = select(KeptPage.path).where(KeptPage.path.in_(wanted), KeptPage.kept.is_(False))
    already = set(session.scalars(gone))
    _mark(session, [path for path in wanted if path not in already], kept=False)


def _mark(session: Session, paths: Iterable[str], *, kept: bool) -> None:
    wanted = dict.fromkeys(paths)
    if not wanted:
        return
    _ensure_state(session)
    # Whoever changes content holds this row until the commit, so revisions become visible in their order.
    bump = update(ContentState).values(revision=ContentState.revision + 1).returning(ContentState.revision)
    revision = session.execute(bump).scalar_one()
    known = {page.path: page for page in session.scalars(select(KeptPage).where(KeptPage.path.in_(wanted)))}
    for path in wanted:
        page = known.get(path)
        if page is None:
            session.add(KeptPage(path=path, revision=revision, kept=kept))
        else:
            page.revision, page.kept = revision, kept
    session.flush()


_state, _pages = ContentState.__table__, KeptPage.__table__
# Built once: one of these is asked at every request.
_DAY = select(_state.c.day).where(_state.c.id == STATE)
_LATEST = select(_state.c.revision).where(_state.c.id == STATE)
_REVISION = (
    select(_state.c.day, _pages.c.revision)
    .select_from(_pages.join(_state, _state.c.id == STATE))
    .where(_pages.c.path == bindparam("path"))
)


def is_current(session: Session, now: datetime) -> bool:
    """Whether the pages are of today, in Leipzig."""
    return session.connection().scalar(_DAY) == local_date(now)


def current_revision(session: Session, path: str, now: datetime) -> int | None:
    """The page's revision; None where there is no such page, or the pages are not of today."""
    row = session.connection().execute(_REVISION, {"path": path}).one_or_none()
    return row.revision if row and row.day == local_date(now) else None


def latest_revision(session: Session) -> int:
    """The revision of all pages together; 0 before the first."""
    revision: int | None = session.connection().scalar(_LATEST)
    return revision or 0


def make_current(session: Session, registry: Registry, now: datetime) -> None:
    """Begin the day: static pages exist, those that depend on the date change, and daily work is done.

    Needs a transaction that writes.
    """
    today = local_date(now)
    _ensure_state(session)
    known = set(session.scalars(select(KeptPage.path)))
    touch_pages(session, [kind.rule for kind in registry.pages if kind.static and kind.rule not in known])
    if is_current(session, now):
        return  # somebody else was first
    for work in registry.daily:
        work(session=session, now=now)
    for kind in registry.pages:
        if kind.daily:
            change = kind.daily(session, today)
            touch_pages(session, change.touched)
            drop_pages(session, change.dropped)
    session.execute(update(ContentState).values(day=today))


def _ensure_state(session: Session) -> None:
    statement = insert_or(session, ContentState).values(id=STATE, revision=0, day=date.min)
    session.execute(statement.on_conflict_do_nothing())
