"""On whose word a claim rests, and when that word was first given, where its report has it from an earlier one."""

from collections.abc import Iterator, Mapping

from recount.model.claim import Claim
from recount.model.report import Byline, Carried
from recount.model.span import Span

# A quote may reach a word or two beyond what is carried: an "also", a name put in.
_MOST = 0.8


def original(report: str, bylines: Mapping[str, Byline]) -> Byline:
    """The byline of a report; of a copy, that of the report that it copies."""
    own = bylines.get(report, Byline(report))
    return own if own.copy_of is None else bylines.get(own.copy_of, own)


def rests_on(claim: Claim, bylines: Mapping[str, Byline]) -> Byline:
    """The byline on which a claim rests that names no source of its own.

    That of its report, of the report that this one copies, or of the earliest one that it has the claim's passage from,
    also where a figure in it was changed since.
    """
    for one in _carried(claim, bylines):
        return original(one.report, bylines)
    return original(claim.report, bylines)


def first_told(claim: Claim, bylines: Mapping[str, Byline]) -> Byline:
    """The byline of the report in which a claim's words first stood as they are; a changed figure is told anew."""
    for one in _carried(claim, bylines):
        if not any(changed.overlaps(claim.quote) for changed in one.changed):
            return original(one.report, bylines)
    return original(claim.report, bylines)


def origins_of(claim: Claim, bylines: Mapping[str, Byline]) -> tuple[str, ...]:
    """On whose word a claim rests: the first identifiable body of each chain, else the outlet that it rests on."""
    return claim.origins(rests_on(claim, bylines))


def _carried(claim: Claim, bylines: Mapping[str, Byline]) -> Iterator[Carried]:
    """The passages that hold a claim, those of the earliest report first; a copy's passages are all the original's."""
    own = bylines.get(claim.report)
    if own is not None and own.copy_of is None:
        for one in own.carried:
            if one.report in bylines and one.span.overlaps(claim.anchor) and _holds(one.span, claim.quote):
                yield one


def _holds(passage: Span, quote: Span) -> bool:
    inside = min(passage.end, quote.end) - max(passage.start, quote.start)
    return inside >= _MOST * (quote.end - quote.start)
