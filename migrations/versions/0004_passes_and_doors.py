"""Everybody has a pass, every event a door."""

import base64
import secrets

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "doors",
        sa.Column("event_id", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_doors_event_id_events")),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_doors")),
    )
    with op.batch_alter_table("people") as table:
        table.add_column(sa.Column("pass_code", sa.String(length=16), nullable=True))
    _fill()
    with op.batch_alter_table("people") as table:
        table.alter_column("pass_code", existing_type=sa.String(length=16), nullable=False)
        table.create_unique_constraint(op.f("uq_people_pass_code"), ["pass_code"])


def downgrade() -> None:
    with op.batch_alter_table("people") as table:
        table.drop_constraint(op.f("uq_people_pass_code"), type_="unique")
        table.drop_column("pass_code")
    op.drop_table("doors")


def _fill() -> None:
    """Those who are there already get what all others get when they come."""
    connection = op.get_bind()
    people = sa.table("people", sa.column("id"), sa.column("pass_code"))
    events = sa.table("events", sa.column("id"))
    doors = sa.table("doors", sa.column("event_id"), sa.column("code"))
    for (person,) in connection.execute(sa.select(people.c.id)).all():
        connection.execute(sa.update(people).where(people.c.id == person).values(pass_code=_code()))
    rows = [{"event_id": event, "code": _code()} for (event,) in connection.execute(sa.select(events.c.id))]
    if rows:
        connection.execute(sa.insert(doors), rows)


def _code() -> str:
    return base64.b32encode(secrets.token_bytes(10)).decode("ascii").lower()
