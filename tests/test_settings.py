"""What the operator sets, as the app understands it."""

import pytest

from mo_app.settings import Settings


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ("https://Example.org:443", "https://example.org"),
        ("https://example.org:8443/", "https://example.org:8443"),
        ("http://localhost:80", "http://localhost"),
    ],
)
def test_the_origin_is_what_browsers_call_it(given, origin):
    assert Settings.from_environ({"MO_ORIGIN": given}).origin == origin


@pytest.mark.parametrize(("given", "months"), [({}, 18), ({"MO_NAMES_KEPT_MONTHS": "6"}, 6)])
def test_names_are_kept_for_so_many_months(given, months):
    assert Settings.from_environ(given).names_kept_months == months


@pytest.mark.parametrize("given", ["0", "1", "-1", "121", "x", "1.5"])
def test_a_number_of_months_that_cannot_be_meant(given):
    with pytest.raises(ValueError, match="MO_NAMES_KEPT_MONTHS"):
        Settings.from_environ({"MO_NAMES_KEPT_MONTHS": given})
