"""The migrations make what the models say."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from mo_app import create_app
from mo_app.settings import Settings
from mo_app.web.database import db
from mo_app.web.migrations import upgrade


def is_ours(_thing, name, *_rest):
    """Features that only tests have bring tables that no migration makes."""
    return not (name or "").startswith("test_")


def test_an_empty_database_becomes_what_the_models_say(tmp_path):
    app = create_app(Settings.from_environ({"MO_DATA": str(tmp_path)}))
    with app.app_context():
        upgrade()
        with db.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"include_object": is_ours})
            missing = compare_metadata(context, db.metadata)
    assert missing == [], "draft a migration: flask --app app database revision 'What changes'"


def test_upgrading_twice_changes_nothing(tmp_path):
    app = create_app(Settings.from_environ({"MO_DATA": str(tmp_path)}))
    with app.app_context():
        upgrade()
        tables = inspect(db.engine).get_table_names()
        upgrade()
        assert inspect(db.engine).get_table_names() == tables
        assert "alembic_version" in tables
