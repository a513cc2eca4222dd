"""Recovery in person: Amira shows a code, Olena makes a new passkey, everybody can see that it was so."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mo_app.accounts.models import AccountLog, Passkey, Recovery
from mo_app.accounts.operations.recovery import start_recovery
from mo_app.accounts.tickets import code_of, spaced
from mo_app.kernel.errors import Forbidden, NotFound
from mo_app.notices.models import Notice

from .authenticator import Authenticator
from .cast import actor_of, browser
from .ceremonies import code_of_problem, recover, sign_in


@pytest.fixture
def key(desk, olena):
    """The secret that Amira's screen shows."""
    return desk.post(f"/de/desk/people/{olena.id}/recovery").location.rsplit("/", 1)[1]


def test_olena_is_back_in_with_a_new_passkey(client, app, key, phone):
    response = recover(client, phone, key)
    assert (response.status_code, response.json) == (200, {"location": "/uk/account/welcome"})
    assert 'value="Olena"' in client.get("/uk/account").text
    assert sign_in(browser(app), phone).status_code == 200


def test_the_lost_phone_is_signed_out(client, olenas, key, phone):
    recover(client, phone, key)
    assert olenas.get("/uk/account").status_code == 401
    assert client.get("/uk/account").status_code == 200


def test_the_screen_shows_qr_code_and_code_for_typing(desk, olena, key):
    page = desk.get(f"/en/desk/people/{olena.id}/recovery/{key}").text
    assert "<svg" in page
    assert f"http://localhost:8000/recover/{key}" in page
    assert spaced(code_of(key)) in page


def test_the_typed_code_leads_there_too(client, key):
    response = client.post("/de/join", data={"code": spaced(code_of(key))})
    assert response.status_code == 303
    assert "Olena" in client.get(response.location).text


def test_it_is_good_for_a_quarter_of_an_hour(client, clock, key, phone):
    clock.advance(timedelta(minutes=15))
    assert code_of_problem(recover(client, phone, key)) == "recovery_expired"


def test_a_passkey_made_too_late_does_not_count(client, clock, session, key, phone):
    clock.advance(timedelta(minutes=14))
    options = client.post(f"/de/recover/{key}/options", json={}).json
    clock.advance(timedelta(minutes=2))
    late = client.post(f"/de/recover/{key}/passkey", json=phone.create(options))
    assert code_of_problem(late) == "recovery_expired"
    assert session.scalars(select(Passkey)).all() == []


def test_it_is_good_once(app, client, key, phone):
    recover(client, phone, key)
    assert code_of_problem(recover(browser(app), Authenticator(), key)) == "recovery_used"


def test_a_new_code_ends_the_one_before(desk, client, olena, key, phone):
    desk.post(f"/de/desk/people/{olena.id}/recovery")
    assert code_of_problem(recover(client, phone, key)) == "recovery_expired"


def test_the_member_is_told_by_whom(client, session, olena, key, phone):
    recover(client, phone, key)
    notice = session.scalars(select(Notice)).one()
    assert (notice.person_id, notice.kind, notice.path) == (olena.id, "account.recovered", "/account")
    assert notice.params == {"coordinator": "Amira"}


def test_both_steps_are_logged(client, desk, session, olena, amira, key, phone):
    recover(client, phone, key)
    entries = session.scalars(select(AccountLog).where(AccountLog.person_id == olena.id)).all()
    assert {entry.action for entry in entries} == {"recovery.started", "recovery.used"}
    assert next(each for each in entries if each.action == "recovery.started").actor_id == amira.id
    assert "Recovery code shown" in desk.get(f"/en/desk/people/{olena.id}").text


def test_only_hashes_are_kept(session, key):
    kept = str(session.execute(select(Recovery.__table__)).one())
    assert key not in kept
    assert code_of(key) not in kept


def test_only_coordinators_let_anybody_back_in(olenas, session, clock, olena, amira):
    assert olenas.post(f"/de/desk/people/{amira.id}/recovery").status_code == 403
    with pytest.raises(Forbidden):
        start_recovery(session=session, actor=actor_of(olena), person_id=amira.id, now=clock.now())


def test_nobody_who_does_not_exist(session, clock, amira):
    with pytest.raises(NotFound):
        start_recovery(session=session, actor=actor_of(amira), person_id="nobody", now=clock.now())


def test_a_code_that_does_not_exist(client):
    assert client.get("/de/recover/ABCDEFGHJK").status_code == 404
