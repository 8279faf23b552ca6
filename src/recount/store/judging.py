"""Keeping what people decide."""

from collections.abc import Sequence

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from recount.model import Judgement
from recount.store.codec import decode_judgement, encode
from recount.store.schema import judgements
from recount.store.state import changed


def put_judgement(connection: Connection, judgement: Judgement) -> None:
    """Keep a judgement, or its new state under the same id, as when it is withdrawn."""
    row = {"at": judgement.at.isoformat(), "content": encode(judgement)}
    put = insert(judgements).values(id=judgement.id, **row)
    connection.execute(put.on_conflict_do_update(index_elements=["id"], set_=row))
    changed(connection)


def all_judgements(connection: Connection) -> Sequence[Judgement]:
    """All judgements, withdrawn ones too, in the order in which they were made."""
    held = [decode_judgement(content) for content in connection.scalars(select(judgements.c.content))]
    return sorted(held, key=lambda judgement: (judgement.at, judgement.id))
