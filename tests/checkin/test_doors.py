"""The code at the door: where it leads, and the poster it is printed on."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from mo_app import create_app
from mo_app.accounts.models import Person
from mo_app.checkin.doors import address_of, code_of, door_part
from mo_app.checkin.models import Door
from mo_app.kernel.actor import Actor, Role
from mo_app.schedule.operations import create_event
from mo_app.settings import Settings
from mo_app.sync import DocumentView
from mo_app.web.database import begin_write, db
from mo_app.web.migrations import upgrade
from tests.accounts.cast import sign_in

WORKER = "js/checkin/scanner/decoder.js"


@pytest.fixture
def clara(session, clock):
    person = Person(name="Clara", role=Role.COORDINATOR, language="de", created_at=clock.now())
    session.add(person)
    session.flush()
    return person


@pytest.fixture
def evening(session, clock, clara):
    starts = clock.now() + timedelta(days=1)
    values = {"kind": "meeting", "title": {"en": "Monthly meeting"}, "starts_at": starts, "ends_at": starts}
    actor = Actor(clara.id, clara.role, sign_in_id="clara")
    return create_event(session=session, actor=actor, now=clock.now(), values=values)


@pytest.mark.parametrize("language", ["ar", "uk", "de"])
def test_whoever_scans_it_is_led_on_in_her_own_language(session, client, evening, language):
    session.commit()
    code = code_of(session, evening.id)
    answer = client.get(f"/here/{evening.id}/{code}", headers={"Accept-Language": language})
    assert answer.status_code == 302
    assert answer.location == f"/{language}/schedule/{evening.id}#here={code}"


@pytest.mark.parametrize("path", ["/here/a/b", "/here/AAAAAAAAAAAAAAAA/aaaaaaaaaaaaaaaa", "/here/"])
def test_what_is_no_code_leads_nowhere(client, path):
    assert client.get(path).status_code == 404


def test_the_event_page_has_the_door_in_it_and_no_code(session, client, evening):
    session.commit()
    page = client.get(f"/en/schedule/{evening.id}").text
    assert "<mo-here" in page
    assert code_of(session, evening.id) not in page


def test_the_poster_is_for_coordinators(session, client, clock, clara, evening):
    session.commit()
    path = f"/de/desk/events/{evening.id}/door/poster"
    assert client.get(path).status_code == 401
    sign_in(client, session, clara, clock)
    page = client.get(path).text
    assert address_of(session, evening.id) in page
    assert "Monthly meeting" in page
    assert all(f'lang="{language}"' in page for language in ("de", "en", "ar", "uk"))
    assert client.get("/de/desk/events/aaaaaaaaaaaaaaaa/door/poster").status_code == 404


def test_a_station_is_told_the_address_and_its_code(session, clock, evening):
    part = door_part(DocumentView(session, None, clock.now(), "en", key=evening.id))
    assert part["url"] == address_of(session, evening.id)
    assert part["qr"].startswith("data:image/svg+xml")


def test_only_the_worker_that_reads_codes_may_run_webassembly(app, client):
    build = app.extensions["build"]
    get = lambda path: client.get(path, buffered=True).headers["Content-Security-Policy"]  # noqa: E731
    assert "'wasm-unsafe-eval'" in get(f"/static/{build}/{WORKER}")
    for path in ("/en/", f"/static/{build}/js/app.js", "/static/js/checkin/scanner/scanner.js"):
        assert "wasm" not in get(path)


def test_who_and_what_was_there_before_gets_a_pass_and_a_door(tmp_path):
    app = create_app(Settings.from_environ({"MO_DATA": str(tmp_path)}))
    with app.app_context():
        upgrade("0003")
        begin_write()
        insert_old_rows(db.session())
        db.session.commit()
        upgrade()
        codes = db.session.scalars(select(Person.pass_code)).all()
        assert len({*codes}) == 2
        assert all(len(code) == 16 for code in codes)
        assert len(db.session.scalars(select(Door.code)).one()) == 16
        db.session.remove()
        db.engine.dispose()


def insert_old_rows(session):
    for name in ("amina", "boris"):
        session.execute(
            text(
                "INSERT INTO people (id, name, language, role, created_at) "
                "VALUES (:id, :id, 'en', 'member', '2026-11-01 10:00:00')"
            ),
            {"id": name.ljust(16, "a")},
        )
    session.execute(
        text(
            "INSERT INTO events (id, kind, title, text, place, starts_at, ends_at, all_day, spoken, offers, "
            "cancel_reason, recurrence_id, created_at, updated_at, version) VALUES ('eveningaaaaaaaaa', "
            "'meeting', '{}', '{}', '', :at, :at, false, '[]', '[]', '{}', '', :at, :at, 1)"
        ),
        {"at": "2026-11-01 10:00:00"},
    )
