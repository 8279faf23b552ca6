"""Two texts side by side: the runs of words that both have."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from recount.link.reuse.story import FIGURE, Word, words
from recount.model import Passage, Reuse, Span, Text

# So many equal words in a row are a trace; fewer are common phrases.
_TRACE = 4
# A passage may differ by so many words at a time: a changed figure with its hedge, a name left out.
_GAP = 5
# So many words that both have are reuse: a choice; docs/reuse.md tells how many such pairs are found.
_SHORTEST = 16
# A trace that stands in more places of one text is a phrase of its own; the first ones do.
_PLACES = 8

_Index = Mapping[tuple[str, ...], Sequence[int]]


class _Run(NamedTuple):
    """Equal words, figures apart: where they begin among the words of each text, and how many they are."""

    earlier: int
    later: int
    length: int


def compare(earlier: tuple[str, Text], later: tuple[str, Text]) -> Reuse:
    """What the later of two reports, each an id and a text, has of the earlier; of one report, what it says twice."""
    (one_id, one_text), (other_id, other_text) = earlier, later
    one = words(one_text)
    within = one_id == other_id
    other = one if within else words(other_text)
    chains = _chains(list(_runs(one, other, within)), one, other)
    told = [chain for chain in chains if len(_equal(chain, one, other)) >= _SHORTEST]
    equal = [pair for chain in told for pair in _equal(chain, one, other)]
    return Reuse(
        one_id,
        other_id,
        tuple(_passage(chain, one, other) for chain in told),
        _share({ours for ours, _ in equal}, one),
        _share({theirs for _, theirs in equal}, other),
        bool(_figures(other) - _figures(one)),
    )


def _runs(one: Sequence[Word], other: Sequence[Word], within: bool) -> Iterator[_Run]:
    """The longest run of the earlier text at each place of the later, from its beginning on."""
    index, n = _index(one), 0
    while n <= len(other) - _TRACE:
        places = index.get(_trace(other, n), ())
        found = [_Run(place, n, _length(one, place, other, n, within)) for place in places]
        best = max(found, key=lambda run: (run.length, -run.earlier), default=None)
        if best is None or best.length < _TRACE:
            n += 1
            continue
        yield best
        n += best.length


def _index(told: Sequence[Word]) -> _Index:
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n in range(len(told) - _TRACE + 1):
        places = index[_trace(told, n)]
        if len(places) < _PLACES:
            places.append(n)
    return index


def _trace(told: Sequence[Word], n: int) -> tuple[str, ...]:
    return tuple(word.key for word in told[n : n + _TRACE])


def _length(one: Sequence[Word], place: int, other: Sequence[Word], n: int, within: bool) -> int:
    """How many words are equal from two places on; no run crosses a zone, and none within one text meets itself."""
    most = min(len(one) - place, len(other) - n)
    if within:
        most = min(most, n - place)
    for length in range(max(most, 0)):
        a, b = one[place + length], other[n + length]
        if a.key != b.key or a.zone != one[place].zone or b.zone != other[n].zone:
            return length
    return max(most, 0)


def _chains(runs: Sequence[_Run], one: Sequence[Word], other: Sequence[Word]) -> list[list[_Run]]:
    """Runs with few words between them in both texts, put together."""
    chains: list[list[_Run]] = []
    for run in runs:
        if chains and _goes_on(chains[-1][-1], run, one, other):
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def _goes_on(before: _Run, run: _Run, one: Sequence[Word], other: Sequence[Word]) -> bool:
    gaps = (run.earlier - before.earlier - before.length, run.later - before.later - before.length)
    same_zones = one[before.earlier].zone == one[run.earlier].zone and other[before.later].zone == other[run.later].zone
    return same_zones and all(0 <= gap <= _GAP for gap in gaps)


def _equal(chain: Sequence[_Run], one: Sequence[Word], other: Sequence[Word]) -> list[tuple[int, int]]:
    """The places of words that are the same, figures too."""
    places = ((run.earlier + n, run.later + n) for run in chain for n in range(run.length))
    return [(ours, theirs) for ours, theirs in places if one[ours].plain == other[theirs].plain]


def _passage(chain: Sequence[_Run], one: Sequence[Word], other: Sequence[Word]) -> Passage:
    first, last = chain[0], chain[-1]
    equal = _equal(chain, one, other)
    start, end = first.later, last.later + last.length
    return Passage(
        _span(one, first.earlier, last.earlier + last.length),
        _span(other, start, end),
        len(equal),
        tuple(_changed(sorted(set(range(start, end)) - {theirs for _, theirs in equal}), other)),
    )


def _changed(places: Sequence[int], other: Sequence[Word]) -> Iterator[Span]:
    """Runs of the words at some places."""
    for n, place in enumerate(places):
        if n == 0 or places[n - 1] != place - 1:
            begin = place
        if n == len(places) - 1 or places[n + 1] != place + 1:
            yield _span(other, begin, place + 1)


def _span(told: Sequence[Word], start: int, end: int) -> Span:
    return Span(told[start].start, told[end - 1].end)


def _share(shared: set[int], told: Sequence[Word]) -> float:
    return round(len(shared) / len(told), 3) if told else 0.0


def _figures(told: Sequence[Word]) -> set[str]:
    return {word.plain for word in told if word.key == FIGURE}
