"""The page at the door: the same for every event, on every tablet; whom it is about, the device fills in."""

from flask import render_template

from mo_app.kernel.actor import Audience
from mo_app.sync import PageKind, PageView


def _render(view: PageView) -> str:
    return render_template(
        "checkin/checkin.html", audience=view.audience, language=view.language, path=view.path
    )


CHECKIN = PageKind(
    endpoint="checkin.page",
    rule="/checkin",
    render=_render,
    audiences=frozenset({Audience.STATION, Audience.COORDINATOR}),
    static=True,
    every_language=True,
)
"""In every language: at the door people of all of them look at one tablet, with or without a connection."""
