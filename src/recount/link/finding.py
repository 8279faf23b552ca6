"""The claims that judgements speak of, found again among those that are read now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recount.model import Claim, Span, Subject, Text

# A claim that shares less than this of the words judged, or of its own, is a neighbour and not the one meant.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Finder:
    """Claims by their report, with the texts that they stand in now, as far as judgements need them."""

    by_report: Mapping[str, Sequence[Claim]]
    texts: Mapping[str, Text]

    @classmethod
    def over(cls, claims: Iterable[Claim], texts: Mapping[str, Text]) -> "Finder":
        """Over all claims of a record."""
        by_report: dict[str, list[Claim]] = {}
        for claim in claims:
            by_report.setdefault(claim.report, []).append(claim)
        return cls(by_report, texts)

    def find(self, subject: Subject) -> Claim | None:
        """The claim that a judgement speaks of: the one whose words cover most of those judged, nearest its place.

        None where no claim covers half of them: a neighbour must not be taken for it.
        """
        claims = self.by_report.get(subject.report)
        if not claims:
            return None
        at = now(subject, self.texts.get(subject.report))
        if at is None:
            alike = [claim for claim in claims if _same_words(claim, subject)]
            return alike[0] if len(alike) == 1 else None
        moved = at.start - subject.start
        others = {place + moved for place in subject.beside}
        meant = [claim for claim in claims if _covered(claim, at) and claim.anchor.start not in others]
        expected = _anchor(subject) + moved
        return min(meant, key=lambda claim: (abs(claim.anchor.start - expected), -_shared(claim, at)), default=None)


def now(subject: Subject, text: Text | None) -> Span | None:
    """Where the words judged stand in a text as it is now; None where it does not have them any more.

    Of several places the one is taken around which most of the same words stand, then the nearest to the former one.
    """
    if not subject.quote:
        return None
    if text is None or text.hash == subject.text:
        return Span(subject.start, subject.start + len(subject.quote))
    places = list(_places(subject.quote, text.content))
    if not places:
        return None
    start = max(places, key=lambda place: (_context(subject, text.content, place), -abs(place - subject.start)))
    return Span(start, start + len(subject.quote))


def _places(quote: str, content: str) -> Iterable[int]:
    start = content.find(quote)
    while start >= 0:
        yield start
        start = content.find(quote, start + 1)


def _context(subject: Subject, content: str, start: int) -> int:
    """How many code points around the words are those that stood around them."""
    end = start + len(subject.quote)
    before = content[max(0, start - len(subject.before)) : start]
    after = content[end : end + len(subject.after)]
    return _alike(reversed(before), reversed(subject.before)) + _alike(after, subject.after)


def _alike(ours: Iterable[str], theirs: Iterable[str]) -> int:
    same = 0
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            break
        same += 1
    return same


def _shared(claim: Claim, at: Span) -> int:
    return max(0, min(at.end, claim.quote.end) - max(at.start, claim.quote.start))


def _covered(claim: Claim, at: Span) -> bool:
    shorter = min(at.end - at.start, claim.quote.end - claim.quote.start)
    return _shared(claim, at) >= max(1, _ENOUGH * shorter)


def _same_words(claim: Claim, subject: Subject) -> bool:
    """Whether one's words are within the other's, however white space and capitals changed in a repaired text."""
    ours, theirs = _plain(claim.words), _plain(subject.quote)
    return bool(theirs) and (theirs in ours or ours in theirs)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _anchor(subject: Subject) -> int:
    """Where the figure of the claim stood, which its id ends with."""
    place = subject.claim.rpartition("@")[2]
    return int(place) if place.isdecimal() else subject.start
