"""Copied text in a record: texts that are new are compared with those they may share words with, and no others."""

from collections.abc import Iterator
from functools import lru_cache

from recount.link.reuse import METHOD, candidates, carried, compare, copies, earliest_first, sketch
from recount.model import Reuse, Text
from recount.store import Record

# So many texts stay at hand: one that many others have words of is asked for again and again.
_TEXTS = 64


def find_reuse(record: Record) -> None:
    """Find out what reports have of each other, and mark copies and carried passages."""
    _sketch(record)
    sketches, bylines = record.sketches(), record.bylines()
    order = earliest_first(bylines, sketches)
    pairs = candidates(sketches, order)
    record.put_reuses(list(_compared(record, pairs - record.compared())), pairs)
    reuses = record.reuses()
    record.put_borrowings(copies(reuses, sketches, record.twins(), order), carried(reuses, order))


def _sketch(record: Record) -> None:
    made = {}
    for id in record.unsketched(METHOD):
        stored = record.report(id)
        if stored.text is not None:
            made[id] = sketch(stored.report, stored.text)
    if made:
        record.put_sketches(made, METHOD)


def _compared(record: Record, pairs: set[tuple[str, str]]) -> Iterator[Reuse]:
    @lru_cache(_TEXTS)
    def text(id: str) -> Text | None:
        return record.texts([id]).get(id)

    for earlier, later in sorted(pairs):
        one, other = text(earlier), text(later)
        if one is not None and other is not None:
            yield compare((earlier, one), (later, other))
