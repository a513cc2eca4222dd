"""What a tablet must have without a connection is named to it, down to the last module."""

import json
import re
from html import unescape

import pytest
from flask import render_template

from mo_app.web.static import NOT_PRECACHED, STATIC

NAMED = re.compile(r'data-station-assets="([^"]*)"')


@pytest.fixture
def named(app):
    """Paths below ``static``."""
    with app.test_request_context("/en/checkin"):
        page = render_template("checkin/_door.html", audience="station")
    addresses = [address for each in NAMED.findall(page) for address in json.loads(unescape(each))]
    return {address.removeprefix(f"/static/{app.extensions['build']}/") for address in addresses}


@pytest.mark.parametrize("folder", ["js/checkin/door", "js/checkin/scanner"])
def test_every_module_that_phones_do_not_keep(named, folder):
    assert f"{folder}/" in NOT_PRECACHED
    assert {str(path.relative_to(STATIC)) for path in (STATIC / folder).glob("*.js")} <= named


def test_they_are_all_there(named):
    assert [path for path in sorted(named) if not (STATIC / path).is_file()] == []
    assert "vendor/zxing-reader.wasm" in named
