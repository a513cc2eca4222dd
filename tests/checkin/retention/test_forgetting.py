"""Eighteen months after an evening nobody can tell any more who was there, and every figure is the same."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from mo_app.accounts.models import Person
from mo_app.checkin.attendance import attendance
from mo_app.checkin.closing.changes import changes_since
from mo_app.checkin.closing.figures import Figures, figures_of
from mo_app.checkin.closing.operations import close_event, fingerprint
from mo_app.checkin.closing.queries import closings_of, latest_closing
from mo_app.checkin.merging.joining import invite_walk_in
from mo_app.checkin.merging.operations import take_back
from mo_app.checkin.models import Scan
from mo_app.checkin.operations import add_scan
from mo_app.checkin.records import Records
from mo_app.checkin.retention.dates import months_before
from mo_app.checkin.retention.operations import forget_names
from mo_app.checkin.retention.tokens import tokens_for
from mo_app.kernel.database import Base
from mo_app.kernel.i18n import Message
from mo_app.notices.models import Notice
from mo_app.notices.operations import notify
from mo_app.rsvps.models import Rsvp, RsvpChange, State
from mo_app.settings import Settings
from mo_app.sync.models import LedgerEntry
from tests.checkin.cast import Door, add_person
from tests.rsvps.cast import EVA, Host
from tests.rsvps.cast import add_person as add_actor

LATER = datetime(2028, 5, 23, 1, tzinfo=UTC)
"""Eighteen months after 23 November 2026."""
NAMES = ("Amina Tesfay", "Борис Шевчук", "Dina Saad", "Chen", "Who came twice", "Who came late")


@pytest.fixture
def crowd(app, session, clock, evening, door, other_door, desk, amina, boris, saba):
    """All that can be recorded; Boris stayed away, and Chen is two walk-ins and two members."""
    add_actor(session, clock, EVA)
    for person, party in ((amina, 3), (boris, 2)):
        about = {"device": "d", "seq": 1, "version": 1, "updated_at": clock.now()}
        session.add(
            Rsvp(event_id=evening.id, person_id=person.id, state=State.CONFIRMED, party=party, **about)
        )
    door.marks(amina, 3)
    other_door.marks(amina, 2)
    one, other = (
        Person(id=letter * 16, name="Chen", language="en", organisation=organisation, created_at=clock.now())
        for letter, organisation in (("b", saba), ("c", None))
    )
    session.add_all([one, other])
    session.flush()
    walk_ins = [tablet.adds("Chen", 4, organisation_text="Lesya") for tablet in (door, other_door)]
    for walk_in, member in zip(walk_ins, (one, other), strict=True):
        desk.merges(walk_in, f"p:{member.id}")
    desk.merges(walk_ins[0], f"w:{walk_ins[1]}")
    desk.marks(other, 2)
    dina = door.adds("Dina Saad", 2, organisation_id=saba.id)
    desk.undoes(door.adds("Who came twice"))
    late = add_person(session, clock, "Who came late")
    add_scan(person_id=late.id, party=1, how="self", by="self", **(door.doing() | {"actor": actor_of(late)}))
    session.flush()
    invite_walk_in(session=session, actor=EVA, now=clock.now(), event_id=evening.id, walk_in_id=dina)
    clock.advance(timedelta(hours=4))
    seen = fingerprint(figures_of(session, evening.id), latest_closing(session, evening.id))
    doing = {"session": session, "actor": EVA, "now": clock.now(), "event_id": evening.id}
    close_event(**doing, seen=seen, why="Dina Saad counted", counted=12)
    take_back(**doing, of=walk_ins[0], why="Chen was there once")
    session.commit()
    return evening


def actor_of(person):
    return EVA.__class__(person_id=person.id, role=person.role, sign_in_id="")


@pytest.fixture
def forget(session, clock):
    def forget(now=LATER, months=18):
        clock.at = now
        return forget_names(session=session, now=now, months=months)

    return forget


def figures(session, event):
    session.flush()
    session.expire_all()
    there = attendance(session, event.id)
    presence = Records(session, event.id).presence
    by_organisation = sorted((each.organisation or "", each.heads, each.at, each.by) for each in there)
    return figures_of(session, event.id), presence.people, presence.heads, presence.walk_ins, by_organisation


def test_every_figure_is_the_same(crowd, forget, session):
    before = figures(session, crowd)
    assert (before[0].people, before[0].absent, before[0].said) == (5, 1, 2)
    assert forget() == 1
    assert figures(session, crowd) == before


def test_nobody_can_be_found_in_the_database_any_more(crowd, forget, session):
    """Members are known as such."""
    people = [each.person_id for each in session.scalars(select(Scan))]
    forget()
    session.flush()
    kept = {table.name: str(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables}
    door = [
        "scans",
        "walk_ins",
        "undos",
        "merges",
        "closings",
        "corrections",
        "exports",
        "invited_walk_ins",
        "invitations",
        "rsvps",
        "rsvp_changes",
    ]
    assert [name for name in NAMES for table in door if name in kept[table]] == []
    assert [person for person in people for table in door if person in kept[table]] == []
    assert [table for table, rows in kept.items() if "Dina Saad" in rows] == []


def test_the_ledger_does_not_know_either_who_sent_what(app, crowd, forget, session, clock):
    scan = session.scalars(select(Scan).where(Scan.by == "self")).one()
    about = {"device_id": str(uuid4()), "seq": 1, "kind": "checkin.self", "digest": "d" * 64, "applied": True}
    applied = LedgerEntry(id=scan.id, person_id=scan.person_id, params={}, received_at=clock.now(), **about)
    about |= {"applied": False, "code": "wrong_door", "person_id": scan.person_id, "params": {}}
    early = LedgerEntry(id=str(uuid4()), received_at=clock.now(), **about)
    lately = LedgerEntry(id=str(uuid4()), received_at=LATER - timedelta(days=1), **about)
    session.add_all([applied, early, lately])
    forget()
    for entry in (applied, early, lately):
        session.refresh(entry)
    assert {(each.person_id, each.device_id, each.digest) for each in (applied, early)} == {("", "", "")}
    assert (lately.code, lately.person_id, lately.digest) == ("wrong_door", about["person_id"], "d" * 64)


def test_what_was_said_about_coming_goes_too(crowd, forget, session, amina):
    """Where nobody was absent it would say who came."""
    about = {"person_id": amina.id, "state": "confirmed", "party": 1, "made_at": crowd.starts_at}
    session.add(RsvpChange(event_id=crowd.id, **about))
    told = {
        "person_id": amina.id,
        "kind": "event_moved",
        "text": Message("It moves."),
        "now": crowd.starts_at,
    }
    notify(session=session, path=f"/schedule/{crowd.id}", **told)
    other = notify(session=session, path="/schedule", **told)
    forget()
    assert [session.scalars(select(table)).all() for table in (Rsvp, RsvpChange)] == [[], []]
    assert session.scalars(select(Notice)).all() == [other]


def test_reasons_go_where_nobody_came(evening, forget, session, clock):
    add_actor(session, clock, EVA)
    clock.at = evening.starts_at
    seen = fingerprint(figures_of(session, evening.id), None)
    doing = {"session": session, "actor": EVA, "now": clock.now(), "event_id": evening.id}
    close_event(**doing, seen=seen, why="Dina Saad was ill")
    assert (forget(), forget(LATER + timedelta(days=1))) == (1, 0)
    session.expire_all()
    assert {each.closing.why for each in closings_of(session, evening.id)} == {""}


def test_the_history_stays_without_words_that_may_name_somebody(crowd, forget, session):
    forget()
    session.flush()
    last, first = closings_of(session, crowd.id)
    assert (first.closing.counted, first.closing.why, first.name) == (12, "", "Eva")
    assert (last.closing.names_removed, last.name) == (True, None)
    assert Figures.of_json(last.closing.figures) == figures_of(session, crowd.id)
    changes = changes_since(session, crowd.id, [first.closing, last.closing])
    assert [change.why for change in changes[0]] == [""]


def test_not_a_day_too_early_and_only_once(crowd, forget, session):
    assert forget(LATER - timedelta(hours=4)) == 0
    assert forget(LATER) == 1
    assert forget(LATER + timedelta(days=1)) == 0
    assert forget(LATER + timedelta(days=1), months=1) == 0
    session.flush()
    assert len(closings_of(session, crowd.id)) == 2


def test_what_is_entered_after_that_is_forgotten_the_day_after(crowd, forget, desk, boris, session, clock):
    forget()
    desk.enters(boris, 2)
    before = figures(session, crowd)
    assert before[0].people == 6
    assert forget(LATER + timedelta(days=1)) == 1
    assert figures(session, crowd) == before


def test_it_cannot_be_told_that_she_came_twice(crowd, forget, session, clock, amina):
    starts = crowd.starts_at - timedelta(days=1)
    before = Host(session, clock).plans(starts_at=starts, ends_at=starts + timedelta(hours=1))
    Door(session, clock, before.id, EVA).marks(amina)
    session.flush()
    hers = [scan.id for scan in session.scalars(select(Scan).where(Scan.person_id == amina.id))]
    assert forget() == 2
    subjects = {
        (scan.event_id, scan.subject) for scan in session.scalars(select(Scan).where(Scan.id.in_(hers)))
    }
    assert len(hers) == 3
    assert len({subject for _, subject in subjects}) == len(subjects) == 2


def test_the_operator_can_do_it_by_command(app, crowd, session, clock):
    clock.at = LATER
    done = app.test_cli_runner().invoke(args=["checkin", "forget-names"])
    assert done.output == "Names of 1 events removed.\n"
    session.expire_all()
    assert {scan.person_id for scan in session.scalars(select(Scan))} == {None}


def test_it_happens_by_itself_when_a_day_begins(client, crowd, session, clock):
    clock.at = LATER
    nobody = {"protocol": 1, "device": str(uuid4()), "person": None, "languages": ["en"], "client_now": ""}
    assert client.post("/sync", json=nobody).status_code == 200
    session.expire_all()
    assert {scan.person_id for scan in session.scalars(select(Scan))} == {None}


@pytest.mark.parametrize("months", [6])
def test_the_operator_may_keep_them_for_less(crowd, forget, months):
    settings = Settings.from_environ({"MO_NAMES_KEPT_MONTHS": str(months)})
    assert forget(datetime(2027, 5, 22, 1, tzinfo=UTC), settings.names_kept_months) == 0
    assert forget(datetime(2027, 5, 23, 1, tzinfo=UTC), settings.names_kept_months) == 1


@given(st.sets(st.text("abcdefgh234567", min_size=16, max_size=16), max_size=40))
def test_tokens_are_in_the_same_order(subjects):
    tokens = tokens_for(subjects)
    assert [tokens[each] for each in sorted(subjects)] == sorted(tokens.values())
    assert not set(tokens.values()) & subjects


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2028, 5, 23), 18, date(2026, 11, 23)),
        (date(2027, 1, 31), 2, date(2026, 11, 30)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2025, 12, 1)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_months_before(day, months, before):
    assert months_before(day, months) == before
