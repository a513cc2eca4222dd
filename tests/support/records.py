"""The books of a running server: looks into its database, and writes what belongs to no test's story."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import ColumnElement, create_engine, delete, func, select
from sqlalchemy.orm import Session

from mo_app.accounts.models import SignIn
from mo_app.rsvps.models import Rsvp, RsvpChange, State
from mo_app.sync.models import LedgerEntry
from mo_app.web.database import prepare_sqlite
from tests.support.cast import Cast, add_events, cancel, cookie_of, edit_texts


class Records:
    def __init__(self, data: Path, cast: Cast) -> None:
        self.cast = cast
        self._engine = create_engine(f"sqlite:///{data / 'mo.sqlite3'}")
        prepare_sqlite(self._engine)

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction beside the server's, committed at the end."""
        with (
            self._engine.connect().execution_options(mo_write=True) as connection,
            Session(connection) as session,
        ):
            yield session
            session.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with Session(self._engine) as session:
            yield session

    def sign_in(self, name: str) -> str:
        """A new sign-in of this member of the cast, as ``name=value`` of its cookie."""
        with self.writing() as session:
            return "mo=" + cookie_of(session, self.cast.people[name], datetime.now(UTC))

    def end_sign_ins(self, name: str) -> None:
        with self.writing() as session:
            session.execute(delete(SignIn).where(SignIn.person_id == self.cast.people[name]))

    def sign_ins(self, name: str) -> int:
        """In how many browsers this person is signed in."""
        with self.reading() as session:
            hers = SignIn.person_id == self.cast.people[name]
            return session.scalar(select(func.count()).select_from(SignIn).where(hers)) or 0

    def ledger(self, operation: str) -> int:
        """How often the ledger has this operation, by id."""
        with self.reading() as session:
            return session.scalar(select(func.count()).where(LedgerEntry.id == operation)) or 0

    def heads(self, event: str) -> int:
        """Confirmed places of an event."""
        query = select(func.coalesce(func.sum(Rsvp.party), 0))
        with self.reading() as session:
            return session.scalar(query.where(self._of(event), Rsvp.state == State.CONFIRMED)) or 0

    def effects(self, event: str, name: str) -> int:
        """How often something that this person said about an event took effect."""
        with self.reading() as session:
            whose = RsvpChange.actor_id == self.cast.people[name]
            about = RsvpChange.event_id == self.cast.events[event]
            return session.scalar(select(func.count()).select_from(RsvpChange).where(whose, about)) or 0

    def cancel(self, event: str) -> None:
        with self.writing() as session:
            cancel(session, self.cast, event, datetime.now(UTC))

    def add_events(self, count: int, *, text: str) -> None:
        with self.writing() as session:
            add_events(session, self.cast, datetime.now(UTC), count, text)

    def edit_events(self, *, text: str) -> None:
        """All that have a text get this one."""
        with self.writing() as session:
            edit_texts(session, self.cast, datetime.now(UTC), text)

    def _of(self, event: str) -> ColumnElement[bool]:
        return Rsvp.event_id == self.cast.events[event]
