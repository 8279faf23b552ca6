"""The trail of what became of incidents."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of changes; a record from before has a trail from now on."""
    op.create_table(
        "trail",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("others", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_trail"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_trail_at", "trail", ["at"], unique=False)
