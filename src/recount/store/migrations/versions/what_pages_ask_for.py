"""What pages over many incidents ask for; it is filled from the incidents themselves once the tables are there."""

import sqlalchemy as sa
from alembic import op

from recount.store.schema import word_index

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

WORD_INDEXES = (
    *word_index("searched", "quotes", "titles", "places", "sides", "sources"),
    *word_index("wordings", "words"),
)


def upgrade() -> None:
    """Make the tables that charts, search and choices are made from."""
    _make_tolls()
    _make_searched()
    _make_pins()
    _number_wordings()
    op.add_column("names", sa.Column("shown", sa.Text(), nullable=True))
    op.drop_column("incidents", "quotes")
    listed = ["day", "id", "first", "last", "type", "killed_max"]
    op.create_index("ix_incidents_listed", "incidents", listed, unique=False)
    for statement in WORD_INDEXES:
        op.execute(statement)
    op.execute("INSERT INTO wordings_words (wordings_words) VALUES ('rebuild')")


def _make_tolls() -> None:
    """What the database adds tolls up from."""
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


def _make_searched() -> None:
    """The words that incidents are searched for by."""
    op.create_table(
        "searched",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("quotes", sa.Text(), nullable=False),
        sa.Column("titles", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("sides", sa.Text(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_searched_incident", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_searched"),
        sa.UniqueConstraint("incident", name="uq_searched_incident"),
    )


def _number_wordings() -> None:
    """Give the texts of reports numbers, which an index of words knows them by."""
    op.rename_table("wordings", "former_wordings")
    op.create_table(
        "wordings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_wordings_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_wordings"),
        sa.UniqueConstraint("report", name="uq_wordings_report"),
    )
    op.execute("INSERT INTO wordings (report, words) SELECT report, words FROM former_wordings ORDER BY report")
    op.drop_table("former_wordings")


def _make_pins() -> None:
    """Where incidents are on a map."""
    op.create_table(
        "pins",
        sa.Column("spot", sa.Text(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name="fk_pins_incident", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("spot", "incident", name="pk_pins"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pins_incident", "pins", ["incident"], unique=False)
    op.create_table(
        "spots",
        sa.Column("spot", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("spot", name="pk_spots"),
    )
