"""What follows from reuse: which report is a copy, and whose words a passage of another is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from recount.model import Carried, Passage, Reuse, Sketch, Span

# A copy drops a paragraph or adds a line on itself; a story of its own that quotes at length has more of its own.
COPY = 0.8
"""The share of a report's words from which on it may be a copy of the one that it has them from."""
# Of fewer words, a caption or a line of a ticker, nearly all may stand in a report that goes its own way.
_SHORTEST = 40


def copies(
    reuses: Iterable[Reuse], sketches: Mapping[str, Sketch], twins: Mapping[str, str], order: Sequence[str]
) -> dict[str, str]:
    """Copies with the report that each is a copy of: the earliest that has nearly all of its words and figures.

    The copy of a copy is one of the first. `twins` are reports of equal bytes with the one that stands for them.
    """
    rank = {id: n for n, id in enumerate(order)}
    found: dict[str, str] = {}
    for reuse in sorted(reuses, key=lambda reuse: (rank[reuse.later], rank[reuse.earlier])):
        copy, original = twins.get(reuse.later, reuse.later), twins.get(reuse.earlier, reuse.earlier)
        first = _first(original, found)
        # A report of equal bytes may have another day; so two can each seem to come after the other.
        if first != copy and copy not in found and _is_copy(reuse, sketches[reuse.later]):
            found[copy] = first
    return {copy: _first(copy, found) for copy in found}


def _is_copy(reuse: Reuse, later: Sketch) -> bool:
    return reuse.share_of_later >= COPY and later.words >= _SHORTEST and not reuse.new_figures


def _first(report: str, found: Mapping[str, str]) -> str:
    while report in found:
        report = found[report]
    return report


def carried(reuses: Iterable[Reuse], order: Sequence[str]) -> dict[str, tuple[Carried, ...]]:
    """The passages of each report that stood in earlier ones, those of the earliest report first."""
    rank = {id: n for n, id in enumerate(order)}
    told: dict[str, list[tuple[int, Span, Carried]]] = defaultdict(list)
    for reuse in reuses:
        if reuse.earlier != reuse.later and reuse.passages:
            told[reuse.later] += [(rank[reuse.earlier], one.later, _carried(reuse, one)) for one in reuse.passages]
    return {
        id: tuple(one for _, _, one in sorted(passages, key=lambda each: each[:2])) for id, passages in told.items()
    }


def _carried(reuse: Reuse, passage: Passage) -> Carried:
    return Carried(passage.later, reuse.earlier, passage.changed)
