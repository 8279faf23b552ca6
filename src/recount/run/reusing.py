"""Copied text in a record: texts that are new are compared with those they may share words with, and no others."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from recount.link.reuse import COPY, METHOD, candidates, carried, compare, copies, earliest_first, sketch
from recount.model import Reuse, Sketch, Text
from recount.store import Record

# So many texts stay at hand: one that many others have words of is asked for again and again.
_TEXTS = 64


def find_reuse(record: Record) -> None:
    """Find out what reports have of each other, and mark copies and carried passages."""
    _sketch(record)
    sketches, bylines = record.sketches(), record.bylines()
    order = earliest_first(bylines, sketches)
    pairs, known = candidates(sketches, order), record.compared()
    record.put_reuses(list(_compared(record, pairs - known)), known - pairs)
    reuses = record.reuses()
    record.put_borrowings(copies(reuses, sketches, record.twins(), order), carried(reuses, order))


def find_some_reuse(record: Record, touched: AbstractSet[str]) -> None:
    """Find out the same where only some reports were touched; those that rest on what is new are touched by it."""
    _sketch(record, touched)
    near, firsts = _near(record, touched)
    pairs, known = _candidates(record.sketches(near), firsts), record.compared(near)
    record.put_reuses(list(_compared(record, pairs - known)), known - pairs)
    family = _family(record, near)
    reuses = record.reuses(family)
    sketches = record.sketches(family | {one.earlier for one in reuses})
    order = earliest_first(record.bylines(sketches), sketches)
    found = copies(reuses, sketches, record.twins(family), order)
    record.put_some_borrowings(found, carried(reuses, order), family, touched)


def _near(record: Record, touched: AbstractSet[str]) -> tuple[AbstractSet[str], dict[int, str]]:
    """The reports that can have words of others than before, and the earliest report that has each of their signatures.

    They are those touched, and those that have a signature from one of them.
    """
    own = _signatures(record, touched)
    held = record.sharing_words(own)
    firsts = _earliest(record, held)
    near = touched | {id for signature, ids in held.items() if firsts[signature] in touched for id in ids}
    return near, firsts | _earliest(record, record.sharing_words(_signatures(record, near) - own))


def _signatures(record: Record, reports: AbstractSet[str]) -> AbstractSet[int]:
    return {signature for sketch in record.sketches(reports).values() for signature in sketch.signatures}


def _earliest(record: Record, held: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Of the reports that have each signature the one that was there first."""
    reports = {id for ids in held.values() for id in ids}
    order = earliest_first(record.bylines(reports), record.sketches(reports))
    rank = {id: n for n, id in enumerate(order)}
    return {signature: min(ids, key=rank.__getitem__) for signature, ids in held.items()}


def _candidates(sketches: Mapping[str, Sketch], firsts: Mapping[int, str]) -> set[tuple[str, str]]:
    """What `candidates` gives, for the later reports of the pairs."""
    pairs = {(firsts[one], id) for id, sketch in sketches.items() for one in sketch.signatures if firsts[one] != id}
    return pairs | {(id, id) for id, sketch in sketches.items() if sketch.repeats}


def _family(record: Record, reports: AbstractSet[str]) -> AbstractSet[str]:
    """Some reports with all that are copies of one another with them, on the way to which copies are found."""
    found: set[str] = set()
    fresh = set(reports)
    while fresh:
        found |= fresh
        reuses = [*record.reuses(fresh), *record.reuses_from(fresh)]
        near = {id for one in reuses if one.share_of_later >= COPY for id in (one.earlier, one.later)}
        fresh = (near | record.twins(fresh).keys()) - found
    return found


def _sketch(record: Record, among: AbstractSet[str] | None = None) -> None:
    made = {}
    for id in record.unsketched(METHOD, among):
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
