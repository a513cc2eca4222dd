"""The exchange keeps to its own OpenAPI document, whatever it is sent."""

import os

import pytest
import schemathesis
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from mo_app.web.database import db
from tests.conftest import NOON
from tests.support.cast import cookie_of, seed

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PLAIN = {"Sec-Fetch-Site": "same-origin", "Accept-Encoding": "identity"}
"""From our own pages, and as the document describes it: compression is HTTP's affair."""
bounded = settings(
    max_examples=80 if os.environ.get("CI") else 25,
)


@pytest.fixture
def exchange(app: Flask) -> APIOperation:
    """``POST /sync`` as the served document describes it."""
    return schemathesis.openapi.from_wsgi("/openapi.json", app)["/sync"]["POST"]


@pytest.fixture
def amina(app: Flask) -> tuple[str, dict[str, str]]:
    """Amina's id, and the cookie of her sign-in."""
    with app.app_context():
        cast = seed(db.session(), NOON)
        token = cookie_of(db.session(), cast.people["amina"], NOON)
        db.session.commit()
    return cast.people["amina"], {app.extensions["settings"].session_cookie: token}


@pytest.mark.parametrize("mode", GenerationMode)
@given(data=st.data())
@bounded
def test_a_guest_gets_documented_answers(
    exchange: APIOperation, mode: GenerationMode, data: st.DataObject
) -> None:
    """Of what the document allows, and of what it does not."""
    case = data.draw(exchange.as_strategy(generation_mode=mode))
    case.call_and_validate(headers=PLAIN, checks=CHECKS)


@pytest.mark.parametrize("mode", GenerationMode)
@given(data=st.data())
@bounded
def test_a_member_gets_documented_answers(
    exchange: APIOperation, amina: tuple[str, dict[str, str]], mode: GenerationMode, data: st.DataObject
) -> None:
    """Her device's outbox may hold anything: it is carried out, or refused in a documented way."""
    case = data.draw(exchange.as_strategy(generation_mode=mode))
    person, cookies = amina
    if isinstance(case.body, dict) and "person" in case.body:
        case.body["person"] = person
    case.call_and_validate(headers=PLAIN, cookies=cookies, checks=CHECKS)


def test_the_sign_in_is_documented(app: Flask) -> None:
    """The document names the cookie that the server takes."""
    document = app.test_client().get("/openapi.json").json
    (scheme,) = document["components"]["securitySchemes"].values()
    settings = app.extensions["settings"]
    assert (scheme["in"], scheme["name"]) == ("cookie", settings.session_cookie)
    assert {} in document["paths"]["/sync"]["post"]["security"]
