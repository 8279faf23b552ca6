"""A claim as one sentence tells it, and what of two such tellings is alike."""

from dataclasses import dataclass

from recount.extract.counted import HARM
from recount.language.en.quantities import adds
from recount.language.folding import same_name
from recount.model import Chain, Claim, Count, Outcome

# So few people are killed or hurt in several places of one report: the figure alone does not make two facts one.
FEW = 3


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim as one sentence tells it, and which of its place, event and day that sentence tells itself.

    `fineness` is how exact its place is: 0 for a site, more for what is wider. `again` says that its event is told as
    one that was told before: "the strike hit the quarter of …". `apart` marks one of several tolls that its sentence
    tells, each of a place of its own. `within` marks one whose people are all told as parts of those before,
    `listed` one whose people of one outcome are told by one word: "killed two guards and a driver".
    `sentence` is where its sentence begins.
    `passing` marks one that only tells who is blamed for a deed told before, or denies it.
    """

    claim: Claim
    own_place: bool
    own_event: bool
    own_day: bool
    fineness: int = 0
    again: bool = False
    apart: bool = False
    within: bool = False
    listed: bool = False
    passing: bool = False
    sentence: int = 0


def alike(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one scope and status, and not on the word of different bodies."""
    return one.scope is other.scope and one.assertion is other.assertion and not sources_apart(one, other)


def sources_apart(one: Claim, other: Claim) -> bool:
    """Whether two sources tell of two things: a second one that has the very same toll only confirms it (GUIDE)."""
    confirmed = figures(one) == figures(other) and any(number >= FEW for _, number in figures(one))
    return other_bodies(one.chains, other.chains) and not confirmed


def other_bodies(some: tuple[Chain, ...], others: tuple[Chain, ...]) -> bool:
    """Whether bodies speak in both, and none of them in the other."""
    ours, theirs = ({s.identifiable for chain in chains for s in chain} - {None} for chains in (some, others))
    return bool(ours and theirs and not ours & theirs)


def fate(outcome: Outcome) -> Outcome:
    """What befell people, whichever of two words tells it: who is captured is detained."""
    return Outcome.DETAINED if outcome is Outcome.CAPTURED else outcome


def added(claim: Claim, count: Count) -> bool:
    """Whether a claim counts people beside those told before, who are never the same: "two additional suspects", "four
    fighters were also killed"."""
    start = max(0, count.span.start - claim.quote.start)
    end = count.span.end - claim.quote.start
    near = (*claim.words[:start].lower().split()[-2:], *claim.words[end:].lower().split()[:2])
    also = count.outcome in HARM and "also" in near
    return also or adds(claim.words[start:end])


def figures(claim: Claim) -> set[tuple[str, int]]:
    """Outcome and number of each count that is no part and has a number."""
    return {
        (fate(c.outcome).value, number)
        for c in claim.counts
        if c.part_of is None and not added(claim, c) and (number := c.low if c.low is not None else c.high) is not None
    }


def other_sides(one: Claim, other: Claim) -> bool:
    """Whether the dead of one are of who killed the other's: "rebels killed four guards", "four rebels died"."""
    ours, theirs = (
        {c.side for c in claim.counts if c.part_of is None and c.outcome is Outcome.KILLED} for claim in (one, other)
    )
    return not ours & theirs and not (ours.isdisjoint(other.by) and theirs.isdisjoint(one.by))


def same_places(one: Claim, other: Claim) -> bool:
    """Whether two claims name a place in common."""
    return any(same_name(a.name, b.name) for a in one.where for b in other.where)


def other_days(one: Telling, other: Telling) -> bool:
    """Whether each tells its own day, and in other words."""
    days = [{mark.span for mark in telling.claim.marks if mark.field == "when"} for telling in (one, other)]
    return one.own_day and other.own_day and not days[0] & days[1]
