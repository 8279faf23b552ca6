"""Sentences of a text with their places in it."""

from collections.abc import Iterator

import sentencex

from recount.model import Span

# A wire report's first paragraph may run on for pages; a sentence longer than this is cut so that no rule looks
# further than a reader would.
LONGEST = 1200


def sentences(text: str, span: Span, language: str = "en") -> Iterator[Span]:
    """The sentences inside a span, without the white space around them.

    A line break always ends a sentence: in pages as they come off the web, headlines and captions have no full stop.
    """
    start = span.start
    for line in text[span.start : span.end].split("\n"):
        if line.strip():
            yield from _of_line(text, Span(start, start + len(line)), language)
        start += len(line) + 1


def _of_line(text: str, line: Span, language: str) -> Iterator[Span]:
    position = line.start
    for piece in sentencex.segment(language, text[line.start : line.end]):
        start = text.find(piece.strip(), position, line.end)
        if start < 0 or not piece.strip():
            continue
        position = start + len(piece.strip())
        for cut in range(start, position, LONGEST):
            yield Span(cut, min(cut + LONGEST, position))
