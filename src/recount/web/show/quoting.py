"""A claim's words within their sentence."""

from dataclasses import dataclass

from recount.language.sentences import sentences
from recount.model import Claim, Span, Text
from recount.web.show.marking import Piece, Run, runs

LONGEST = 400
"""Code points of context kept before and after a quote: a sentence may fill a page."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote with what stands before and after it in its sentence. `found` says whether the text still has it."""

    before: str
    quote: Run
    after: str
    found: bool = True


def quoted(claim: Claim, text: Text | None) -> Quoted:
    """A claim's quote within its sentence, or alone where the report's text does not have it there."""
    if text is None or claim.quote.of(text.content) != claim.words:
        return Quoted("", Run((Piece(claim.words),), (0,)), "", found=False)
    around = sentence(text.content, claim.quote)
    marked = runs(text.content, claim.quote, (claim,))
    return Quoted(
        before=_cut_left(text.content[around.start : claim.quote.start]),
        quote=marked[0] if marked else Run((Piece(claim.words),), (0,)),
        after=_cut_right(text.content[claim.quote.end : around.end]),
    )


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


def _cut_left(words: str) -> str:
    return words if len(words) <= LONGEST else "… " + words[-LONGEST:].split(" ", 1)[-1]


def _cut_right(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
