"""`flask --app app invite`: how the first coordinator comes in."""

import re

from sqlalchemy import select

from mo_app.accounts.models import Invitation, Person
from mo_app.kernel.actor import Role

from .ceremonies import join


def test_the_operator_invites_the_first_coordinator(app, client, session, phone):
    output = app.test_cli_runner().invoke(args=["invite", "--name", "Amira"]).output
    link, code = re.fullmatch(r"(\S+)\n\S+ with the code (\S{5}-\S{5})\n", output).groups()
    assert link.startswith("http://localhost:8000/join/")
    page = client.get(link.removeprefix("http://localhost:8000"), follow_redirects=True)
    assert 'value="Amira"' in page.text
    assert client.post("/de/join", data={"code": code}).status_code == 303
    join(client, phone, link.rsplit("/", 1)[1], name="Amira")
    assert session.scalars(select(Person)).one().role is Role.COORDINATOR
    assert client.get("/de/desk/people").status_code == 200


def test_any_role_can_be_invited(app, session):
    app.test_cli_runner().invoke(args=["invite", "--role", "reviewer"])
    assert session.scalars(select(Invitation)).one().role is Role.REVIEWER


def test_what_is_no_name_is_refused(app, session):
    result = app.test_cli_runner().invoke(args=["invite", "--name", "…"])
    assert result.exit_code == 2
    assert "Please enter a name." in result.output
    assert session.scalars(select(Invitation)).all() == []
