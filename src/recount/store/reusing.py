"""Keeping what reports have of each other, so that one more report does not have all texts compared again."""

from array import array
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from sqlalchemy import Connection, and_, delete, insert, or_, select

from recount.model import Carried, Reuse, Sketch
from recount.store import schema
from recount.store.codec import decode_reuse, encode

_SKETCH = schema.sketches.c
_REUSE = schema.reuses.c


def forget_reuse(connection: Connection, report: str) -> None:
    """Drop what was found out about a text that is now another."""
    connection.execute(delete(schema.sketches).where(_SKETCH.report == report))
    connection.execute(delete(schema.reuses).where(or_(_REUSE.later == report, _REUSE.earlier == report)))


def unsketched(connection: Connection, method: str) -> Sequence[str]:
    """The reports with a text that has no sketch made by this method."""
    report, version = schema.reports.c, schema.versions.c
    found = (
        select(report.id)
        .join(schema.versions, and_(version.report == report.id, version.number == report.version))
        .outerjoin(schema.sketches, and_(_SKETCH.report == report.id, _SKETCH.method == method))
        .where(version.text.is_not(None), _SKETCH.report.is_(None))
        .order_by(report.id)
    )
    return connection.scalars(found).all()


def put_sketches(connection: Connection, sketches: Mapping[str, Sketch], method: str) -> None:
    """Keep sketches; what was found by an older one of the same report is dropped."""
    for id, sketch in sketches.items():
        forget_reuse(connection, id)
        row = {"report": id, "method": method, "words": sketch.words}
        row |= {"credited": sketch.credited, "repeats": sketch.repeats, "signatures": _packed(sketch.signatures)}
        connection.execute(insert(schema.sketches).values(row))


def sketches(connection: Connection) -> dict[str, Sketch]:
    """All sketches by report."""
    return {
        row.report: Sketch(frozenset(array("q", row.signatures)), row.words, row.credited, row.repeats)
        for row in connection.execute(select(schema.sketches).order_by(_SKETCH.report))
    }


def compared(connection: Connection) -> set[tuple[str, str]]:
    """The pairs of an earlier and a later report that were laid side by side."""
    return {(row.earlier, row.later) for row in connection.execute(select(_REUSE.earlier, _REUSE.later))}


def put_reuses(connection: Connection, found: Sequence[Reuse], candidates: AbstractSet[tuple[str, str]]) -> None:
    """Keep what was found in pairs, and forget the pairs that are no candidates any more."""
    for earlier, later in compared(connection) - candidates:
        connection.execute(delete(schema.reuses).where(_REUSE.earlier == earlier, _REUSE.later == later))
    rows = [{"earlier": one.earlier, "later": one.later, "content": encode(one)} for one in found]
    if rows:
        connection.execute(insert(schema.reuses), rows)


def all_reuses(connection: Connection) -> Sequence[Reuse]:
    """What reports have of each other, by later and earlier report."""
    found = select(_REUSE.content).order_by(_REUSE.later, _REUSE.earlier)
    return [decode_reuse(content) for content in connection.scalars(found)]


def reuses_of(connection: Connection, report: str) -> tuple[Reuse, ...]:
    """The passages that a report shares with others, or with itself; pairs without any are left out."""
    either = or_(_REUSE.later == report, _REUSE.earlier == report)
    found = select(_REUSE.content).where(either).order_by(_REUSE.earlier, _REUSE.later)
    return tuple(one for content in connection.scalars(found) if (one := decode_reuse(content)).passages)


def put_borrowings(
    connection: Connection, copies: Mapping[str, str], carried: Mapping[str, tuple[Carried, ...]]
) -> None:
    """Replace what follows from reuse."""
    connection.execute(delete(schema.borrowings))
    rows = [
        {"report": id, "copy_of": copies.get(id), "carried": encode(carried.get(id, ()))}
        for id in sorted(copies.keys() | carried.keys())
    ]
    if rows:
        connection.execute(insert(schema.borrowings), rows)


def _packed(signatures: frozenset[int]) -> bytes:
    return array("q", sorted(signatures)).tobytes()
