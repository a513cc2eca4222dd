"""The manifest that makes the app installable."""

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("language", "direction"), [("de", "ltr"), ("ar", "rtl"), ("uk", "ltr"), ("en", "ltr")]
)
def test_there_is_one_app_in_every_language(client: FlaskClient, language: str, direction: str) -> None:
    answer = client.get(f"/{language}/manifest.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    manifest = answer.get_json(force=True)
    assert (manifest["id"], manifest["scope"]) == ("/", "/")
    assert (manifest["lang"], manifest["dir"]) == (language, direction)
    assert manifest["start_url"] == f"/{language}/"
    assert {shortcut["url"] for shortcut in manifest["shortcuts"]} == {
        f"/{language}/schedule",
        f"/{language}/device",
    }


def test_its_icons_exist_in_the_sizes_they_claim(client: FlaskClient) -> None:
    icons = client.get("/de/manifest.webmanifest").get_json(force=True)["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    for icon in icons:
        answer = client.get(icon["src"], buffered=True)
        assert (answer.status_code, answer.mimetype) == (200, icon["type"])
        if icon["type"] == "image/png":
            size = int.from_bytes(answer.data[16:20], "big")  # PNG, 11.2.1: the width in IHDR
            assert icon["sizes"] == f"{size}x{size}"
