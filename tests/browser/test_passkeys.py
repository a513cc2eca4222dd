"""Passkeys in a real browser: joining, signing in by button and by autofill, and what goes wrong."""

from playwright.sync_api import expect
from sqlalchemy import delete

from mo_app.accounts.models import Passkey, SignIn
from mo_app.accounts.tickets import code_of, spaced
from tests.support.maryam import SIGN_IN, expect_account, sign_out
from tests.support.phone import Phone
from tests.support.phones import Phones
from tests.support.records import Records

LEAVE_AUTOFILL = """
const get = CredentialsContainer.prototype.get
CredentialsContainer.prototype.get = function (options) {
  if (options.mediation !== "conditional") return get.call(this, options)
  return new Promise((_, reject) => {
    options.signal.addEventListener("abort", () => reject(options.signal.reason))
  })
}"""
"""What the field offers is on the screen, and nobody takes it."""


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
    maryam.page.add_init_script(LEAVE_AUTOFILL)
    maryam.page.goto(SIGN_IN)
    expect(maryam.page.get_by_label("Your passkey")).to_be_visible()
    maryam.page.get_by_role("button", name="Sign in with a passkey").click()
    maryam.page.wait_for_url("**/en/")
    expect_account(maryam.page)


def test_she_signs_in_by_autofill(maryam: Phone) -> None:
    sign_out(maryam)
    maryam.page.goto(SIGN_IN, wait_until="commit")  # it leads on by itself
    maryam.page.wait_for_url("**/en/")
    expect_account(maryam.page)


def test_the_finger_of_somebody_else_opens_nothing_and_she_can_try_again(maryam: Phone) -> None:
    sign_out(maryam)
    page = maryam.page
    page.add_init_script("PublicKeyCredential.isConditionalMediationAvailable = async () => false")
    maryam.passkeys.refuse()
    page.goto(SIGN_IN)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("You are not signed in.")).to_be_visible()
    expect(page.get_by_label("Your passkey")).to_be_hidden()
    maryam.passkeys.refuse(False)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/en/")


def test_a_passkey_that_was_removed_here_is_explained(maryam: Phone, records: Records) -> None:
    sign_out(maryam)
    maryam.expected.append("404")
    with records.writing() as session:
        session.execute(delete(SignIn))
        session.execute(delete(Passkey))
    maryam.page.goto(SIGN_IN)
    expect(maryam.page.get_by_text("does not belong to any account here")).to_be_visible()


def test_without_a_connection_the_sign_in_page_says_so(phones: Phones) -> None:
    phone = phones.new()
    phone.page.goto(SIGN_IN)
    expect(phone.page.get_by_role("button", name="Sign in with a passkey")).to_be_enabled()
    phone.expected.append("ERR_INTERNET_DISCONNECTED|fetching the script")
    phone.context.set_offline(True)
    phone.page.get_by_role("button", name="Sign in with a passkey").click()
    expect(phone.page.get_by_text("No answer. Please check your connection")).to_be_visible()
