"""What an added report reaches: claims by their keys, reports by their signatures, and what was touched."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; they are filled when all is put together next, which is to be done now."""
    op.create_table(
        "blocks",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", "claim", name="pk_blocks"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "touched",
        sa.Column("change", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("change", "report", name="pk_touched"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "signatures",
        sa.Column("signature", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("signature", "report", name="pk_signatures"),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM sketches")
    op.execute("DELETE FROM settings WHERE name = 'linked'")
