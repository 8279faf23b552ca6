"""What reports have of each other."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of reused text; they are filled when incidents are put together next."""
    op.create_table(
        "sketches",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("credited", sa.Boolean(), nullable=False),
        sa.Column("repeats", sa.Boolean(), nullable=False),
        sa.Column("signatures", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_sketches_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", name="pk_sketches"),
    )
    op.create_table(
        "reuses",
        sa.Column("later", sa.String(), nullable=False),
        sa.Column("earlier", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["earlier"], ["reports.id"], name="fk_reuses_earlier", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["later"], ["reports.id"], name="fk_reuses_later", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("later", "earlier", name="pk_reuses"),
    )
    op.create_index("ix_reuses_earlier", "reuses", ["earlier"], unique=False)
    op.create_table(
        "borrowings",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("copy_of", sa.String(), nullable=True),
        sa.Column("carried", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_borrowings_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", name="pk_borrowings"),
    )
    op.create_index("ix_borrowings_copy_of", "borrowings", ["copy_of"], unique=False)
