"""The claims behind an incident's part in a sum, and those that are passed over, each with the reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from recount.model import Assertion, Byline, CountedIncident, Outcome, Step, Told
from recount.tally.history import history

DENIED = "It denies the event, and adds no figure."
PROJECTED = "It tells of what may come."
LATER = "Its origin told a later figure."
AGAIN = "Its origin told the same figure again."
INCLUDED = "A later or larger figure of its origin has these people in it."
PART = "It is a part of a whole, which it bounds and is never added to."
SEVERAL = "It covers several episodes, and single ones are told."
NO_FIGURE = "It tells no figure."


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A claim that gives a sum nothing, or no more than a bound, and why."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Behind:
    """One incident's part in a sum of one outcome, and the claims that its figures stand in."""

    incident: str
    outcome: Outcome
    min: int | None
    best: int | None
    max: int | None
    claims: tuple[str, ...]
    passed_over: tuple[PassedOver, ...]


def behind(counted: CountedIncident, outcome: Outcome, bylines: Mapping[str, Byline]) -> Behind:
    """What an incident gives to a sum of one outcome. Each of its claims gives a figure, or is passed over."""
    toll = counted.toll(outcome)
    told = [one for one in history(counted.incident, bylines) if one.figure.outcome is outcome]
    giving = tuple(dict.fromkeys(one.figure.claim for one in told if one.stands and not one.figure.part))
    reasons = dict(_without(counted, told, giving))
    return Behind(
        counted.incident.id,
        outcome,
        None if toll is None else toll.min,
        None if toll is None else toll.best,
        None if toll is None else toll.max,
        giving,
        tuple(PassedOver(claim, reason) for claim, reason in reasons.items()),
    )


def _without(counted: CountedIncident, told: list[Told], giving: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    incident = counted.incident
    last = {one.figure.claim: one for one in told if one.figure.claim not in giving}
    for claim in incident.claims:
        if claim.id in giving:
            continue
        if claim.assertion is Assertion.PROJECTED:
            yield claim.id, PROJECTED
        elif claim.id in last:
            yield claim.id, _reason(last[claim.id], told)
        else:
            yield claim.id, NO_FIGURE
    yield from ((denial.id, DENIED) for denial in incident.denials)


def _reason(one: Told, told: list[Told]) -> str:
    if one.step is Step.SEVERAL:
        return SEVERAL
    if one.stands:
        return PART
    later = told[told.index(one) + 1 :]
    alike = [other for other in later if _alike(one, other)]
    if not alike:
        return INCLUDED
    return AGAIN if _number(alike[-1]) == _number(one) else LATER


def _alike(one: Told, other: Told) -> bool:
    ours, theirs = one.figure, other.figure
    return (ours.origin, ours.who, one.side) == (theirs.origin, theirs.who, other.side)


def _number(one: Told) -> tuple[int | None, int | None, str | None]:
    return (one.figure.low, one.figure.high, one.figure.vague)
