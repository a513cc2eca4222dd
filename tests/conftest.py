"""Every test gets an app of its own on a database of its own, and a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from mo_app import create_app
from mo_app.kernel.clock import FixedClock
from mo_app.kernel.database import Base
from mo_app.settings import Settings
from mo_app.web.database import db

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
"""Monday, 23 November 2026, 12:00 in Leipzig."""

# The same examples in every run, and no opinion about how fast the machine is.
hypothesis.settings.register_profile(
    "house",
    derandomize=True,
    deadline=None,
    suppress_health_check=[
        hypothesis.HealthCheck.data_too_large,
        hypothesis.HealthCheck.filter_too_much,
        hypothesis.HealthCheck.function_scoped_fixture,
        hypothesis.HealthCheck.too_slow,
    ],
)
hypothesis.settings.load_profile("house")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.from_environ({"MO_DATA": str(tmp_path), "MO_ORIGIN": "http://localhost:8000"})


@pytest.fixture
def app(settings: Settings, clock: FixedClock) -> Iterator[Flask]:
    app = create_app(settings, clock)
    app.config["TESTING"] = True
    with app.app_context():
        Base.metadata.create_all(db.engine)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """For arranging and looking; a test that calls a route commits first."""
    with app.app_context():
        yield db.session()
        db.session.rollback()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A guest's browser: its requests come from our own pages."""
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client
