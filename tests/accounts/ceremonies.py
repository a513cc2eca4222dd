"""The ceremonies as the page's script does them: ask for options, let the phone answer, send the answer."""

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from .authenticator import Authenticator


def join(client: FlaskClient, phone: Authenticator, key: str, **profile: str) -> TestResponse:
    profile = {"name": "Maryam", "language": "ar", **profile}
    options = client.post(f"/de/join/{key}/options", json=profile)
    if options.status_code != 200:
        return options
    return client.post(f"/de/join/{key}/passkey", json=phone.create(options.json))


def sign_in(client: FlaskClient, phone: Authenticator) -> TestResponse:
    options = client.post("/de/account/sign-in/options").json
    return client.post("/de/account/sign-in", json=phone.get(options))


def add_passkey(client: FlaskClient, phone: Authenticator) -> TestResponse:
    options = client.post("/de/account/passkeys/options", json={}).json
    return client.post("/de/account/passkeys", json=phone.create(options))


def recover(client: FlaskClient, phone: Authenticator, key: str) -> TestResponse:
    options = client.post(f"/de/recover/{key}/options", json={})
    if options.status_code != 200:
        return options
    return client.post(f"/de/recover/{key}/passkey", json=phone.create(options.json))


def code_of_problem(response: TestResponse) -> str:
    assert response.mimetype == "application/problem+json", response.data
    return response.json["type"].removeprefix("urn:mo:")
