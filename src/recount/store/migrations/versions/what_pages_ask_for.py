"""What pages over many incidents ask for; it is filled from the incidents themselves once the tables are there."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables that the database adds tolls up from."""
    op.create_table(
        "tolls",
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("several", sa.Boolean(), nullable=False),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("week", sa.String(), nullable=True),
        sa.Column("month", sa.String(), nullable=True),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("best", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("weapon", sa.Text(), nullable=True),
        sa.Column("people", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_tolls_incident", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("outcome", "incident", name="pk_tolls"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tolls_incident", "tolls", ["incident"], unique=False)
