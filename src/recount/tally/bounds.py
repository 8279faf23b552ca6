"""From what each origin says to minimum, best and maximum."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recount.model import Count, Vague
from recount.tally.latest import Latest, sure_least, tells_figure
from recount.tally.policy import Best, Least, Most, Policy


@dataclass(frozen=True, slots=True)
class Whole:
    """How many people one origin tells of in all; a bound that it leaves open is absent."""

    low: int | None
    high: int | None

    @property
    def point(self) -> int | None:
        """The one number that it names, "at least" or not; none for a span."""
        return self.low if self.high in (self.low, None) else None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The three figures of a toll."""

    min: int | None
    best: int | None
    max: int | None


def whole(told: Latest, vague: Mapping[Vague, int]) -> Whole | None:
    """An origin's whole: distinct people added, parts only a bound from below. None where it says no figure.

    Where one of the wholes has no upper bound, the sum has none. Where two may share people, the lower bound counts
    the larger one alone and the upper one both.
    """
    every = (*told.wholes, *told.parts)
    if not any(tells_figure(one.count) for one in every):
        return None
    lows = {one: low for one in every if (low := _low(one.count, vague)) is not None}
    highs = [one.count.high for one in told.wholes]
    high = None if None in highs else sum(high for high in highs if high is not None)
    least, of_parts = sure_least(told.wholes, lows), sure_least(told.parts, lows)
    if of_parts is not None and (high is None or of_parts <= high):
        least = max(least or 0, of_parts)
    return Whole(least, high)


def _low(count: Count, vague: Mapping[Vague, int]) -> int | None:
    if count.low is not None or count.high is not None or count.vague is None:
        return count.low
    return vague.get(count.vague)


def bounds(wholes: Sequence[Whole], policy: Policy) -> Bounds:
    """Minimum, best and maximum of what several origins say, under a policy."""
    return Bounds(
        _lowest(wholes) if policy.min is Least.LOWEST else None,
        _best(wholes, policy.best),
        _highest(wholes) if policy.max is Most.HIGHEST else None,
    )


def _lowest(wholes: Sequence[Whole]) -> int | None:
    """The lowest lower bound; none where an origin says that it was fewer, without saying how few at least."""
    least = min((one.low for one in wholes if one.low is not None), default=None)
    fewer = least is not None and any(one.high is not None and one.high < least for one in wholes)
    return None if fewer else least


def _highest(wholes: Sequence[Whole]) -> int | None:
    highs = [one.high for one in wholes]
    return None if None in highs else max((high for high in highs if high is not None), default=None)


def _best(wholes: Sequence[Whole], rule: Best) -> int | None:
    points = Counter(one.point for one in wholes if one.point is not None)
    if rule is Best.AGREED:
        exact = {one.high if one.high == one.low else None for one in wholes}
        return exact.pop() if len(exact) == 1 else None
    if rule is Best.MOST_TOLD:
        return min(points, key=lambda point: (-points[point], point), default=None)
    if rule is Best.LOWEST:
        return _lowest(wholes)
    if rule is Best.HIGHEST:
        numbers = [one.low if one.high is None else one.high for one in wholes]
        return max((number for number in numbers if number is not None), default=None)
    return None
