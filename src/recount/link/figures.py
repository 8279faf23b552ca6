"""Whether the figures of two claims may be those of one event."""

import math

from recount.link.features import Features
from recount.link.weighing import Evidence, points, weigh
from recount.model import Outcome

# The least and the most of a figure, where told.
Bounds = tuple[int | None, int | None]

# A toll is corrected upwards as bodies are found, but seldom to more than twice as many.
_CORRECTED, _FAR_APART = 2.0, 4.0


def tolls(one: Features, other: Features) -> Evidence | None:
    """Whether the figures agree: the same number speaks for one event, the more so the larger it is."""
    shared = [_figures(outcome, one, other) for outcome in one.numbers if outcome in other.numbers]
    told = [evidence for evidence in shared if evidence is not None]
    if not told:
        return None
    return max(told, key=lambda evidence: evidence.points)


def _figures(outcome: Outcome, one: Features, other: Features) -> Evidence | None:
    ours, theirs = one.numbers[outcome], other.numbers[outcome]
    numbers = _common(ours, theirs)
    what = _named(outcome)
    if numbers:
        number = max(numbers)
        more = points("tolls", "each_factor_of_ten") * math.log10(max(number, 1))
        return Evidence(points("tolls", "same_number") * (number > 1) + more, f"both tell {number} {what}")
    larger, smaller = max(_told(ours), _told(theirs)), min(_told(ours), _told(theirs))
    if may_be_one(ours, theirs):
        if larger > _FAR_APART * max(smaller, 1):
            return weigh("tolls", "bounds_far_apart", f"{smaller} and {larger} {what} are hardly the same")
        return weigh("tolls", "within_bounds", f"their numbers of {what} may be the same")
    if larger > _FAR_APART * max(smaller, 1):
        return weigh("tolls", "far_apart", f"{smaller} and {larger} {what} are far apart")
    if larger > _CORRECTED * max(smaller, 1):
        return weigh("tolls", "differ", f"{smaller} and {larger} {what} differ")
    return None


def totals(one: Features, other: Features) -> Evidence | None:
    """Whether one tells a far larger figure over more days: rather a total of several events than this one's toll."""
    ours, theirs = (math.inf if features.width is None else features.width for features in (one, other))
    if ours == theirs:
        return None
    wider, narrower = (one, other) if ours > theirs else (other, one)
    for outcome in wider.numbers.keys() & narrower.numbers.keys():
        total, part = _told(wider.numbers[outcome]), _told(narrower.numbers[outcome])
        if total > _CORRECTED * max(part, 1):
            what = _named(outcome)
            return weigh("tolls", "over_more_days", f"{total} {what} over more days may be a total of several events")
    return None


def may_be_one(ours: Bounds, theirs: Bounds) -> bool:
    """Whether one number lies within both bounds."""
    low = max(0 if least is None else least for least, _ in (ours, theirs))
    return low <= min(math.inf if most is None else most for _, most in (ours, theirs))


def _named(outcome: Outcome) -> str:
    return outcome.value.replace("_", " or ")


def _common(ours: Bounds, theirs: Bounds) -> set[int]:
    return {n for n in ours if n is not None} & {n for n in theirs if n is not None}


def _told(bounds: Bounds) -> int:
    return max(n for n in (*bounds, 0) if n is not None)


def contradict(one: Features, other: Features) -> bool:
    """Whether both give a number for one outcome, these cannot be the same, and neither is a part of the other."""
    return any(
        not may_be_one(ours, other.numbers[outcome]) and not _may_be_part(outcome, one, other)
        for outcome, ours in one.numbers.items()
        if outcome in other.numbers
    )


def _may_be_part(outcome: Outcome, one: Features, other: Features) -> bool:
    """Whether the smaller figure is told as a part, or counts children, women or men alone, and the larger does not."""
    smaller, larger = sorted((one, other), key=lambda features: _told(features.numbers[outcome]))
    return smaller.part or (smaller.one_group(outcome) and not larger.one_group(outcome))
