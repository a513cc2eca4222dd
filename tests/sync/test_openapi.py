"""The exchange keeps to its own OpenAPI document, whatever it is sent."""

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

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
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)


@pytest.fixture
def exchange(app: Flask) -> APIOperation:
    """``POST /sync`` as the served document describes it."""
    return schemathesis.openapi.from_wsgi("/openapi.json", app)["/sync"]["POST"]


@pytest.mark.parametrize("mode", GenerationMode)
@given(data=st.data())
@bounded
def test_a_guest_gets_documented_answers(
    exchange: APIOperation, mode: GenerationMode, data: st.DataObject
) -> None:
    """Of what the document allows, and of what it does not."""
    case = data.draw(exchange.as_strategy(generation_mode=mode))
    case.call_and_validate(headers=PLAIN, checks=CHECKS)
