"""Pages for everybody; what is this person's on them is filled in on the device."""

from flask import render_template

from mo_app.kernel.actor import Audience
from mo_app.sync import PageKind, PageView


def _device(view: PageView) -> str:
    return _render("offline/device.html", view, view.audience)


def _offline(view: PageView) -> str:
    """The same for all people, for it stays when somebody has signed out; a station has another way on."""
    audience = Audience.STATION if view.audience is Audience.STATION else Audience.PUBLIC
    return _render("offline/offline.html", view, audience)


def _render(template: str, view: PageView, audience: Audience) -> str:
    return render_template(template, audience=audience, language=view.language, path=view.path)


DEVICE = PageKind(endpoint="offline.device", rule="/device", render=_device, static=True)
OFFLINE = PageKind(
    endpoint="offline.offline",
    rule="/offline",
    render=_offline,
    audiences=frozenset(Audience),
    static=True,
    every_language=True,
)
"""Answers in place of a page that is not kept here, so it must be there in the language of any address."""
