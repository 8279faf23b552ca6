"""Tolls are kept added up, by triggers; the sums are filled as the tolls are made anew from the incidents."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from recount.store.adding import ADDING

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEYS = ("policy", "outcome", "per", "stack", "several", "period", "part")
AMOUNTS = ("tolls", "low", "best", "high", "lows", "bests", "highs")
KINDS: dict[str, sa.types.TypeEngine[Any]] = {"several": sa.Boolean(), "part": sa.Text()}


def upgrade() -> None:
    """Make the sums; tolls under further policies come when all is put together next, which is to be done now."""
    # No toll may be there that is in no sum, since it would be taken from one.
    op.execute("DELETE FROM tolls")
    keys = [sa.Column(key, KINDS.get(key, sa.String()), nullable=False) for key in KEYS]
    amounts = [sa.Column(amount, sa.Integer(), nullable=False) for amount in AMOUNTS]
    op.create_table("sums", *keys, *amounts, sa.PrimaryKeyConstraint(*KEYS, name="pk_sums"), sqlite_with_rowid=False)
    for statement in ADDING:
        op.execute(statement)
    op.execute("DELETE FROM settings WHERE name = 'linked'")
