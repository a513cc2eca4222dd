"""What remains of an event: closings, corrections, exports; and walk-ins who were invited."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "closings",
        *_log("closings"),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("names_removed", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "exports",
        *_log("exports"),
        sa.Column("what", sa.String(length=16), nullable=False),
        sa.Column("form", sa.String(length=8), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
    )
    for table in ("closings", "exports"):
        op.create_index(op.f(f"ix_{table}_event_id_at"), table, ["event_id", "at"])
    op.create_table(
        "corrections",
        sa.Column("record_id", sa.String(length=36), nullable=False),
        _event("corrections"),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_corrections")),
    )
    invitation = sa.ForeignKey(
        "invitations.id", name=op.f("fk_invited_walk_ins_invitation_id_invitations"), ondelete="CASCADE"
    )
    op.create_table(
        "invited_walk_ins",
        sa.Column("invitation_id", sa.String(length=16), invitation, nullable=False),
        _event("invited_walk_ins"),
        sa.Column("walk_in_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("invitation_id", name=op.f("pk_invited_walk_ins")),
    )
    for table in ("corrections", "invited_walk_ins"):
        op.create_index(op.f(f"ix_{table}_event_id"), table, ["event_id"])
    op.create_index(op.f("ix_invited_walk_ins_walk_in_id"), "invited_walk_ins", ["walk_in_id"])


def _log(table: str) -> list[sa.schema.SchemaItem]:
    """Who did it, for which event, and when."""
    person = sa.ForeignKey("people.id", name=op.f(f"fk_{table}_actor_id_people"), ondelete="SET NULL")
    return [
        sa.Column("id", sa.String(length=16), nullable=False),
        _event(table),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=16), person, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def _event(table: str) -> sa.Column[str]:
    event = sa.ForeignKey("events.id", name=op.f(f"fk_{table}_event_id_events"), ondelete="CASCADE")
    return sa.Column("event_id", sa.String(length=16), event, nullable=False)


def downgrade() -> None:
    for table in ("invited_walk_ins", "corrections", "exports", "closings"):
        op.drop_table(table)
