"""Sign-ins know the passkey they were begun with."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sign_ins") as table:
        table.add_column(sa.Column("passkey_id", sa.String(length=16), nullable=True))
        table.create_index(op.f("ix_sign_ins_passkey_id"), ["passkey_id"])
        table.create_foreign_key(op.f("fk_sign_ins_passkey_id_passkeys"), "passkeys", ["passkey_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("sign_ins") as table:
        table.drop_constraint(op.f("fk_sign_ins_passkey_id_passkeys"), type_="foreignkey")
        table.drop_index(op.f("ix_sign_ins_passkey_id"))
        table.drop_column("passkey_id")
