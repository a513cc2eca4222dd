"""A list costs as many statements with a programme as with one event."""

from collections.abc import Callable

import pytest
from sqlalchemy import event as listening

from mo_app.schedule.imports import import_calendar
from mo_app.web.database import db

from .files import calendar, event


@pytest.fixture
def statements(app) -> Callable[[Callable[[], object]], int]:
    def count(act: Callable[[], object]) -> int:
        seen: list[str] = []
        with app.app_context():
            engine = db.engine

        def note(connection, cursor, statement, *rest):
            seen.append(statement)

        listening.listen(engine, "before_cursor_execute", note)
        act()
        listening.remove(engine, "before_cursor_execute", note)
        return len(seen)

    return count


@pytest.mark.parametrize("path", ["/de/schedule", "/de/schedule/past", "/de/desk/events", "/calendar.ics"])
def test_a_list_asks_no_more_for_more_events(desk, statements, session, coordinator, spring, programme, path):
    def bring(data):
        about = {"session": session, "actor": coordinator, "now": spring.now()}
        import_calendar(**about, data=data, language="de")
        session.commit()

    bring(calendar(event(uid="one@test"), event(uid="past@test", start=":20260301T100000Z")))
    desk.get(path)
    bring(calendar(event(uid="two@test", start=":20260602T100000Z")))
    few = statements(lambda: desk.get(path))
    bring(programme)
    assert statements(lambda: desk.get(path)) == few


def test_importing_what_is_known_costs_no_more_for_more_events(
    statements, session, coordinator, spring, programme
):
    about = {"session": session, "actor": coordinator, "now": spring.now(), "language": "de"}
    import_calendar(**about, data=programme)
    import_calendar(**about, data=calendar(event()))
    session.commit()
    one = statements(lambda: import_calendar(**about, data=calendar(event())))
    assert statements(lambda: import_calendar(**about, data=programme)) <= one
