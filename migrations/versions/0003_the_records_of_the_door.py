"""The records of the door: scans, walk-ins, undos, merges."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = ("scans", "walk_ins", "undos", "merges")


def upgrade() -> None:
    op.create_table(
        "scans",
        *_record("scans"),
        sa.Column("subject", sa.String(length=16), nullable=False),
        _person("scans"),
        _organisation("scans"),
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=8), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.CheckConstraint("party BETWEEN 1 AND 50", name=op.f("ck_scans_party")),
    )
    op.create_table(
        "walk_ins",
        *_record("walk_ins"),
        sa.Column("name", sa.String(length=80), nullable=False),
        _organisation("walk_ins"),
        sa.Column("organisation_text", sa.String(length=120), nullable=False),
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("by", sa.String(length=16), nullable=False),
        sa.CheckConstraint("party BETWEEN 1 AND 50", name=op.f("ck_walk_ins_party")),
    )
    op.create_table("undos", *_record("undos"), sa.Column("of", sa.String(length=36), nullable=False))
    op.create_table(
        "merges",
        *_record("merges"),
        sa.Column("walk_in", sa.String(length=36), nullable=False),
        sa.Column("into", sa.String(length=38), nullable=False),
        _person("merges"),
        _organisation("merges"),
    )
    for table in TABLES:
        op.create_index(op.f(f"ix_{table}_event_id"), table, ["event_id"])
    for table in ("scans", "merges"):
        op.create_index(op.f(f"ix_{table}_person_id"), table, ["person_id"])


def _record(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("event_id", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f(f"fk_{table}_event_id_events"), ondelete="CASCADE"
        ),
    ]


def _person(table: str) -> sa.Column[str]:
    name = op.f(f"fk_{table}_person_id_people")
    key = sa.ForeignKey("people.id", name=name, ondelete="SET NULL")
    return sa.Column("person_id", sa.String(length=16), key, nullable=True)


def _organisation(table: str) -> sa.Column[str]:
    name = op.f(f"fk_{table}_organisation_id_organisations")
    key = sa.ForeignKey("organisations.id", name=name, ondelete="SET NULL")
    return sa.Column("organisation_id", sa.String(length=16), key, nullable=True)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
