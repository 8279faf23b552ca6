"""Sentences of a text with their places in it."""

import re
from collections.abc import Iterable, Iterator

import sentencex

from recount.model import Span

# A wire report's first paragraph may run on for pages; a sentence longer than this is cut so that no rule looks
# further than a reader would.
LONGEST = 1200
# A credit opens a sentence, or follows other brackets.
_CREDIT = re.compile(r"(?:^|\)\s*)\([A-Z][^()]{2,60}\)(?=\s+[\"“A-Z])")
# May is a month and no abbreviation of one.
_MAY = re.compile(r"(?<=\d May\.)\s+(?=[\"“A-Z])")
# An hour is told with its day: "at 4:30 p.m. Thursday".
_HOUR = re.compile(r"\b[ap]\.m\.$")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def sentences(text: str, span: Span, language: str = "en") -> Iterator[Span]:
    """The sentences inside a span, without the white space around them.

    A line break always ends a sentence: in pages as they come off the web, headlines and captions have no full stop.
    """
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        if line.strip():
            yield from _of_line(text, Span(start, start + len(line)), language)
        start += len(line) + 1


def _without_credit(piece: str) -> list[str]:
    """A piece parted behind the credit of a picture, which stands in brackets before a story that goes on.

    >>> _without_credit("(Valley Courier) Two men were killed.")
    ['(Valley Courier)', 'Two men were killed.']
    """
    credit = _CREDIT.search(piece)
    return [piece] if credit is None else [piece[: credit.end()], piece[credit.end() :].lstrip()]


def _with_days(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces, those that were cut between an hour and its day put together again.

    >>> list(_with_days(["It fell at 4:30 p.m. ", "Thursday in Tarsk."]))
    ['It fell at 4:30 p.m. Thursday in Tarsk.']
    """
    held = ""
    for piece in pieces:
        if held and not (_HOUR.search(held.rstrip()) and _DAY.match(piece.lstrip())):
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _of_line(text: str, line: Span, language: str) -> Iterator[Span]:
    position = line.start
    told = _with_days(sentencex.segment(language, text[line.start : line.end]))
    for piece in (part for whole in told for cut in _MAY.split(whole) for part in _without_credit(cut.strip())):
        start = text.find(piece.strip(), position, line.end)
        if start < 0 or not piece.strip():
            continue
        position = start + len(piece.strip())
        for cut in range(start, position, LONGEST):
            yield Span(cut, min(cut + LONGEST, position))
