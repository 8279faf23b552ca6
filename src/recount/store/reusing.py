"""Keeping what reports have of each other, so that one more report does not have all texts compared again."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sqlalchemy import Connection, and_, delete, func, insert, or_, select

from recount.model import Carried, Reuse, Sketch
from recount.store import schema
from recount.store.codec import decode_reuse, encode
from recount.store.lots import rows_of

_SKETCH = schema.sketches.c
_REUSE = schema.reuses.c
_REPORT = schema.reports.c
_BORROWING = schema.borrowings.c


def forget_reuse(connection: Connection, report: str) -> None:
    """Drop what was found out about a text that is now another."""
    held = connection.scalar(select(_SKETCH.signatures).where(_SKETCH.report == report))
    rows = [(signature, report) for signature in array("q", held or b"")]
    if rows:
        connection.exec_driver_sql("DELETE FROM signatures WHERE signature = ? AND report = ?", rows)
    connection.execute(delete(schema.sketches).where(_SKETCH.report == report))
    connection.execute(delete(schema.reuses).where(or_(_REUSE.later == report, _REUSE.earlier == report)))


def entangled(connection: Connection, report: str) -> frozenset[str]:
    """The reports that have words of this one, or it of them, and those of the same bytes; and itself."""
    same = select(_REPORT.bytes_hash).where(_REPORT.id == report).scalar_subquery()
    found = (
        select(_REUSE.later).where(_REUSE.earlier == report),
        select(_REUSE.earlier).where(_REUSE.later == report),
        select(_REPORT.id).where(_REPORT.bytes_hash == same),
    )
    return frozenset({report, *(id for each in found for id in connection.scalars(each))})


def unsketched(connection: Connection, method: str, among: Collection[str] | None = None) -> Sequence[str]:
    """The reports, or those among some, with a text that has no sketch made by this method."""
    report, version = schema.reports.c, schema.versions.c
    found = (
        select(report.id)
        .join(schema.versions, and_(version.report == report.id, version.number == report.version))
        .outerjoin(schema.sketches, and_(_SKETCH.report == report.id, _SKETCH.method == method))
        .where(version.text.is_not(None), _SKETCH.report.is_(None))
        .order_by(report.id)
    )
    return [row.id for row in rows_of(connection, found, report.id, among)]


def put_sketches(connection: Connection, sketches: Mapping[str, Sketch], method: str) -> None:
    """Keep sketches; what was found by an older one of the same report is dropped."""
    for id, sketch in sketches.items():
        forget_reuse(connection, id)
        row = {"report": id, "method": method, "words": sketch.words}
        row |= {"credited": sketch.credited, "repeats": sketch.repeats, "signatures": _packed(sketch.signatures)}
        connection.execute(insert(schema.sketches).values(row))
    rows = sorted((signature, id) for id, sketch in sketches.items() for signature in sketch.signatures)
    if rows:
        connection.exec_driver_sql("INSERT INTO signatures VALUES (?, ?)", rows)


def sketches(connection: Connection, reports: Collection[str] | None = None) -> dict[str, Sketch]:
    """All sketches by report, or those of some."""
    return {
        row.report: Sketch(frozenset(array("q", row.signatures)), row.words, row.credited, row.repeats)
        for row in rows_of(connection, select(schema.sketches).order_by(_SKETCH.report), _SKETCH.report, reports)
    }


def sharing(connection: Connection, signatures: Collection[int]) -> dict[int, list[str]]:
    """The reports that have each of some signatures."""
    own, held = schema.signatures.c, defaultdict[int, list[str]](list)
    for row in rows_of(connection, select(schema.signatures), own.signature, signatures):
        held[row.signature].append(row.report)
    return held


def compared(connection: Connection, later: Collection[str] | None = None) -> set[tuple[str, str]]:
    """The pairs of an earlier and a later report that were laid side by side, or those of some later ones."""
    found = rows_of(connection, select(_REUSE.earlier, _REUSE.later), _REUSE.later, later)
    return {(row.earlier, row.later) for row in found}


def put_reuses(connection: Connection, found: Sequence[Reuse], outdated: AbstractSet[tuple[str, str]]) -> None:
    """Keep what was found in pairs, and forget the pairs that are no candidates any more."""
    for earlier, later in outdated:
        connection.execute(delete(schema.reuses).where(_REUSE.earlier == earlier, _REUSE.later == later))
    rows = [{"earlier": one.earlier, "later": one.later, "content": encode(one)} for one in found]
    if rows:
        connection.execute(insert(schema.reuses), rows)


def all_reuses(connection: Connection, later: Collection[str] | None = None) -> Sequence[Reuse]:
    """What reports have of each other, by later and earlier report; or what some later ones have."""
    found = select(_REUSE.content).order_by(_REUSE.later, _REUSE.earlier)
    return [decode_reuse(row.content) for row in rows_of(connection, found, _REUSE.later, later)]


def having(connection: Connection, earlier: Collection[str]) -> Sequence[Reuse]:
    """What other reports have of some."""
    found = rows_of(connection, select(_REUSE.content), _REUSE.earlier, earlier)
    return [decode_reuse(row.content) for row in found]


def reuses_of(connection: Connection, report: str) -> tuple[Reuse, ...]:
    """The passages that a report shares with others, or with itself; pairs without any are left out."""
    either = or_(_REUSE.later == report, _REUSE.earlier == report)
    found = select(_REUSE.content).where(either).order_by(_REUSE.earlier, _REUSE.later)
    return tuple(one for content in connection.scalars(found) if (one := decode_reuse(content)).passages)


def put_borrowings(
    connection: Connection,
    copies: Mapping[str, str],
    carried: Mapping[str, tuple[Carried, ...]],
    among: Collection[str] | None = None,
) -> frozenset[str]:
    """Replace what follows from reuse, for all reports or for some; gives back those for which it is new."""
    held = {row.report: row for row in rows_of(connection, select(schema.borrowings), _BORROWING.report, among)}
    rows = {
        id: {"report": id, "copy_of": copies.get(id), "carried": encode(carried.get(id, ()))}
        for id in sorted(copies.keys() | carried.keys())
    }
    same = {id for id, row in held.items() if id in rows and tuple(row) == tuple(rows[id].values())}
    for id in held.keys() - same:
        connection.execute(delete(schema.borrowings).where(_BORROWING.report == id))
    new = [row for id, row in rows.items() if id not in same]
    if new:
        connection.execute(insert(schema.borrowings), new)
    return frozenset((held.keys() | rows.keys()) - same)


def twins(connection: Connection, ids: Collection[str] | None = None) -> dict[str, str]:
    """Reports of the same bytes as others, each with the least id among them: all, or those alike to some."""
    if ids is not None:
        return _twins_of(connection, ids)
    least = func.min(_REPORT.id).over(partition_by=_REPORT.bytes_hash)
    many = func.count().over(partition_by=_REPORT.bytes_hash)
    grouped = select(_REPORT.id, least.label("least"), many.label("many")).subquery()
    found = select(grouped.c.id, grouped.c.least).where(grouped.c.many > 1).order_by(grouped.c.id)
    return {row.id: row.least for row in connection.execute(found)}


def _twins_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    asked = select(_REPORT.bytes_hash, _REPORT.id)
    hashes = {row.bytes_hash for row in rows_of(connection, asked, _REPORT.id, ids)}
    alike: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(connection, asked, _REPORT.bytes_hash, hashes):
        alike[row.bytes_hash].append(row.id)
    return {id: min(group) for group in alike.values() if len(group) > 1 for id in group}


def resting_on(connection: Connection, reports: AbstractSet[str]) -> AbstractSet[str]:
    """The reports whose words are some reports' or their copies', so that they rest on what is known of these."""
    own = reports | _led_by(connection, reports)
    copies = {row.report for row in rows_of(connection, select(_BORROWING.report), _BORROWING.copy_of, own)}
    own |= copies | _led_by(connection, copies)
    return own | {reuse.later for reuse in having(connection, own) if reuse.passages}


def _led_by(connection: Connection, reports: AbstractSet[str]) -> AbstractSet[str]:
    """The reports of the same bytes for which one of some stands."""
    return {id for id, least in twins(connection, reports).items() if least in reports}


def _packed(signatures: frozenset[int]) -> bytes:
    return array("q", sorted(signatures)).tobytes()
