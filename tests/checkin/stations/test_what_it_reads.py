"""What a station is told: its event, and no more; and nothing once it is over."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from mo_app.checkin.models import Scan
from mo_app.checkin.stations.operations import end_station, let_deliver, revoke_station
from mo_app.rsvps.models import Rsvp
from mo_app.schedule.operations import edit_event
from tests.accounts.cast import actor_of


def test_its_event_and_nothing_of_anybody(tablet, device, exchange, evening, other_evening, olena):
    assert exchange(tablet, device).status_code == 200
    its = {f"{name}/{evening.id}" for name in ("roster", "door", "tablets")}
    assert set(device.documents) == {"station"} | its
    assert device.documents["station"]["value"] == {
        "id": device.person,
        "name": "Tablet 1",
        "event": evening.id,
        "ends_at": (evening.ends_at + timedelta(hours=12)).isoformat(),
        "ended": False,
    }
    assert {url.split("/", 2)[2] for url in device.pages} == {"checkin", "offline"}


def test_what_it_wants_beyond_that_it_does_not_get(tablet, device, exchange, other_evening, amira, station):
    wanted = [f"roster/{other_evening.id}", f"door/{other_evening.id}", "mine", f"mine/{amira.id}", "figures"]
    wanted += [f"station/{station.station.id}", "station/", "roster/", "door"]
    answer = exchange(tablet, device, want=wanted).json
    assert not set(answer["documents"]) & set(wanted)


def test_its_pages_are_there_in_every_language(tablet, device, exchange):
    exchange(tablet, device)
    assert {"/ar/checkin", "/de/checkin", "/uk/checkin", "/ar/offline"} <= set(device.pages)


@pytest.mark.parametrize("kind", ["rsvp.set", "notice.read", "pass.renew", "checkin.self"])
def test_it_does_nothing_but_check_in(tablet, device, exchange, evening, session, kind):
    device.say(evening.id, going=True)
    device.outbox[0]["kind"] = kind
    (result,) = exchange(tablet, device).json["results"]
    assert (result["outcome"], result["code"]) in {
        ("rejected", "forbidden"),
        ("rejected", "upgrade_required"),
    }
    assert session.scalar(select(func.count()).select_from(Rsvp)) == 0


def scan(device, event, person):
    return device.save("checkin.scan", {"event": event.id, "person": person.id, "party": 1, "how": "tap"})


def test_it_checks_in_for_its_event_and_no_other(
    tablet, device, exchange, evening, other_evening, olena, session
):
    scan(device, evening, olena)
    scan(device, other_evening, olena)
    first, second = exchange(tablet, device).json["results"]
    assert first["outcome"] == "applied"
    assert (second["outcome"], second["code"]) == ("rejected", "forbidden")
    assert session.scalars(select(Scan.event_id)).all() == [evening.id]


def test_twelve_hours_after_the_event_it_reads_nothing_and_still_brings_what_was_done(
    tablet, device, exchange, evening, olena, clock, session
):
    exchange(tablet, device)
    clock.at = evening.ends_at + timedelta(hours=12)
    device.documents[f"roster/{evening.id}"] = {"version": "1", "value": {}}
    scan(device, evening, olena)
    answer = exchange(tablet, device, want=[f"roster/{evening.id}"]).json
    assert [result["outcome"] for result in answer["results"]] == ["applied"]
    left = {key for key, document in device.documents.items() if document["value"] is not None}
    assert left == {"station"}
    assert session.scalars(select(Scan.event_id)).all() == [evening.id]


def test_thirty_days_later_it_is_nobody(tablet, device, exchange, evening, clock):
    clock.at = evening.ends_at + timedelta(days=30, hours=12)
    assert exchange(tablet, device).status_code == 401


def test_ended_at_the_desk_it_reads_nothing(
    tablet, device, exchange, evening, amira, session, clock, station
):
    exchange(tablet, device)
    end_station(session=session, actor=actor_of(amira), now=clock.now(), station_id=station.station.id)
    session.commit()
    answer = exchange(tablet, device).json
    assert answer["documents"]["station"]["value"]["ended"] is True
    assert {key for key, document in device.documents.items() if document["value"]} == {"station"}


def test_revoked_it_is_nobody_until_it_may_deliver(
    tablet, device, exchange, evening, amira, olena, session, clock, station
):
    scan(device, evening, olena)
    how = {"session": session, "actor": actor_of(amira), "now": clock.now()}
    revoke_station(**how, station_id=station.station.id)
    session.commit()
    assert exchange(tablet, device).status_code == 401
    assert tablet.get("/de/checkin").status_code == 404
    let_deliver(**how, station_id=station.station.id)
    session.commit()
    answer = exchange(tablet, device).json
    assert [result["outcome"] for result in answer["results"]] == ["applied"]
    assert set(answer["documents"]) == {"station"}


def test_when_the_event_moves_the_station_ends_with_it(
    tablet, device, exchange, evening, session, clock, amira
):
    exchange(tablet, device)
    values, how = {"ends_at": evening.ends_at + timedelta(hours=1)}, {"actor": actor_of(amira)}
    edit_event(**how, session=session, now=clock.now(), event=evening, values=values, version=evening.version)
    session.commit()
    exchange(tablet, device)
    ends_at = device.documents["station"]["value"]["ends_at"]
    assert ends_at == (evening.ends_at + timedelta(hours=12)).isoformat()


@pytest.fixture
def move(session, clock, amira, evening):
    """The evening, by so much."""

    def move(by):
        values = {"starts_at": evening.starts_at + by, "ends_at": evening.ends_at + by}
        how = {"actor": actor_of(amira), "event": evening, "version": evening.version}
        edit_event(session=session, now=clock.now(), values=values, **how)
        session.commit()

    return move


@pytest.mark.parametrize("by", [timedelta(days=1), timedelta(days=200)])
def test_once_over_it_stays_over_when_the_event_is_postponed(
    tablet, device, exchange, move, evening, clock, fresh, station, by
):
    exchange(tablet, device)
    over = clock.at = evening.ends_at + timedelta(hours=12)
    move(by)
    answer = exchange(tablet, device, want=[f"roster/{evening.id}"]).json
    assert answer["documents"]["station"]["value"]["ended"] is True
    assert {key for key, document in device.documents.items() if document["value"]} == {"station"}
    assert (fresh(station).ended_at, fresh(station).changes[-1].what) == (over, "ended")
    clock.at = over + timedelta(days=30)
    assert exchange(tablet, device).status_code == 401


@pytest.mark.parametrize(("by", "ended"), [(timedelta(hours=5), False), (timedelta(days=8), True)])
def test_it_ends_when_the_event_moves_far_away(tablet, device, exchange, move, by, ended):
    exchange(tablet, device)
    move(by)
    exchange(tablet, device)
    assert device.documents["station"]["value"]["ended"] is ended


def test_it_is_heard_at_most_twice_a_minute(tablet, device, exchange, fresh, station, clock):
    begun = clock.now()
    exchange(tablet, device)
    clock.advance(timedelta(seconds=29))
    exchange(tablet, device)
    assert fresh(station).heard_at == begun
    clock.advance(timedelta(seconds=1))
    exchange(tablet, device)
    assert fresh(station).heard_at == clock.now()


def test_the_tablets_know_of_one_another(tablet, device, exchange, evening, clock):
    exchange(tablet, device)
    tablets = device.documents[f"tablets/{evening.id}"]["value"]
    assert tablets["stations"] == [[device.person, "Tablet 1", clock.now().isoformat()]]


def test_being_heard_brings_nobody_what_was_recorded_once_more(tablet, device, exchange, evening, clock):
    exchange(tablet, device)
    clock.advance(timedelta(seconds=30))
    assert set(exchange(tablet, device).json["documents"]) == {f"tablets/{evening.id}"}
