"""The record as it was linked last: its claims by the keys that they share, and the incidents that hold them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from hashlib import blake2b

from sqlalchemy import Connection, delete, func, select

from recount.model import Claim, CountedIncident
from recount.store import schema
from recount.store.codec import decode_claim, decode_counted
from recount.store.lots import in_lots, rows_of
from recount.store.shapes import Loose

Key = tuple[str, ...]
Keyed = Iterable[tuple[str, Set[Key]]]
"""The ids of claims, each with its keys."""

_BLOCK, _MEMBER, _LOOSE = schema.blocks.c, schema.members.c, schema.loose.c


def put_blocks(connection: Connection, keyed: Keyed) -> None:
    """Replace the keys of all claims."""
    connection.execute(delete(schema.blocks))
    # In the order of the table, so that its pages are written one after another.
    _change(connection, "INSERT OR IGNORE INTO blocks VALUES (?, ?)", sorted(_rows(keyed)))


def change_blocks(connection: Connection, gone: Keyed, come: Keyed) -> None:
    """Drop keys of some claims and keep those of others."""
    _change(connection, "DELETE FROM blocks WHERE key = ? AND claim = ?", list(_rows(gone)))
    _change(connection, "INSERT OR IGNORE INTO blocks VALUES (?, ?)", list(_rows(come)))


def shared_by(connection: Connection, keys: Collection[Key]) -> Mapping[Key, int]:
    """How many claims have each of some keys."""
    numbers = {_number(key): key for key in keys}
    counts = select(_BLOCK.key, func.count().label("claims")).group_by(_BLOCK.key)
    return {numbers[row.key]: row.claims for row in rows_of(connection, counts, _BLOCK.key, numbers)}


def sharing(connection: Connection, keys: Collection[Key]) -> Sequence[Claim]:
    """The claims that have any of some keys, as they were linked."""
    found = rows_of(connection, select(_BLOCK.claim).distinct(), _BLOCK.key, {_number(key) for key in keys})
    return named(connection, {row.claim for row in found})


def named(connection: Connection, ids: Collection[str]) -> Sequence[Claim]:
    """The claims of some ids, as they were linked."""
    held = [claim for each in holding(connection, ids) for claim in _claims(each) if claim.id in ids]
    loose = _loose_of(connection, {id.rpartition("@")[0] for id in set(ids) - {claim.id for claim in held}})
    return [*held, *(claim for claim in loose if claim.id in ids)]


def of_reports(connection: Connection, reports: Collection[str]) -> Sequence[Claim]:
    """The claims of some reports, as they were linked."""
    ids = {row.claim for row in rows_of(connection, select(_MEMBER.claim), _MEMBER.report, reports)}
    return [*named(connection, ids), *_loose_of(connection, reports)]


def holding(connection: Connection, ids: Collection[str]) -> Sequence[CountedIncident]:
    """The incidents that some claims are part of or attached to, in the order of their ids."""
    own = {row.incident for row in rows_of(connection, select(_MEMBER.incident).distinct(), _MEMBER.claim, ids)}
    content = select(schema.incidents.c.content).order_by(schema.incidents.c.id)
    return [decode_counted(row.content) for row in rows_of(connection, content, schema.incidents.c.id, own)]


def _claims(counted: CountedIncident) -> tuple[Claim, ...]:
    return (*counted.incident.claims, *counted.incident.denials)


def _loose_of(connection: Connection, reports: Collection[str]) -> list[Claim]:
    # All kinds are named, since the table is ordered by them first.
    content = select(_LOOSE.content).where(_LOOSE.kind.in_(list(Loose)))
    found = rows_of(connection, content, _LOOSE.report, reports)
    return [decode_claim(row.content) for row in found]


def _rows(keyed: Keyed) -> Iterator[tuple[int, str]]:
    for id, keys in keyed:
        for key in keys:
            yield _number(key), id


def _number(key: Key) -> int:
    """A key as a number: two keys with the same one would only lead to more comparing."""
    return int.from_bytes(blake2b("\x1f".join(key).encode(), digest_size=8).digest(), signed=True)


def _change(connection: Connection, statement: str, rows: Sequence[tuple[int, str]]) -> None:
    for some in in_lots(rows):
        connection.exec_driver_sql(statement, some)
