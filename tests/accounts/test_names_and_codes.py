"""Small rules: what may be a name, what is a code, what a browser is called."""

import pytest

from mo_app.accounts.devices import device_label
from mo_app.accounts.names import tidy_name
from mo_app.accounts.tickets import (
    CODE_ALPHABET,
    CODE_LENGTH,
    code_of,
    hash_of_code,
    new_secret,
    read_code,
    spaced,
)
from mo_app.kernel.i18n import Message


@pytest.mark.parametrize(
    "name", ["Olena", "José María", "فاطمة", "Nguyễn Thị", "علی\u200cرضا", "𝐉", "X Æ A-12"]
)
def test_names_of_all_scripts_stay_as_they_are(name):
    assert tidy_name(name, at_most=80) == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Olena \t Bondar\n", "Olena Bondar"),
        ("Ole\u0301na", "Oléna"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("\u2066Olena\u2069\u200f", "Olena"),
    ],
)
def test_names_are_tidied(typed, kept):
    assert tidy_name(typed, at_most=80) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u200b", "…", "a" * 81, "a\x00b", "a\ue000"])
def test_what_is_no_name(typed):
    assert isinstance(tidy_name(typed, at_most=80), Message)


def test_codes_are_long_unambiguous_and_follow_from_their_secret():
    secrets = {new_secret() for _ in range(200)}
    codes = {code_of(secret) for secret in secrets}
    assert len(secrets) == len(codes) == 200
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) <= set(CODE_ALPHABET)
    assert not set("01OILU") & set(CODE_ALPHABET)


@pytest.mark.parametrize("typed", ["abcde-fghjk", " ABCDE FGHJK ", "abc.de_fgh–jk", "ＡＢＣＤＥＦＧＨＪＫ"])
def test_a_code_is_read_however_it_is_typed(typed):
    assert read_code(typed) == "ABCDEFGHJK"


def test_digits_may_be_of_another_script():
    assert read_code("٢٣٤٥٦-ABCDE") == "23456ABCDE"


@pytest.mark.parametrize("typed", ["", "ABCDE", "ABCDEFGHJKM", "ABCDE-FGHI1", "p3JbRfkXQ2-h_cQm0vYt7A"])
def test_what_is_no_code(typed):
    assert read_code(typed) is None


def test_a_code_is_written_in_two_groups():
    assert read_code(spaced("ABCDEFGHJK")) == "ABCDEFGHJK"


def test_the_hash_of_a_code_says_nothing_of_it():
    assert hash_of_code("ABCDEFGHJK") != hash_of_code("ABCDEFGHJM")
    assert len(hash_of_code("ABCDEFGHJK")) == 64


@pytest.mark.parametrize(
    ("user_agent", "label"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox · Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
            "Safari · iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; SM-A546B) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36",
            "Samsung Internet · Android",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            "Edge · Windows",
        ),
        ("curl/8.0", ""),
        ("", ""),
    ],
)
def test_a_browser_is_called_what_its_owner_calls_it(user_agent, label):
    assert device_label(user_agent) == label
