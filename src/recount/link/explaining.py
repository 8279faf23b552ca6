"""Why two claims, and the incidents that hold them, are one or two, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from recount.link.blocking import Keyed
from recount.link.clustering import as_a_whole, least
from recount.link.comparisons import OF_A_DENIAL, OF_ONE_EVENT, compare
from recount.link.features import Features
from recount.link.weighing import Evidence, forbids, shown, threshold, total
from recount.model import Assertion, Claim, Scope


@dataclass(frozen=True, slots=True)
class Compared:
    """Two claims with what speaks for and against their telling of one event, and the points that would join them.

    `met` says whether linking compares them at all.
    """

    first: str
    second: str
    evidence: tuple[Evidence, ...]
    needed: float
    met: bool

    @property
    def points(self) -> float:
        """All points together."""
        return total(self.evidence)

    @property
    def shown(self) -> str:
        """All points together, for people."""
        return shown(self.points)

    @property
    def enough(self) -> bool:
        """Whether the two alone suffice to be put together."""
        return self.points >= self.needed


@dataclass(frozen=True, slots=True)
class Sides:
    """The claims that two claims are together with; where both are in one incident, `theirs` is empty."""

    ours: Sequence[Features]
    theirs: Sequence[Features] = ()


def compared(one: Features, other: Features) -> Compared:
    """Everything that speaks for and against two claims."""
    denial = Assertion.DENIED in (one.claim.assertion, other.claim.assertion)
    evidence = compare(one, other, OF_A_DENIAL if denial else OF_ONE_EVENT)
    needed = threshold("doubtful" if denial else "together")
    return Compared(one.claim.id, other.claim.id, evidence, needed, Keyed(one).meets(Keyed(other), frozenset()))


def strongest(sides: Sides) -> tuple[Features, Features]:
    """Of two incidents, the claims that speak most for their being one."""
    between = product(sides.ours, sides.theirs) if sides.theirs else combinations(sides.ours, 2)
    return max(between, key=lambda pair: (_points(*pair), pair[1].claim.key, pair[0].claim.key))


def grounds(one: Features, other: Features, sides: Sides) -> Iterator[str]:
    """Why the claims are together, or apart, where no person decided it; the pair itself first, then the whole."""
    pair = compared(one, other)
    loose = [why for claim in (one.claim, other.claim) if (why := _loose(claim)) is not None]
    if loose:
        yield from loose
    elif sides.theirs:
        yield from _apart(pair, one, other, sides)
    else:
        yield from _together(pair, one, other, sides.ours)


def _loose(claim: Claim) -> str | None:
    if claim.scope is Scope.PERIOD:
        return f"{claim.id} is a running total, which is never part of an incident"
    if claim.assertion is Assertion.PROJECTED:
        return f"{claim.id} tells of what is to come, which is never part of an incident"
    if claim.assertion is Assertion.DENIED:
        return f"{claim.id} is a denial: it stands with the claim that it fits best, and adds no figure"
    return None


def _together(pair: Compared, one: Features, other: Features, members: Sequence[Features]) -> Iterator[str]:
    if pair.enough:
        yield f"the two suffice: {pair.points:.1f} points of the {pair.needed:.1f} needed"
    else:
        way = _way(one, other, members)
        if way:
            yield f"the two alone do not suffice; others hold them together: {' – '.join(way)}"
    yield from _whole(list(combinations(members, 2)), "all pairs of the incident")


def _apart(pair: Compared, one: Features, other: Features, sides: Sides) -> Iterator[str]:
    if not pair.met:
        yield "they were never compared: they share too little, or lie too far apart in place, time or kind"
    if forbids(pair.points):
        yield f"they contradict each other: {pair.evidence[0].words}"
    elif not pair.enough:
        yield f"the two do not suffice: {pair.points:.1f} points of the {pair.needed:.1f} needed"
    else:
        yield f"the two alone would suffice, with {pair.points:.1f} points of {pair.needed:.1f}"
    for claim in (one, other):
        if claim.vague:
            yield f"{claim.claim.id} tells no exact place, or no day: it joins an incident only where it fits one alone"
    between = list(product(sides.ours, sides.theirs))
    if len(between) > 1:
        yield from _whole(between, "all pairs between the two incidents", as_a_whole(sides.ours, sides.theirs))
        yield from _against(between)


def _whole(between: Sequence[tuple[Features, Features]], what: str, needed: float | None = None) -> Iterator[str]:
    if len(between) < 2:
        return
    points = [_points(a, b) for a, b in between]
    forbidden = sum(map(forbids, points))
    if forbidden:
        yield f"of {what}, {forbidden} of {len(points)} contradict each other"
    else:
        asked = "" if needed is None else f"; {needed:.1f} are needed"
        yield f"{what} have {sum(points) / len(points):.1f} points on average{asked}"


def _against(between: Sequence[tuple[Features, Features]]) -> Iterator[str]:
    """The pair that speaks most against putting two incidents together, where one alone forbids it."""
    one, other = min(between, key=lambda pair: _points(*pair) - least(*pair))
    if _points(one, other) < least(one, other):
        worst = compared(one, other).evidence[-1]
        yield f"{one.claim.id} and {other.claim.id} speak against it: {worst.words}"


def _way(one: Features, other: Features, members: Sequence[Features]) -> list[str]:
    """The ids from one claim to another over pairs that suffice by themselves, by the fewest steps; none if no way."""
    ways = {one.claim.id: [one]}
    queue = [one]
    for at in queue:
        for further in members:
            if further.claim.id not in ways and _points(at, further) >= threshold("together"):
                ways[further.claim.id] = [*ways[at.claim.id], further]
                queue.append(further)
    return [member.claim.id for member in ways.get(other.claim.id, ())]


def _points(one: Features, other: Features) -> float:
    return total(compare(one, other))
