"""What only a tablet at the door runs: named in the page, so that it is kept there, and nowhere else."""

import json
import re
from html import unescape

from flask import render_template

from mo_app.web import static
from mo_app.web.i18n import speaking


def test_the_page_names_every_module_of_the_door(app):
    about = {"audience": "station", "language": "en", "path": "/checkin"}
    with app.test_request_context(), speaking("en"):
        page = render_template("checkin/_door.html", **about)
    (door,) = re.findall(r'<mo-door [^>]*data-station-assets="([^"]+)"', page)
    named = json.loads(unescape(door))
    modules = sorted(path.name for path in (static.STATIC / "js/checkin/door").glob("*.js"))
    assert sorted(url.rsplit("/", 1)[1] for url in named) == sorted([*modules, "any-ascii.js"])


def test_nobody_else_keeps_them():
    kept = static.precached_files()
    assert [path for path in kept if "checkin/door" in path or "any-ascii" in path] == []
    assert "js/checkin/pass.js" in kept
