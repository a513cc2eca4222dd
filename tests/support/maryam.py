"""Maryam, who comes to the app while the test looks on: she joins, signs in, and is signed out again."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from mo_app.accounts.operations.invitations import invite_as_operator
from mo_app.kernel.actor import Role
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records

SIGN_IN = "/en/account/sign-in"


def invite(records: Records, role: Role = Role.MEMBER) -> str:
    """The secret of an invitation for one person."""
    now = datetime.now(UTC)
    with records.writing() as session:
        return invite_as_operator(session=session, role=role, expires_at=now + timedelta(days=1), now=now)[1]


def visitor(phones: Phones) -> Phone:
    """A phone with nobody in it, where somebody is going to sign in: its exchange then hears 409 once."""
    phone = phones.new()
    phone.expected.append("409")
    return phone


def join(page: Page, invitation: str) -> None:
    page.goto(f"/en/join/{invitation}")
    page.get_by_label("Your name").fill("Maryam")
    page.get_by_role("button", name="Make a passkey and join").click()
    page.wait_for_url("**/en/")


def sign_out(phone: Phone) -> None:
    """The server has ended it: the cookie is good for nothing."""
    phone.expected.append("401")
    phone.context.clear_cookies()


def expect_account(page: Page) -> None:
    page.goto("/en/account")
    expect(page.get_by_label("Your name")).to_have_value("Maryam")
