"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of an empty record."""
    op.create_table(
        "aliases",
        sa.Column("former", sa.String(), nullable=False),
        sa.Column("current", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("former", name="pk_aliases"),
    )
    op.create_index("ix_aliases_current", "aliases", ["current"], unique=False)
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("killed_min", sa.Integer(), nullable=True),
        sa.Column("killed_max", sa.Integer(), nullable=True),
        sa.Column("quotes", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_incidents"),
    )
    op.create_index("ix_incidents_day", "incidents", ["day"], unique=False)
    op.create_index("ix_incidents_first", "incidents", ["first"], unique=False)
    op.create_index("ix_incidents_killed_max", "incidents", ["killed_max"], unique=False)
    op.create_index("ix_incidents_last", "incidents", ["last"], unique=False)
    op.create_index("ix_incidents_type", "incidents", ["type"], unique=False)
    op.create_table(
        "issues",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("fatal", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_issues"),
        sa.UniqueConstraint("about", "stage", "version", "kind", "subject", "reason", name="uq_issues_about"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "judgements",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
    )
    op.create_table(
        "loose",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "report", "place", name="pk_loose"),
    )
    op.create_table(
        "members",
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "incident", name="pk_members"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_members_incident", "members", ["incident"], unique=False)
    op.create_index("ix_members_report", "members", ["report"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("bytes_hash", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_known", sa.String(), nullable=True),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
    )
    op.create_index("ix_reports_bytes_hash", "reports", ["bytes_hash", "id"], unique=False)
    op.create_index("ix_reports_published", "reports", ["published"], unique=False)
    op.create_table(
        "settings",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )
    op.create_table(
        "tombstones",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_tombstones"),
    )
    op.create_table(
        "claims",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_claims_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "place", name="pk_claims"),
    )
    op.create_table(
        "names",
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_names_incident", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("role", "name", "incident", name="pk_names"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_names_incident", "names", ["incident"], unique=False)
    op.create_table(
        "versions",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bytes_hash", sa.String(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=True),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_versions_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "number", name="pk_versions"),
        sa.UniqueConstraint("report", "bytes_hash", name="uq_versions_report"),
    )
    op.create_index("ix_versions_bytes_hash", "versions", ["bytes_hash"], unique=False)
    op.create_table(
        "wordings",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_wordings_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", name="pk_wordings"),
    )
