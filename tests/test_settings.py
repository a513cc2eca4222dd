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
