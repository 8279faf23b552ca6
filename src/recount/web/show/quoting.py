"""A claim's words within their sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recount.language.sentences import sentences
from recount.model import Claim, Field, Mark, Span, Text
from recount.web.show.marking import Piece, Run, pieces, runs

LONGEST = 400
"""Code points of context kept before and after a quote: a sentence may fill a page."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote with what stands before and after it in its sentence, and the words that fields were read from.

    `found` says whether the text still has it; `elsewhere` are fields with words that stand outside the sentence.
    """

    lead: tuple[Piece, ...]
    quote: Run
    tail: tuple[Piece, ...]
    found: bool = True
    elsewhere: tuple[tuple[str, str], ...] = ()

    @property
    def before(self) -> str:
        """The words before it."""
        return "".join(piece.words for piece in self.lead)

    @property
    def after(self) -> str:
        """The words after it."""
        return "".join(piece.words for piece in self.tail)


def quoted(claim: Claim, text: Text | None) -> Quoted:
    """A claim's quote within its sentence, or alone where the report's text does not have it there."""
    if text is None or claim.quote.of(text.content) != claim.words:
        return Quoted((), Run((Piece(claim.words),), (0,)), (), found=False)
    around, shown = sentence(text.content, claim.quote), all_marked(claim)
    marked = runs(text.content, claim.quote, (shown,))
    return Quoted(
        lead=_before(text.content, Span(around.start, claim.quote.start), shown),
        quote=marked[0] if marked else Run((Piece(claim.words),), (0,)),
        tail=_after(text.content, Span(claim.quote.end, around.end), shown),
        elsewhere=tuple(_elsewhere(text.content, around, shown)),
    )


def all_marked(claim: Claim) -> Claim:
    """With the words of counts, places and sources as marks too, so that all is seen that was read."""
    marks = [Mark(Field.COUNTS.value, count.span) for count in claim.counts]
    marks += [Mark(Field.WHERE.value, place.span) for place in claim.where]
    marks += [Mark(Field.SOURCES.value, source.span) for chain in claim.chains for source in chain]
    return replace(claim, marks=tuple(dict.fromkeys((*claim.marks, *marks))))


def _before(content: str, within: Span, claim: Claim) -> tuple[Piece, ...]:
    if within.end - within.start <= LONGEST:
        return pieces(content, within, (claim,)) if within.end > within.start else ()
    cut = content.find(" ", within.end - LONGEST, within.end) + 1
    return (Piece("… "), *pieces(content, Span(cut or within.end - LONGEST, within.end), (claim,)))


def _after(content: str, within: Span, claim: Claim) -> tuple[Piece, ...]:
    if within.end - within.start <= LONGEST:
        return pieces(content, within, (claim,)) if within.end > within.start else ()
    cut = content.rfind(" ", within.start, within.start + LONGEST)
    end = cut if cut > within.start else within.start + LONGEST
    return (*pieces(content, Span(within.start, end), (claim,)), Piece(" …"))


def _elsewhere(content: str, around: Span, claim: Claim) -> Iterator[tuple[str, str]]:
    told = {(mark.field, mark.span.of(content).strip()) for mark in claim.marks if not mark.span.overlaps(around)}
    yield from ((field, words) for field, words in sorted(told) if words)


def shortened(words: str) -> str:
    """A quote for a list, cut where it is long."""
    return _cut_right(words)


def sentence(content: str, quote: Span) -> Span:
    """The sentence around a quote, or the sentences where it runs over several."""
    # Only as much of the line is looked at as could be shown: a whole story may stand on one.
    first = max(content.rfind("\n", 0, quote.start) + 1, quote.start - 2 * LONGEST)
    end = content.find("\n", quote.end, quote.end + 2 * LONGEST)
    line = Span(first, min(len(content), quote.end + 2 * LONGEST) if end < 0 else end)
    touched = [span for span in sentences(content, line) if span.overlaps(quote)]
    if not touched:
        return quote
    return Span(min(quote.start, touched[0].start), max(quote.end, touched[-1].end))


def _cut_right(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
