"""Forgetting a report: what can be erased is, and a tombstone keeps it from coming back."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, delete, exists, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from recount.model import ChangeKind, Judgement, NotFoundError, RecordError
from recount.store import schema
from recount.store.codec import decode_judgement, encode
from recount.store.keeping import Stage
from recount.store.matching import forget_words
from recount.store.opening import told
from recount.store.pinning import forget_spots
from recount.store.reusing import forget_reuse
from recount.store.state import changed, tombstone
from recount.store.trail import Step, put_steps


def remove(connection: Connection, report: str, because: str, at: datetime) -> None:
    """Erase a report in all its versions, and wherever else its words stand; leave a tombstone.

    Its incidents go too, since they quote it; they are put together again from the claims of the others.
    """
    if not connection.scalar(select(exists().where(schema.reports.c.id == report))):
        raise NotFoundError(_not_there(connection, report))
    put_steps(connection, _gone(connection, report))
    holding = select(schema.members.c.incident).where(schema.members.c.report == report)
    _erase(connection, schema.incidents, schema.incidents.c.id.in_(holding))
    _erase(connection, schema.members, schema.members.c.report == report)
    _erase(connection, schema.loose, schema.loose.c.report == report)
    issues = schema.issues.c
    # Linking speaks of claims, whose ids begin with that of their report; that of another report may begin so too.
    of_claims = and_(issues.stage == Stage.LINK, issues.subject.startswith(f"{report}@", autoescape=True))
    _erase(connection, schema.issues, or_(issues.about == report, of_claims))
    _erase(connection, schema.borrowings, schema.borrowings.c.copy_of == report)
    forget_reuse(connection, report)
    _erase(connection, schema.reports, schema.reports.c.id == report)
    _blank_judgements(connection, report)
    forget_words(connection)
    forget_spots(connection)
    stone = insert(schema.tombstones).values(report=report, because=because, at=at.isoformat())
    connection.execute(stone.on_conflict_do_nothing())
    changed(connection)


def _gone(connection: Connection, report: str) -> Iterator[Step]:
    """The incidents that only this report tells of."""
    told = schema.members.c
    alone = select(told.incident).group_by(told.incident).having(func.min(told.report) == func.max(told.report))
    held = select(told.incident).distinct().where(told.report == report, told.incident.in_(alone))
    for id in connection.scalars(held.order_by(told.incident)).all():
        yield Step(ChangeKind.GONE, id)


def _not_there(connection: Connection, report: str) -> str:
    held = tombstone(connection, report)
    if held is not None:
        return f"The report {report} was removed already: {held.because}."
    return f"No report has the id {report}. `recount export jsonl` names them all."


def empty_log(engine: Engine) -> None:
    """Write the log of changes into the record, since the log still holds what was erased from it.

    Raises RecordError where somebody who is reading holds on to the log.
    """
    with told(engine.url), closing(engine.raw_connection()) as connection:
        # Outside of any transaction, as it has to be.
        busy, *_ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise RecordError(
            f"The report was removed, but its words still stand in {engine.url.database}-wal, which another program is "
            "using. Close whatever has the record open: the last one to close it empties that file."
        )


def _erase(connection: Connection, table: Table, condition: ColumnElement[bool]) -> None:
    connection.execute(delete(table).where(condition))


def _blank_judgements(connection: Connection, report: str) -> None:
    """Keep who decided what and when, without the words of the report."""
    columns = schema.judgements.c
    for id, content in connection.execute(select(columns.id, columns.content)).all():
        judgement = decode_judgement(content)
        if any(subject.report == report for subject in judgement.subjects):
            blank = encode(_blanked(judgement, report))
            connection.execute(update(schema.judgements).where(columns.id == id).values(content=blank))


def _blanked(judgement: Judgement, report: str) -> Judgement:
    subjects = tuple(
        replace(subject, quote="", before="", after="") if subject.report == report else subject
        for subject in judgement.subjects
    )
    return replace(judgement, subjects=subjects, old=None, new=None, rests_on=None)
