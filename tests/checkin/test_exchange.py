"""Through the exchange, as tablets do it: what is taken, what is refused in words, what goes on after it."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from mo_app.checkin.models import Scan, WalkIn
from mo_app.checkin.records import Records
from mo_app.checkin.stations.operations import make_station
from tests.rsvps.cast import EVA, add_person
from tests.support.device import Device

NOBODY = "a" * 16


@pytest.fixture
def tablet(client, session, clock, evening, amina):
    """At the door of the evening, with a device that keeps an outbox."""
    add_person(session, clock, EVA)
    made = make_station(session=session, actor=EVA, now=clock.now(), event_id=evening.id, device="")
    client.set_cookie("mo", made.token)
    session.commit()
    return Device(made.station.id)


@pytest.fixture
def send(client, tablet):
    def send():
        answer = client.post("/sync", json=tablet.request())
        assert answer.status_code == 200, answer.text
        tablet.take(answer.json)
        return answer.json["results"]

    return send


@pytest.fixture
def scan(tablet, evening, amina):
    def scan(**changed):
        payload = {"event": evening.id, "person": amina.id, "party": 2, "how": "tap"}
        return tablet.save("checkin.scan", payload | changed)

    return scan


@pytest.fixture
def walk_in(tablet, evening):
    def walk_in(**changed):
        payload = {"event": evening.id, "name": "Mina", "party": 1, "consent": True}
        return tablet.save("checkin.walk_in", payload | changed)

    return walk_in


def test_the_tablet_has_the_door_at_once(send, scan, tablet, evening, amina):
    operation = scan()
    [result] = send()
    assert (result["outcome"], result["params"]) == ("applied", {})
    [[id_, person, party, _, by]] = tablet.documents[f"door/{evening.id}"]["value"]["scans"]
    assert (id_, person, party, by) == (operation["id"], amina.id, 2, tablet.person)


def test_an_evening_in_one_batch(send, scan, walk_in, tablet, evening, amina, session):
    first, added = scan(), walk_in()
    tablet.save("checkin.undo", {"event": evening.id, "of": first["id"]})
    tablet.save("walk_in.merge", {"event": evening.id, "walk_in": added["id"], "into": f"p:{amina.id}"})
    tablet.save("checkin.paper", {"event": evening.id, "person": amina.id, "party": 4})
    assert {result["outcome"] for result in send()} == {"applied"}
    present = Records(session, evening.id).presence.present
    assert {subject: each.heads for subject, each in present.items()} == {f"p:{amina.id}": 4}


def test_sent_again_it_is_recorded_once(client, tablet, scan, session):
    scan()
    request = tablet.request()
    first, again = (client.post("/sync", json=request).json["results"][0] for _ in range(2))
    assert (first["replayed"], again["replayed"]) == (False, True)
    assert session.scalar(select(func.count()).select_from(Scan)) == 1


def test_whom_nobody_knows_is_refused_in_words_and_the_rest_goes_on(send, scan, walk_in):
    scan(person=NOBODY)
    walk_in()
    refused, taken = send()
    assert (refused["outcome"], refused["code"]) == ("rejected", "person_unknown")
    assert "walk-in" in refused["message"]
    assert taken["outcome"] == "applied"


def test_another_event_is_none_of_its_business(send, scan):
    scan(event=NOBODY)
    assert [result["code"] for result in send()] == ["forbidden"]


@pytest.mark.parametrize(
    "changed",
    [
        {"party": 0},
        {"party": 51},
        {"party": "2"},
        {"how": "guess"},
        {"more": 1},
        {"event": "../../etc"},
        {"person": "\0"},
        {"person": None},
    ],
    ids=str,
)
def test_what_is_no_scan_is_invalid(send, scan, changed):
    scan(**changed)
    assert [result["code"] for result in send()] == ["invalid"]


@pytest.mark.parametrize(
    "changed",
    [
        {"name": ""},
        {"name": " \u200b "},
        {"name": "x" * 81},
        {"consent": False},
        {"organisation": "Saba"},
        {"organisation_text": "x" * 121},
        {"paper": None},
    ],
    ids=str,
)
def test_what_is_no_walk_in_is_invalid(send, walk_in, changed):
    walk_in(**changed)
    assert [result["code"] for result in send()] == ["invalid"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mina   Kaya ", "Mina Kaya"),
        ("?", "?"),
        ("\u202eMina\0", "Mina"),
        ("می\u200cنا", "می\u200cنا"),
        ("x" * 80, "x" * 80),
    ],
)
def test_a_name_is_kept_as_it_can_be_read(send, walk_in, session, typed, kept):
    walk_in(name=typed)
    assert [result["outcome"] for result in send()] == ["applied"]
    assert session.scalar(select(WalkIn.name)) == kept


@pytest.mark.parametrize(
    "into", ["w:", "w:1", "p:", f"x:{NOBODY}", f"p:{UUID(int=1)}", f"w:{NOBODY}", f"p:{NOBODY}\n"]
)
def test_what_is_nobody_to_merge_with_is_invalid(send, tablet, evening, into):
    tablet.save("walk_in.merge", {"event": evening.id, "walk_in": str(uuid4()), "into": into})
    assert [result["code"] for result in send()] == ["invalid"]
