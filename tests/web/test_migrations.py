"""The migrations make what the models say."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from mo_app import create_app
from mo_app.settings import Settings
from mo_app.web.database import db
from mo_app.web.migrations import upgrade


def test_an_empty_database_becomes_what_the_models_say(tmp_path):
    app = create_app(Settings.from_environ({"MO_DATA": str(tmp_path)}))
    with app.app_context():
        upgrade()
        with db.engine.connect() as connection:
            missing = compare_metadata(MigrationContext.configure(connection), db.metadata)
    assert missing == [], "draft a migration: flask --app app database revision 'What changes'"


def test_upgrading_twice_changes_nothing(tmp_path):
    app = create_app(Settings.from_environ({"MO_DATA": str(tmp_path)}))
    with app.app_context():
        upgrade()
        tables = inspect(db.engine).get_table_names()
        upgrade()
        assert inspect(db.engine).get_table_names() == tables
        assert "alembic_version" in tables
