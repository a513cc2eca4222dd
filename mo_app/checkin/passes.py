"""The pass: a page that is the same for all, what is in it for each, and how to get another one."""

from typing import Any

from flask import Flask, render_template
from pydantic import BaseModel, ConfigDict

from mo_app import sync
from mo_app.accounts.models import Person
from mo_app.sync import DocumentView, OperationCall, OperationKind, PageKind, PageView

from .codes import pass_qr
from .operations.passes import PASS_HOLDERS, renew_pass


class PassRenew(BaseModel):
    """Whose pass it is follows from who is signed in."""

    model_config = ConfigDict(extra="forbid", strict=True)


def pass_part(view: DocumentView) -> dict[str, str] | None:
    """None for who has none."""
    if view.actor is None or view.actor.role not in PASS_HOLDERS:
        return None
    person = view.session.get(Person, view.actor.person_id)
    return {"code": person.pass_code, "qr": pass_qr(person.pass_code)} if person else None


def _render(view: PageView) -> str:
    return render_template(
        "checkin/pass.html", audience=view.audience, language=view.language, path=view.path
    )


def _renew(call: OperationCall) -> dict[str, Any]:
    renew_pass(session=call.session, actor=call.actor)
    return {}


PAGE = PageKind("checkin.pass", "/pass", _render, static=True)
RENEW = OperationKind("pass.renew", PassRenew, _renew)


def register(app: Flask) -> None:
    sync.register_page(app, PAGE)
    sync.register_part(app, document="mine", name="pass", value=pass_part)
    sync.register_operation(app, RENEW)
