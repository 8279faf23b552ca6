"""Incidents get numbers, by which other tables know them; tolls a policy, spots a point; doubts and amounts tables."""

import sqlalchemy as sa
from alembic import op

from recount.store.schema import COUNTING, word_index

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEPT = "id, type, first, last, day, killed_min, killed_max, content"


def upgrade() -> None:
    """Make the tables anew; all but the incidents themselves are filled from these once the tables are there.

    Tolls under further policies than the first come when all is put together next, which is to be done now.
    """
    for trigger in ("searched_put", "searched_gone"):
        op.execute(f"DROP TRIGGER {trigger}")
    for table in ("searched_words", "searched", "names", "tolls", "pins", "spots"):
        op.drop_table(table)
    _number_incidents()
    _make_searched()
    _make_names()
    _make_tolls()
    _make_pins()
    _make_doubts()
    _count_reports()
    op.execute("DELETE FROM settings WHERE name = 'linked'")


def _of_incident() -> sa.Column[int]:
    return sa.Column("incident", sa.Integer(), autoincrement=False, nullable=False)


def _goes_with_it(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["incident"], ["incidents.number"], name=f"fk_{table}_incident", ondelete="CASCADE")


def _number_incidents() -> None:
    for index in ("type", "first", "last", "day", "killed_max", "listed"):
        op.drop_index(f"ix_incidents_{index}", "incidents")
    op.rename_table("incidents", "former_incidents")
    op.create_table(
        "incidents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("killed_min", sa.Integer(), nullable=True),
        sa.Column("killed_max", sa.Integer(), nullable=True),
        sa.Column("stakes", sa.Float(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_incidents"),
        sa.UniqueConstraint("id", name="uq_incidents_id"),
    )
    op.execute(f"INSERT INTO incidents ({KEPT}, stakes) SELECT {KEPT}, 0 FROM former_incidents ORDER BY id")
    op.drop_table("former_incidents")
    for column in ("first", "last", "day"):
        op.create_index(f"ix_incidents_{column}", "incidents", [column], unique=False)
    listed = ["day", "id", "first", "last", "type", "killed_max"]
    op.create_index("ix_incidents_listed", "incidents", listed, unique=False)


def _make_searched() -> None:
    """The words that incidents are searched for by."""
    op.create_table(
        "searched",
        _of_incident(),
        sa.Column("quotes", sa.Text(), nullable=False),
        sa.Column("titles", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("sides", sa.Text(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        _goes_with_it("searched"),
        sa.PrimaryKeyConstraint("incident", name="pk_searched"),
    )
    for statement in word_index("searched", "quotes", "titles", "places", "sides", "sources", number="incident"):
        op.execute(statement)


def _make_names() -> None:
    """The names that incidents are found by."""
    op.create_table(
        "names",
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _of_incident(),
        sa.Column("shown", sa.Text(), nullable=True),
        _goes_with_it("names"),
        sa.PrimaryKeyConstraint("role", "name", "incident", name="pk_names"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_names_incident", "names", ["incident", "shown"], unique=False)


def _make_tolls() -> None:
    """What the database adds tolls up from."""
    op.create_table(
        "tolls",
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        _of_incident(),
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
        _goes_with_it("tolls"),
        sa.PrimaryKeyConstraint("policy", "outcome", "incident", name="pk_tolls"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tolls_incident", "tolls", ["incident"], unique=False)
    month = ["policy", "outcome", "several", "month", "low", "best", "high"]
    op.create_index("ix_tolls_month", "tolls", month, unique=False)


def _make_pins() -> None:
    """Where incidents are on a map."""
    op.create_table(
        "pins",
        sa.Column("spot", sa.Integer(), autoincrement=False, nullable=False),
        _of_incident(),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        _goes_with_it("pins"),
        sa.PrimaryKeyConstraint("spot", "incident", name="pk_pins"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pins_incident", "pins", ["incident"], unique=False)
    op.create_table(
        "spots",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_spots"),
        sa.UniqueConstraint("key", name="uq_spots_key"),
    )


def _make_doubts() -> None:
    """What a person should look at, as far as an incident itself tells it."""
    op.create_table(
        "doubts",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("second", sa.String(), nullable=False),
        sa.Column("turn", sa.Float(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        _of_incident(),
        _goes_with_it("doubts"),
        sa.PrimaryKeyConstraint("kind", "first", "second", name="pk_doubts"),
    )
    op.create_index("ix_doubts_second", "doubts", ["second"], unique=False)
    op.create_index("ix_doubts_incident", "doubts", ["incident"], unique=False)
    op.create_index("ix_doubts_queue", "doubts", ["shown", "kind", "turn", "first", "second"], unique=False)


def _count_reports() -> None:
    """How much there is."""
    op.create_table(
        "amounts",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("kinds", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_amounts"),
    )
    for statement in COUNTING:
        op.execute(statement)
