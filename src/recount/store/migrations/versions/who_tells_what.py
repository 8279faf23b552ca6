"""Who tells of each incident, and with which figure, filled from the incidents; steps are found by their subject."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table that the pages of sources are made from."""
    op.create_table(
        "tellings",
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("incident", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outlet", sa.Boolean(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("word", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.number"], name="fk_tellings_incident", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("origin", "outcome", "incident", name="pk_tellings"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tellings_incident", "tellings", ["incident", "outcome", "origin", "outlet"], unique=False)
    op.create_index("ix_trail_subject", "trail", ["subject"], unique=False)
