"""Passkeys in a real browser: a second one, the last one, one from a recovery, and a phone that was lost."""

from playwright.sync_api import expect
from sqlalchemy import select

from mo_app.notices.models import Notice
from tests.support.maryam import SIGN_IN, expect_account, visitor
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records


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
    other.page.goto(SIGN_IN, wait_until="commit")  # it leads on by itself
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
    other.page.goto(SIGN_IN, wait_until="commit")  # it leads on by itself
    other.page.wait_for_url("**/en/")
    other.page.goto("/en/account")
    other.page.get_by_role("button", name="Sign out everywhere else").click()
    expect(other.page.get_by_text("All other devices are signed out.")).to_be_visible()
    maryam.expected.append("401")
    maryam.page.goto("/en/account")
    expect(maryam.page.get_by_text("Please sign in.").first).to_be_visible()
