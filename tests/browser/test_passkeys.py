"""Passkeys in a real browser: joining, signing in by button and by autofill, a second passkey, recovery."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import delete, select

from mo_app.accounts.models import Passkey
from mo_app.accounts.operations.invitations import invite_as_operator
from mo_app.accounts.tickets import code_of, spaced
from mo_app.kernel.actor import Role
from mo_app.notices.models import Notice
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records

SIGN_IN = "/en/account/sign-in"


@pytest.fixture
def invitation(records: Records) -> str:
    """The secret of an invitation for one person."""
    now = datetime.now(UTC)
    with records.writing() as session:
        return invite_as_operator(
            session=session, role=Role.MEMBER, expires_at=now + timedelta(days=1), now=now
        )[1]


@pytest.fixture
def maryam(phones: Phones, invitation: str) -> Phone:
    """Has joined on this phone just now."""
    phone = visitor(phones)
    join(phone.page, invitation)
    return phone


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
    phone.context.clear_cookies()


def expect_account(page: Page) -> None:
    page.goto("/en/account")
    expect(page.get_by_label("Your name")).to_have_value("Maryam")


def test_maryam_joins_with_a_name_a_language_and_a_finger(maryam: Phone) -> None:
    (passkey,) = maryam.passkeys.kept()
    assert (passkey["rpId"], passkey["isResidentCredential"]) == ("localhost", True)
    expect_account(maryam.page)


def test_the_code_typed_in_leads_to_the_same_place(phones: Phones, invitation: str) -> None:
    page = phones.new().page
    page.goto("/en/join")
    page.get_by_label("Code", exact=True).fill(spaced(code_of(invitation)).lower())
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Make a passkey and join")).to_be_visible()


def test_a_name_of_nothing_is_refused_at_its_field(phones: Phones, invitation: str) -> None:
    phone = phones.new()
    phone.expected.append("422")
    phone.page.goto(f"/en/join/{invitation}")
    name = phone.page.get_by_label("Your name")
    name.fill("…")
    phone.page.get_by_role("button", name="Make a passkey and join").click()
    expect(phone.page.get_by_text("Please enter a name.")).to_be_visible()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_be_focused()
    assert phone.passkeys.kept() == []


def test_she_signs_in_by_the_button(maryam: Phone) -> None:
    sign_out(maryam)
    maryam.passkeys.hesitate()  # with what autofill asks
    maryam.page.goto(SIGN_IN)
    expect(maryam.page.get_by_label("Your passkey")).to_be_visible()
    maryam.passkeys.hesitate(False)
    maryam.page.get_by_role("button", name="Sign in with a passkey").click()
    maryam.page.wait_for_url("**/en/")
    expect_account(maryam.page)


def test_she_signs_in_by_autofill(maryam: Phone) -> None:
    sign_out(maryam)
    maryam.page.goto(SIGN_IN)
    maryam.page.wait_for_url("**/en/")
    expect_account(maryam.page)


def test_the_finger_of_somebody_else_opens_nothing_and_she_can_try_again(maryam: Phone) -> None:
    sign_out(maryam)
    page = maryam.page
    maryam.passkeys.hesitate()
    page.goto(SIGN_IN)
    expect(page.get_by_label("Your passkey")).to_be_visible()
    maryam.passkeys.hesitate(False)
    maryam.passkeys.refuse()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("You are not signed in.")).to_be_visible()
    maryam.passkeys.refuse(False)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/en/")


def test_a_passkey_that_was_removed_here_is_explained(maryam: Phone, records: Records) -> None:
    sign_out(maryam)
    maryam.expected.append("404")
    with records.writing() as session:
        session.execute(delete(Passkey))
    maryam.page.goto(SIGN_IN)
    expect(maryam.page.get_by_text("does not belong to any account here")).to_be_visible()


def test_a_second_passkey_from_another_device_works_alone(maryam: Phone, phones: Phones) -> None:
    (first,) = maryam.passkeys.kept()
    maryam.passkeys.forget_all()  # her tablet, so to say: it has none yet
    maryam.page.goto("/en/account")
    maryam.page.get_by_role("button", name="Add a passkey").click()
    expect(maryam.page.get_by_text("The new passkey works from now on.")).to_be_visible()
    (second,) = maryam.passkeys.kept()
    assert second["credentialId"] != first["credentialId"]
    other = visitor(phones)
    other.passkeys.take(second)
    other.page.goto(SIGN_IN)
    other.page.wait_for_url("**/en/")
    expect_account(other.page)


def test_a_device_with_a_passkey_is_not_given_another(maryam: Phone) -> None:
    maryam.page.goto("/en/account")
    maryam.page.get_by_role("button", name="Add a passkey").click()
    expect(maryam.page.get_by_text("This device already has a passkey")).to_be_visible()


def test_the_last_passkey_goes_only_after_a_warning(maryam: Phone) -> None:
    page = maryam.page
    page.goto("/en/account")
    page.locator("#passkeys a.row").click()
    expect(page.get_by_text("This is your last passkey.")).to_be_visible()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_label("Remove it all the same")).to_be_focused()
    page.get_by_label("Remove it all the same").check()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("The passkey was removed here.")).to_be_visible()


def test_clara_lets_maryam_back_in_on_a_new_phone(maryam: Phone, phones: Phones, records: Records) -> None:
    clara, new = phones.signed_in("clara"), visitor(phones)
    clara.page.goto("/en/desk/people?name=maryam")
    clara.page.locator("#people a.row").click()
    clara.page.get_by_role("button", name="Show a code").click()
    link = clara.page.locator(".qr-url a").inner_text()
    new.page.goto(link)
    expect(new.page.get_by_role("heading", name="Welcome back, Maryam")).to_be_visible()
    new.page.get_by_role("button", name="Make a passkey").click()
    new.page.wait_for_url("**/en/")
    expect_account(new.page)
    with records.reading() as session:
        assert session.scalars(select(Notice.kind)).all() == ["account.recovered"]


def test_a_lost_phone_is_signed_out_from_another(maryam: Phone, phones: Phones) -> None:
    other = visitor(phones)
    other.passkeys.take(maryam.passkeys.kept()[0])
    other.page.goto(SIGN_IN)
    other.page.wait_for_url("**/en/")
    other.page.goto("/en/account")
    other.page.get_by_role("button", name="Sign out everywhere else").click()
    expect(other.page.get_by_text("All other devices are signed out.")).to_be_visible()
    maryam.expected.append("401")
    maryam.page.goto("/en/account")
    expect(maryam.page.get_by_text("Please sign in.").first).to_be_visible()


def test_without_a_connection_the_sign_in_page_says_so(phones: Phones) -> None:
    phone = phones.new()
    phone.page.goto(SIGN_IN)
    phone.expected.append("ERR_INTERNET_DISCONNECTED|fetching the script")
    phone.context.set_offline(True)
    phone.page.get_by_role("button", name="Sign in with a passkey").click()
    expect(phone.page.get_by_text("No answer. Please check your connection")).to_be_visible()
