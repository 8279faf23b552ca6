"""Keeping what people decide, and leaving a trail of it."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from recount.model import ChangeKind, Judgement
from recount.store.codec import decode_judgement, encode
from recount.store.schema import judgements
from recount.store.state import changed
from recount.store.trail import Step, put_steps


def put_judgement(connection: Connection, judgement: Judgement) -> None:
    """Keep a judgement, or its new state under the same id, as when it is withdrawn."""
    former = connection.scalar(select(judgements.c.content).where(judgements.c.id == judgement.id))
    row = {"at": judgement.at.isoformat(), "content": encode(judgement)}
    put = insert(judgements).values(id=judgement.id, **row)
    connection.execute(put.on_conflict_do_update(index_elements=["id"], set_=row))
    changed(connection, {subject.report for subject in judgement.subjects})
    put_steps(connection, _steps(judgement, None if former is None else decode_judgement(former)))


def _steps(judgement: Judgement, former: Judgement | None) -> Iterator[Step]:
    claims = tuple(dict.fromkeys(subject.claim for subject in judgement.subjects))
    if former is None:
        yield Step(ChangeKind.JUDGED, judgement.id, claims)
    if not judgement.stands and (former is None or former.stands):
        yield Step(ChangeKind.WITHDRAWN, judgement.id, claims)


def all_judgements(connection: Connection) -> Sequence[Judgement]:
    """All judgements, withdrawn ones too, in the order in which they were made."""
    held = [decode_judgement(content) for content in connection.scalars(select(judgements.c.content))]
    return sorted(held, key=lambda judgement: (judgement.at, judgement.id))
