"""The cookie, how long it lasts, and how it ends."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from mo_app.accounts.models import SignIn
from mo_app.web.database import db

from .authenticator import Authenticator
from .cast import add_person, browser, invitation_link
from .cast import sign_in as sign_in_as
from .ceremonies import join


def signed_in(client) -> bool:
    return client.get("/de/account").status_code == 200


def test_on_localhost_a_plain_cookie_out_of_reach_of_scripts(client, session, clock, phone):
    cookie = join(client, phone, invitation_link(session, clock)).headers["Set-Cookie"]
    assert cookie.startswith("mo=")
    assert "Secure" not in cookie
    assert "HttpOnly; Path=/; SameSite=Lax" in cookie


def test_on_https_the_cookie_is_tied_to_the_host(start, session, clock):
    client = browser(start(origin="https://mo.example"))
    phone = Authenticator(origin="https://mo.example", rp_id="mo.example")
    cookie = join(client, phone, invitation_link(session, clock)).headers["Set-Cookie"]
    assert cookie.startswith("__Host-mo=")
    assert "Secure; HttpOnly; Path=/; SameSite=Lax" in cookie
    assert "Domain" not in cookie


def test_the_server_keeps_a_hash_of_the_token_only(client, session, clock, phone):
    join(client, phone, invitation_link(session, clock))
    token = client.get_cookie("mo").value
    assert len(token) >= 43
    assert token not in str(session.execute(select(SignIn.__table__)).one())


def test_each_sign_in_has_a_token_of_its_own_and_ends_the_one_before(app, client, session, clock, phone):
    join(client, phone, invitation_link(session, clock))
    before = client.get_cookie("mo").value
    join(client, Authenticator(), invitation_link(session, clock))
    assert client.get_cookie("mo").value != before
    old = browser(app)
    old.set_cookie("mo", before)
    assert not signed_in(old)


def test_it_lasts_180_days_from_the_last_visit(olenas, clock):
    clock.advance(timedelta(days=179))
    assert signed_in(olenas)
    clock.advance(timedelta(days=179))
    assert signed_in(olenas)
    clock.advance(timedelta(days=180))
    assert not signed_in(olenas)


def test_a_visit_costs_a_write_once_a_day_only(olenas, session, clock):
    clock.advance(timedelta(hours=23))
    assert "Set-Cookie" not in olenas.get("/de/account").headers
    clock.advance(timedelta(hours=1))
    assert "Set-Cookie" in olenas.get("/de/account").headers
    assert session.scalars(select(SignIn)).one().last_seen_at == clock.now()
    assert "Set-Cookie" not in olenas.get("/de/account").headers


def test_the_first_visit_of_a_day_leaves_no_lock_to_a_view_that_has_its_own(olenas, clock):
    clock.advance(timedelta(days=2))
    assert olenas.post("/de/account/sign-in", json={}).status_code == 400


def test_being_recognised_costs_one_query(app, olenas):
    statements = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
        olenas.get("/de/account/sign-in")
    assert len([each for each in statements if "sign_ins" in each]) == 1


def test_signing_out_ends_it_here(olenas, session):
    response = olenas.post("/de/account/sign-out")
    assert (response.status_code, response.location) == (303, "/de/")
    assert session.scalars(select(SignIn)).all() == []
    assert not signed_in(olenas)


def test_signing_out_twice_does_no_harm(client):
    assert client.post("/de/account/sign-out").status_code == 303


@pytest.fixture
def tablet(app, session, clock, olena):
    """A second browser of Olena's."""
    client = browser(app)
    sign_in_as(client, session, olena, clock)
    return client


def test_olena_signs_her_tablet_out_from_her_phone(olenas, tablet, session, clock):
    here = olenas.get("/en/account").text
    assert here.count("Sign out there") == 1
    (action,) = re.findall(r'action="(/en/account/sign-ins/(?!others)[^"]+/end)"', here)
    assert olenas.post(action).status_code == 303
    assert signed_in(olenas)
    assert not signed_in(tablet)


def test_olena_signs_out_everywhere_else(olenas, tablet):
    olenas.post("/de/account/sign-ins/others/end")
    assert signed_in(olenas)
    assert not signed_in(tablet)


def test_nobody_ends_the_sign_in_of_another(olenas, app, session, clock):
    yusuf = add_person(session, clock, "Yusuf")
    theirs = browser(app)
    sign_in_as(theirs, session, yusuf, clock)
    id_ = session.scalars(select(SignIn.id).where(SignIn.person_id == yusuf.id)).one()
    assert olenas.post(f"/de/account/sign-ins/{id_}/end").status_code == 404
    assert signed_in(theirs)


def test_a_false_token_is_nobody(client):
    client.set_cookie("mo", "x" * 43)
    assert not signed_in(client)


def test_without_a_language_in_the_address_her_own_counts(olenas):
    assert olenas.get("/").location == "/uk/"


def test_what_everybody_may_keep_carries_no_cookie(app, olenas, clock):
    app.add_url_rule("/poster", "poster", lambda: ("", {"Cache-Control": "public, max-age=60"}))
    clock.advance(timedelta(days=2))
    for path in (f"/static/{app.extensions['build']}/css/app.css", "/healthz", "/openapi.json", "/poster"):
        response = olenas.get(path)
        assert (response.status_code, response.headers.getlist("Set-Cookie")) == (200, []), path


def test_the_page_after_signing_in_says_whose_device_it_is_and_is_never_kept(olenas, olena, client):
    response = olenas.get("/uk/account/welcome")
    assert response.headers["Cache-Control"] == "no-store"
    assert f'data-person="{olena.id}"' in response.text
    assert 'href="/uk/"' in response.text
    assert "app.js" not in response.text
    assert client.get("/uk/account/welcome").status_code == 401
