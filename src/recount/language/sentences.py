"""Sentences of a text with their places in it."""

import re
from collections.abc import Iterator

import sentencex

from recount.model import Span

# A wire report's first paragraph may run on for pages; a sentence longer than this is cut so that no rule looks
# further than a reader would.
LONGEST = 1200
# A credit opens a sentence, or follows other brackets.
_CREDIT = re.compile(r"(?:^|\)\s*)\([A-Z][^()]{2,60}\)(?=\s+[\"“A-Z])")


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


def _of_line(text: str, line: Span, language: str) -> Iterator[Span]:
    position = line.start
    told = sentencex.segment(language, text[line.start : line.end])
    for piece in (part for whole in told for part in _without_credit(whole.strip())):
        start = text.find(piece.strip(), position, line.end)
        if start < 0 or not piece.strip():
            continue
        position = start + len(piece.strip())
        for cut in range(start, position, LONGEST):
            yield Span(cut, min(cut + LONGEST, position))
