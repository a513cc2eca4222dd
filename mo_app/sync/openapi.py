"""The OpenAPI document of the exchange, made from the models that read and write it."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from mo_app.kernel.errors import DomainError

from .kinds import Registry
from .protocol import PROTOCOL, ExchangeIn, ExchangeOut, OperationIn, Problem

REFERENCE = "#/components/schemas/{model}"
REFUSALS = {
    "400": "The request could not be read.",
    "401": "Sign in again; everything saved on the device stays.",
    "403": "The request came from another site.",
    "409": "This outbox belongs to another person.",
    "413": "Too large.",
    "415": "Not JSON.",
    "422": "Not an exchange.",
    "429": "Too many requests; Retry-After says when to come back.",
    "503": "Busy; Retry-After says when to come back.",
}


def openapi_document(registry: Registry, *, cookie: str) -> dict[str, Any]:
    """OpenAPI 3.1; ``cookie`` is the name of the one that carries the session."""
    payloads = {kind.kind: kind.payload for kind in registry.operations.values()}
    models: list[type[BaseModel]] = [ExchangeIn, ExchangeOut, OperationIn, Problem, *payloads.values()]
    _, definitions = models_json_schema([(model, "validation") for model in models], ref_template=REFERENCE)
    schemas = definitions["$defs"]
    schemas["Operation"] = _operation_schema(payloads)
    schemas["ExchangeIn"]["properties"]["operations"]["items"] = {"$ref": REFERENCE.format(model="Operation")}
    schemas["ResultOut"]["properties"]["code"]["examples"] = sorted(DomainError.by_code)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Exchange", "version": str(PROTOCOL)},
        "paths": {"/sync": {"post": _sync()}},
        "components": {
            "schemas": schemas,
            "securitySchemes": {"session": {"type": "apiKey", "in": "cookie", "name": cookie}},
        },
    }


def _operation_schema(payloads: dict[str, type[BaseModel]]) -> dict[str, Any]:
    kinds = [
        {
            "allOf": [{"$ref": REFERENCE.format(model="OperationIn")}],
            "properties": {
                "kind": {"const": kind},
                "payload": {"$ref": REFERENCE.format(model=payload.__name__)},
            },
        }
        for kind, payload in payloads.items()
    ]
    return {"oneOf": kinds} if kinds else {"$ref": REFERENCE.format(model="OperationIn")}


def _sync() -> dict[str, Any]:
    return {
        "operationId": "exchange",
        "summary": "Operations go up; results, pages and documents that changed come down.",
        "security": [{}, {"session": []}],
        "requestBody": {"required": True, "content": _content("application/json", "ExchangeIn")},
        "responses": {
            "200": {"description": "Done.", "content": _content("application/json", "ExchangeOut")},
            **{
                status: {"description": text, "content": _content("application/problem+json", "Problem")}
                for status, text in REFUSALS.items()
            },
        },
    }


def _content(mimetype: str, model: str) -> dict[str, Any]:
    return {mimetype: {"schema": {"$ref": REFERENCE.format(model=model)}}}
