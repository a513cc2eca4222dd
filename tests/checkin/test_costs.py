"""What the door costs does not grow with the crowd, and an operation costs a few statements."""

from uuid import uuid4

import pytest
from sqlalchemy import event as listening

from mo_app.accounts.models import Person
from mo_app.checkin.attendance import attendance
from mo_app.rsvps.models import Rsvp, State
from mo_app.sync.ledger import carry_out
from mo_app.sync.protocol import OperationIn
from mo_app.web.database import db


@pytest.fixture
def statements(app):
    """What is said to the database meanwhile: the beginnings of it."""

    def seen(act):
        said = []

        def note(connection, cursor, statement, *rest):
            said.append(statement.split()[0])

        with app.app_context():
            engine = db.engine
        listening.listen(engine, "before_cursor_execute", note)
        act()
        listening.remove(engine, "before_cursor_execute", note)
        return [word for word in said if word != "BEGIN"]

    return seen


@pytest.fixture
def crowd(session, clock, door, saba):
    """Many members, half of whom have said that they come; their ids."""

    def crowd(size):
        people = [
            Person(name=f"Somebody {number}", language="en", organisation=saba, created_at=clock.now())
            for number in range(size)
        ]
        session.add_all(people)
        session.flush()
        about = {"event_id": door.event_id, "state": State.CONFIRMED, "party": 2, "device": "", "seq": 1}
        session.add_all(
            [Rsvp(person_id=person.id, updated_at=clock.now(), **about) for person in people[::2]]
        )
        ids = [person.id for person in people]
        session.commit()
        return ids

    return crowd


def test_a_roster_of_many_costs_as_few_queries_as_one_of_few(app, door, crowd, statements):
    crowd(2)
    few = statements(lambda: door.document(app, "roster"))
    crowd(50)
    assert len(statements(lambda: door.document(app, "roster"))) == len(few) <= 4


def test_attendance_costs_as_few_queries_for_many(session, door, crowd, statements):
    door.marks(crowd(2)[0])
    session.commit()
    few = statements(lambda: attendance(session, door.event_id))
    for person_id in crowd(50):
        door.marks(person_id)
    door.adds()
    session.commit()
    assert len(statements(lambda: attendance(session, door.event_id))) == len(few) <= 6


def test_a_scan_costs_one_query_and_two_rows(app, session, clock, door, crowd, statements):
    people = crowd(10)

    def bring(count):
        operations = [
            OperationIn(
                id=str(uuid4()),
                seq=seq,
                kind="checkin.scan",
                made_at="2026-11-23T12:00:00Z",
                payload={"event": door.event_id, "person": person_id, "party": 1, "how": "tap"},
            )
            for seq, person_id in enumerate(people[:count], start=1)
        ]
        results = carry_out(
            app.extensions["sync"],
            operations,
            session=session,
            actor=door.actor,
            device_id=str(uuid4()),
            now=clock.now(),
        )
        assert {result.outcome for result in results} == {"applied"}

    one, ten = statements(lambda: bring(1)), statements(lambda: bring(10))
    for word, each in {"SAVEPOINT": 1, "SELECT": 1, "INSERT": 2, "RELEASE": 1}.items():
        assert ten.count(word) - one.count(word) == 9 * each, word
    assert len(ten) - len(one) == 9 * 5
