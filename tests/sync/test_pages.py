"""Pages: the whole set once, then only what changed."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from mo_app import sync
from mo_app.sync import packing
from mo_app.sync.models import ContentState, KeptPage
from mo_app.web.database import db

from .conftest import AMINA

NOTES = {"notes", "secret", "away", "today"}


def urls(answer):
    """Of the notes; what other features keep comes too."""
    return [page["url"] for page in answer["pages"] if page["url"].split("/")[2] in NOTES]


def test_a_guest_gets_public_pages_and_the_offline_page_in_every_language(phone):
    answer = phone(None).send()
    assert urls(answer) == ["/de/away", "/en/away", "/ar/away", "/uk/away"]
    assert answer["whole"] is True
    assert answer["more"] is False


def test_a_member_gets_members_pages_too(phone):
    assert "/de/secret" in urls(phone(AMINA).send())


def test_nothing_new_brings_nothing(phone):
    amina = phone(AMINA)
    first = amina.send()
    versions = {key: document["version"] for key, document in first["documents"].items()}
    answer = amina.send(have={"cursor": first["cursor"], "documents": versions})
    assert (answer["pages"], answer["documents"], answer["gone"]) == ([], {}, [])
    assert answer["whole"] is False
    assert answer["cursor"] == first["cursor"]


def test_a_change_brings_the_pages_it_concerns_in_the_languages_of_the_device(phone):
    amina = phone(AMINA)
    amina.send(languages=["uk", "de"])
    answer = amina.send(amina.operation("hello"), languages=["uk", "de"])
    assert urls(answer) == ["/uk/notes/one", "/de/notes/one"]
    assert answer["pages"][0]["html"] == "<p lang=uk>hello for member</p>"


@pytest.mark.parametrize("changed", ["languages", "cursor"])
def test_a_cursor_that_cannot_be_continued_brings_the_whole_set(phone, changed):
    amina = phone(AMINA)
    amina.send()
    if changed == "languages":
        answer = amina.send(languages=["ar"])
    else:
        answer = amina.send(have={"cursor": "eyJub25zZW5zZSI6MX0=", "documents": {}})
    assert answer["begins"] is True
    assert answer["whole"] is True
    assert len(urls(answer)) == 5


def test_a_large_set_comes_in_portions_and_nothing_is_missed_meanwhile(phone, monkeypatch):
    monkeypatch.setattr(packing, "MOST_PAGE_BYTES", 1)
    amina = phone(AMINA)
    amina.send(*[amina.operation("hello", name=f"note-{number}") for number in range(5)])
    amina.cursor = None
    received = {}
    answer = {"more": True}
    while answer["more"]:
        answer = amina.send(*([amina.operation("changed", name="note-0")] if len(received) == 3 else []))
        assert answer["whole"] is True
        assert answer["begins"] is (not received)
        assert answer["total"] is None or answer["total"] >= len(received) + len(answer["pages"])
        assert (answer["total"] is not None) is answer["more"]
        received |= {page["url"]: page["html"] for page in answer["pages"]}
    assert received["/de/notes/note-0"] == "<p lang=de>changed for member</p>"
    assert {f"/de/notes/note-{number}" for number in range(5)} < set(received)


def test_a_page_from_the_network_is_the_same_as_the_kept_one(phone, client):
    amina = phone(AMINA)
    amina.send()
    kept = amina.send(amina.operation("hello"))["pages"][0]
    response = client.get(kept["url"], headers={"Accept-Encoding": "identity"})
    assert response.text == kept["html"]
    assert response.headers["ETag"] == f'"{kept["version"]}"'
    assert client.get(kept["url"], headers={"If-None-Match": response.headers["ETag"]}).status_code == 304


def test_a_page_for_members_is_not_there_for_guests(phone, client):
    phone(None).send()
    assert client.get("/de/secret").status_code == 404


def test_a_new_day_changes_the_pages_that_depend_on_it(app, phone, clock, monkeypatch):
    days = []

    def begin_day(session, today):
        days.append(today.isoformat())
        return sync.DailyChange(touched=["/today"])

    kind = sync.PageKind("today", "/today", lambda view: f"{view.now:%d}", static=True, daily=begin_day)
    sync.register_page(app, kind)
    amina = phone(AMINA)
    amina.send()
    assert urls(amina.send()) == []
    clock.advance(timedelta(hours=11, minutes=59))
    assert urls(amina.send()) == [], "23:59 in Leipzig"
    clock.advance(timedelta(minutes=1))
    assert urls(amina.send()) == ["/de/today"]
    assert days == ["2026-11-23", "2026-11-24"]


def test_a_page_that_cannot_be_rendered_holds_up_nobody(phone, caplog):
    amina = phone(AMINA)
    before = amina.send()
    answer = amina.send(amina.operation("unrenderable"))
    assert answer["results"][0]["outcome"] == "applied"
    assert answer["documents"]["mine"]["value"]["notes"] == ["unrenderable"]
    assert (answer["stale"], answer["pages"], answer["more"]) == (True, [], False)
    assert answer["cursor"] == before["cursor"]
    assert "could not be packed" in caplog.text


def test_a_device_that_can_keep_nothing_is_sent_no_pages(phone):
    answer = phone(AMINA).send(pages=False)
    assert (answer["pages"], answer["more"], answer["stale"]) == ([], False, False)
    assert "mine" in answer["documents"]


def test_a_page_dropped_while_the_set_is_on_its_way_does_not_stay(phone, monkeypatch):
    monkeypatch.setattr(packing, "MOST_PAGE_BYTES", 1)
    amina = phone(AMINA)
    amina.send(amina.operation("hello", name="early"), amina.operation("hello", name="late"))
    amina.cursor, staged = None, set()
    answer = amina.send()
    while "/de/notes/early" not in staged:
        staged |= {page["url"] for page in answer["pages"]}
        answer = amina.send()
    answer = amina.send(amina.operation("drop", name="early"))
    while answer["more"]:
        assert answer["whole"] is True
        answer = amina.send()
    assert answer["gone"] == ["/de/notes/early"]


def test_a_database_put_back_from_a_backup_brings_the_whole_set(app, phone):
    amina = phone(AMINA)
    amina.send(amina.operation("hello"))
    with app.app_context():
        db.session.execute(update(ContentState).values(revision=ContentState.revision - 1))
        db.session.commit()
    answer = amina.send()
    assert (answer["begins"], answer["whole"]) == (True, True)


def test_a_new_version_brings_its_new_pages_on_the_same_day(app, phone, client):
    phone(None).send()
    with app.app_context():
        db.session.execute(delete(KeptPage).where(KeptPage.path == "/away"))
        db.session.commit()
    app.extensions["site"].is_complete = False  # as in a process that has just begun
    assert client.get("/de/away").text == "de"
