"""Two versions of a report side by side: its paragraphs, with the words that changed between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from recount.model import Span, Text, Zone, ZoneKind

ALIKE = 0.5
"""From which likeness on two paragraphs are one that was changed, and not one that went and another that came."""
LONGEST = 3000
"""Words of a paragraph that are compared one by one; of a longer one, all words count as changed."""
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Kind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one version; `changed` ones are not in the other."""

    words: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph where it stands in its version; page furniture is grey."""

    span: Span
    words: str
    furniture: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of both versions, or of one of them."""

    kind: Kind
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    furniture: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs in a row of which all are the same, or none is."""

    same: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of a text: its paragraphs in stretches, how many of each kind, and where the later has new words."""

    stretches: tuple[Stretch, ...]
    counts: dict[Kind, int]
    new: tuple[Span, ...]


def difference(before: Text, after: Text) -> Difference:
    """An earlier and a later text of one report, paragraph by paragraph."""
    paired = list(_paired(_paragraphs(before), _paragraphs(after)))
    rows: list[Row] = []
    new: list[Span] = []
    for old, now in paired:
        row = _row(old, now)
        rows.append(row)
        if now is not None:
            new += _new(now.span.start, row.after)
    counts = {kind: sum(row.kind is kind for row in rows) for kind in Kind}
    return Difference(tuple(_stretches(rows)), counts, tuple(new))


def _paragraphs(text: Text) -> list[Paragraph]:
    made, at = [], 0
    for line in text.content.split("\n"):
        start = at + len(line) - len(line.lstrip())
        if words := line.strip():
            span = Span(start, start + len(words))
            made.append(Paragraph(span, words, _is_furniture(text.zones, span)))
        at += len(line) + 1
    return made


def _is_furniture(zones: Sequence[Zone], span: Span) -> bool:
    return any(zone.kind is ZoneKind.FURNITURE and zone.span.overlaps(span) for zone in zones)


Pair = tuple[Paragraph | None, Paragraph | None]


def _paired(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Pair]:
    """The paragraphs of both in order, those that are one beside each other."""
    matcher = SequenceMatcher(None, [one.words for one in before], [one.words for one in after], autojunk=False)
    for kind, first, last, at, end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(before[first:last], after[at:end], strict=True)
        else:
            yield from _matched(before[first:last], after[at:end])


def _matched(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Pair]:
    """Paragraphs that changed: each with the first one behind the last match that is like it."""
    at = 0
    for old in before:
        found = next((place for place in range(at, len(after)) if _alike(old.words, after[place].words)), None)
        if found is None:
            yield old, None
            continue
        yield from ((None, now) for now in after[at:found])
        yield old, after[found]
        at = found + 1
    yield from ((None, now) for now in after[at:])


def _alike(old: str, now: str) -> bool:
    matcher = SequenceMatcher(None, _words(old)[:LONGEST], _words(now)[:LONGEST], autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _row(old: Paragraph | None, now: Paragraph | None) -> Row:
    furniture = all(one.furniture for one in (old, now) if one is not None)
    if old is None or now is None:
        only = tuple(() if one is None else (Piece(one.words, True),) for one in (old, now))
        return Row(Kind.COME if old is None else Kind.GONE, only[0], only[1], furniture)
    if old.words == now.words:
        return Row(Kind.SAME, (Piece(old.words, False),), (Piece(now.words, False),), furniture)
    return Row(Kind.CHANGED, *_changed(_words(old.words), _words(now.words)), furniture)


def _changed(old: Sequence[str], now: Sequence[str]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if max(len(old), len(now)) > LONGEST:
        return (Piece("".join(old), True),), (Piece("".join(now), True),)
    left, right = [], []
    for kind, first, last, at, end in SequenceMatcher(None, old, now, autojunk=False).get_opcodes():
        left.append(Piece("".join(old[first:last]), kind != "equal"))
        right.append(Piece("".join(now[at:end]), kind != "equal"))
    return tuple(one for one in left if one.words), tuple(one for one in right if one.words)


def _words(line: str) -> list[str]:
    return _WORD.findall(line)


def _new(start: int, pieces: Sequence[Piece]) -> Iterator[Span]:
    for piece in pieces:
        if piece.changed:
            yield Span(start, start + len(piece.words))
        start += len(piece.words)


def _stretches(rows: Sequence[Row]) -> Iterator[Stretch]:
    held: list[Row] = []
    for row in rows:
        if held and (held[-1].kind is Kind.SAME) != (row.kind is Kind.SAME):
            yield Stretch(held[-1].kind is Kind.SAME, tuple(held))
            held = []
        held.append(row)
    if held:
        yield Stretch(held[-1].kind is Kind.SAME, tuple(held))
