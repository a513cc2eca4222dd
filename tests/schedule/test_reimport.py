"""The same calendar comes again, changed there, changed here, or both."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from mo_app.kernel.errors import Forbidden
from mo_app.schedule import hooks
from mo_app.schedule.imports import import_calendar
from mo_app.schedule.models import Event
from mo_app.schedule.operations import cancel_event, edit_event, restore_event

from .files import calendar, event


@pytest.fixture
def bring(session, coordinator, spring):
    def bring(*entries: str, head: str = "", actor=coordinator):
        about = {"session": session, "actor": actor, "now": spring.now()}
        return import_calendar(**about, data=calendar(*entries, head=head), language="de")

    return bring


@pytest.fixture
def edit(session, coordinator, spring):
    def edit(event: Event, **values):
        about = {"session": session, "actor": coordinator, "now": spring.now()}
        return edit_event(**about, event=event, values=values, version=event.version)

    return edit


@pytest.fixture
def only(session):
    return lambda: session.scalars(select(Event)).one()


def at(hour: int, day: int = 1) -> datetime:
    return datetime(2026, 6, day, hour, tzinfo=UTC)


def test_what_the_calendar_does_not_know_stays(bring, edit, only):
    bring(event(title="Treffen"))
    edit(only(), capacity=20, spoken=["de"], offers=["childcare"], title={"de": "Treffen", "uk": "Зустріч"})
    plan = bring(event("LOCATION:Hof", title="Treffen im Hof"))
    assert {change.field for change in plan.changed[0].changes} == {"title", "place"}
    assert only().title == {"de": "Treffen im Hof", "uk": "Зустріч"}
    assert (only().capacity, only().spoken, only().offers) == (20, ["de"], ["childcare"])


def test_what_was_changed_here_stays_until_the_calendar_changes_the_same(bring, edit, only):
    bring(event(title="Treffen"))
    edit(only(), title={"de": "Unser Treffen"}, starts_at=at(11), ends_at=at(13))
    assert not bring(event(title="Treffen")).does_something
    assert only().title == {"de": "Unser Treffen"}
    bring(event("LOCATION:Hof", title="Treffen"))
    assert (only().title, only().place, only().starts_at) == ({"de": "Unser Treffen"}, "Hof", at(11))
    bring(event("LOCATION:Hof", title="Das Treffen"))
    assert (only().title, only().starts_at) == ({"de": "Das Treffen"}, at(11))


def test_changed_here_and_there_to_the_same_is_no_change(bring, edit, only):
    bring(event(title="Treffen"))
    edit(only(), title={"de": "Das Treffen"})
    assert not bring(event(title="Das Treffen")).does_something
    edit(only(), title={"de": "Mein Treffen"})
    assert not bring(event(title="Das Treffen")).does_something


def test_cancelled_here_stays_cancelled_and_cancelled_there_can_come_back(
    bring, session, coordinator, spring, only
):
    about = {"session": session, "actor": coordinator, "now": spring.now()}
    bring(event())
    cancel_event(**about, event=only(), reason={"de": "Krank"})
    bring(event("LOCATION:Hof"))
    assert only().is_cancelled
    restore_event(**about, event=only())
    assert bring(event("STATUS:CANCELLED\nLOCATION:Hof")).cancelled
    assert only().is_cancelled
    plan = bring(event("LOCATION:Hof"))
    assert plan.changed[0].again
    assert not only().is_cancelled


def test_restored_here_is_not_cancelled_again_by_what_the_calendar_said_before(
    bring, session, coordinator, spring, only
):
    bring(event("STATUS:CANCELLED"))
    restore_event(session=session, actor=coordinator, now=spring.now(), event=only())
    assert not bring(event("STATUS:CANCELLED")).does_something
    assert not only().is_cancelled


def test_a_series_that_moves_by_the_hour_keeps_its_events(bring, session):
    bring(event("RRULE:FREQ=WEEKLY;COUNT=3"))
    before = {each.id: each.starts_at for each in session.scalars(select(Event))}
    plan = bring(event("RRULE:FREQ=WEEKLY;COUNT=3", start=":20260601T113000Z"))
    assert (len(plan.changed), len(plan.new), len(plan.missing)) == (3, 0, 0)
    after = {each.id: each.starts_at for each in session.scalars(select(Event))}
    assert after == {key: start + timedelta(minutes=90) for key, start in before.items()}
    assert not bring(event("RRULE:FREQ=WEEKLY;COUNT=3", start=":20260601T113000Z")).does_something


def test_an_event_that_becomes_a_series_is_its_first_date(bring, session, only):
    bring(event())
    first = only().id
    plan = bring(event("RRULE:FREQ=WEEKLY;COUNT=2"))
    assert (len(plan.new), len(plan.unchanged)) == (1, 1)
    assert plan.unchanged[0].event.id == first


def test_one_date_moves_alone_and_keeps_its_event(bring, session):
    series = event("RRULE:FREQ=WEEKLY;COUNT=2")
    bring(series)
    second = session.scalars(select(Event).where(Event.starts_at == at(10, 8))).one()
    plan = bring(series, event("RECURRENCE-ID:20260608T100000Z", start=":20260609T120000Z"))
    assert [known.event.id for known in plan.changed] == [second.id]
    assert second.starts_at == at(12, 9)


def test_what_is_missing_is_left_alone_and_said(bring, session):
    bring(event(uid="a@test"), event(uid="b@test"), head="X-WR-CALNAME:Ours")
    plan = bring(event(uid="a@test"), head="X-WR-CALNAME:Ours")
    assert [each.uid for each in plan.missing] == ["b@test"]
    assert not plan.missing[0].is_cancelled
    other = bring(event(uid="c@test"), head="X-WR-CALNAME:Another")
    assert other.missing == ()


SERIES = "RRULE:FREQ=WEEKLY;COUNT=3"


@pytest.mark.parametrize(
    ("again", "cancelled"),
    [
        ([event(f"{SERIES}\nEXDATE:20260608T100000Z")], [False, True, False]),
        ([event("RRULE:FREQ=WEEKLY;COUNT=2")], [False, False, True]),
        ([event(f"{SERIES}\nRECURRENCE-ID:nonsense"), event(SERIES)], [False, False, False]),
        ([event("RECURRENCE-ID:20260608T100000Z", start=":20260608T100000Z")], [False, False, False]),
    ],
    ids=["one", "the last", "what could not be read says nothing", "one alone says nothing of the others"],
)
def test_a_date_taken_out_of_a_series_is_cancelled(bring, session, again, cancelled):
    bring(event(SERIES))
    plan = bring(*again)
    dates = session.scalars(select(Event).order_by(Event.starts_at)).all()
    assert [date.is_cancelled for date in dates] == cancelled
    assert [known.event for known in plan.cancelled] == [date for date in dates if date.is_cancelled]
    assert not bring(*again).does_something


def test_a_date_put_back_takes_place_again_and_one_restored_here_stays(bring, session, coordinator, spring):
    without = event(f"{SERIES}\nEXDATE:20260608T100000Z")
    bring(event(SERIES))
    bring(without)
    assert bring(event(SERIES)).changed[0].again
    [second] = bring(without).cancelled
    restore_event(session=session, actor=coordinator, now=spring.now(), event=second.event)
    assert not bring(without).does_something
    assert not second.event.is_cancelled


def test_what_the_calendar_says_anew_without_effect_makes_no_new_version(bring, edit, only, session):
    bring(event(title="Treffen"))
    edit(only(), place="Hof")
    before = only().version
    bring(event("LOCATION:Hof", title="Treffen"))
    session.expire_all()
    assert (only().version, only().calendar_says["place"]) == (before, "Hof")


def test_a_date_that_was_cancelled_before_anybody_heard_of_it(bring, only):
    assert len(bring(event("STATUS:CANCELLED")).new) == 1
    assert only().is_cancelled


def test_those_who_build_upon_the_schedule_hear_of_each_change_once(bring, edit, only, monkeypatch):
    heard = []
    monkeypatch.setattr(hooks, "_listeners", {})

    @hooks.on_change
    def listen(*, session, event, before, now):
        heard.append((event.starts_at, before.starts_at if before else None))

    bring(event(), event(uid="b@test", start=":20260602T100000Z"))
    assert heard == [(at(10), None), (at(10, 2), None)]
    heard.clear()
    bring(event(start=":20260601T120000Z"), event(uid="b@test", start=":20260602T100000Z"))
    assert heard == [(at(12), at(10))]


def test_members_import_nothing(bring, member):
    with pytest.raises(Forbidden):
        bring(event(), actor=member)
