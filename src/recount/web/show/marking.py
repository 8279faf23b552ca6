"""A report's text with every claim marked in place, however claims overlap.

Markup cannot overlap, claims can. So the text is cut wherever a claim or a field begins or ends, and each run of it
knows all the claims that it belongs to.
"""

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recount.model import Claim, Span, Text, Zone, ZoneKind


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, with the fields that were read from them."""

    words: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Some words that belong to the same claims. Claims are given by their places in the list that was marked.

    `claims` has the shortest quote first, which is the one that a reader means who points at it. `starts` holds the
    claims whose quote begins here. `shared` words stand in another report too.
    """

    pieces: tuple[Piece, ...]
    claims: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One zone of the text."""

    kind: ZoneKind
    runs: tuple[Run, ...]


def mark(text: Text, claims: Sequence[Claim], shared: Sequence[Span] = ()) -> tuple[Block, ...]:
    """The zones of a text in order, with claims and shared words marked; a claim outside the text is left out."""
    whole = Span(0, len(text.content))
    begun: set[int] = set()
    made = []
    for zone in text.zones or (Zone(ZoneKind.BODY, whole),):
        cut = runs(text.content, zone.span, claims, shared)
        made.append(Block(zone.kind, tuple(replace(run, starts=_first(run, begun)) for run in cut)))
    return tuple(made)


def runs(content: str, within: Span, claims: Sequence[Claim], shared: Sequence[Span] = ()) -> tuple[Run, ...]:
    """A stretch of text cut into runs, each with its claims."""
    waiting = sorted((claim.quote, place) for place, claim in enumerate(claims) if claim.quote.overlaps(within))
    begun: set[int] = set()
    open_: list[tuple[int, int]] = []
    made = []
    for cut in _cuts(within, [*(quote for quote, _ in waiting), *shared]):
        open_ = [(length, place) for length, place in open_ if claims[place].quote.end > cut.start]
        while waiting and waiting[0][0].start <= cut.start:
            quote, place = waiting.pop(0)
            insort(open_, (quote.end - quote.start, place))
        here = tuple(place for _, place in open_)
        run = Run(
            pieces(content, cut, [claims[place] for place in here]),
            here,
            shared=any(span.overlaps(cut) for span in shared),
        )
        made.append(replace(run, starts=_first(run, begun)))
    return tuple(made)


def _first(run: Run, begun: set[int]) -> tuple[int, ...]:
    starts = tuple(place for place in sorted(run.claims) if place not in begun)
    begun.update(starts)
    return starts


def pieces(content: str, within: Span, claims: Sequence[Claim]) -> tuple[Piece, ...]:
    """A stretch of text cut where the words begin and end that some claims' fields were read from."""
    marks = [mark for claim in claims for mark in claim.marks if mark.span.overlaps(within)]
    return tuple(
        Piece(cut.of(content), tuple(sorted({mark.field for mark in marks if mark.span.overlaps(cut)})))
        for cut in _cuts(within, (mark.span for mark in marks))
    )


def _cuts(within: Span, spans: Iterable[Span]) -> list[Span]:
    ends = {within.start, within.end}
    for span in spans:
        ends.update(end for end in (span.start, span.end) if within.start < end < within.end)
    points = sorted(ends)
    return [Span(start, end) for start, end in pairwise(points)]
