"""People who are counted again: a later sentence tells the same people with another figure, or part by part."""

from collections.abc import Sequence
from dataclasses import replace

from recount.extract.telling import added, fate
from recount.model import Claim, Count, Outcome, Vague

# Those of whom a report first tells how many there were, and then how it went.
_TOLD_TWICE = (Outcome.DETAINED, Outcome.KILLED)
# Words that stand for more people than two.
_PLURAL = (Vague.SEVERAL, Vague.MANY, Vague.DOZENS, Vague.SCORES, Vague.HUNDREDS, Vague.THOUSANDS)


def counted_again(one: Claim, other: Claim) -> bool:
    """Whether a later claim counts people of an earlier one again: "detained several suspects", then "four of them".

    Of the two, one has a word for the figure of the other, or their figures are equal when summed: "four suspects",
    then "the commander and three suspects". Of the dead, both have the same word.
    """
    return any(_of_one_fate(one, other, outcome) for outcome in _TOLD_TWICE)


def _of_one_fate(one: Claim, other: Claim, outcome: Outcome) -> bool:
    before, again = _wholes(one, outcome), _wholes(other, outcome)
    if not before or not again or len(again) < sum(c.part_of is None for c in other.counts):
        return False
    total = _sum(again)
    if len(again) > 1 and total is not None:
        return total == _sum(before) != 0 or (len(before) == 1 and before[0].vague in _PLURAL)
    if any(added(other, count) for count in again):
        return False
    if outcome is Outcome.KILLED:
        # Fighting kills some and then others, so another word or figure is of others.
        return [c.vague for c in before] == [c.vague for c in again] and again[0].vague in _PLURAL
    if all(c.vague is not None for c in again):
        return _may_be_several(before) or not any(c.vague in _PLURAL for c in again)
    return len(before) == len(again) == 1 and before[0].vague is not None


def _wholes(claim: Claim, outcome: Outcome) -> list[Count]:
    return [c for c in claim.counts if c.part_of is None and fate(c.outcome) is outcome]


def _may_be_several(counts: Sequence[Count]) -> bool:
    """Whether a word for several people may stand for some that were counted: not for one or two."""
    total = _sum(counts)
    return total is None or total > 2


def _sum(counts: Sequence[Count]) -> int | None:
    """All people of some counts that have one figure each."""
    figures = [c.low for c in counts if c.low is not None and c.low == c.high]
    return sum(figures) if len(figures) == len(counts) else None


def filled(one: Claim, other: Claim) -> Claim:
    """The earlier claim with the figure of the later one in the place of a word."""
    figures = [c for c in other.counts if c.part_of is None and c.vague is None]
    if not figures:
        return one
    told = fate(figures[0].outcome)
    counts: list[Count] = []
    for count in one.counts:
        stands_for = fate(count.outcome) is told and count.vague is not None and count.part_of is None
        counts += figures if stands_for else [count]
    return replace(one, counts=tuple(counts)) if len(figures) == 1 else one
