"""Which claims tell of one event: the surest pairs first, and never two incidents by way of a vague claim."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recount.link.comparisons import compare
from recount.link.features import Features
from recount.link.retelling import tells_more
from recount.link.weighing import Evidence, forbids, threshold, total

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims, by their places in the list, with what speaks for and against their being of one event."""

    pair: Pair
    points: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """Claims put together, by their places in the list; and for each that could be of others, which claims' these are.

    `matches` holds what was found of every pair that was worth showing, `refused` the pairs judged the same whose
    incidents hold claims that were judged different.
    """

    members: tuple[tuple[int, ...], ...]
    could_be: Mapping[int, tuple[int, ...]]
    matches: Mapping[Pair, Match]
    refused: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Fixed:
    """Pairs of claims' ids that people judged to be of one event, and of different ones."""

    same: frozenset[frozenset[str]] = frozenset()
    different: frozenset[frozenset[str]] = frozenset()


def least(one: Features, other: Features) -> float:
    """The points that two claims need to be in one cluster, where others may hold them together.

    Two of one report must speak for it themselves: their author told them apart, unless one refers back.
    """
    apart = one.claim.report == other.claim.report and not tells_more(one, other)
    return threshold("in_one_report" if apart else "against")


def as_a_whole(ours: Sequence[Features], theirs: Sequence[Features]) -> float:
    """The points that the pairs between two clusters need on average to become one.

    A vague claim by itself needs fewer: it says little to most, so that it is its surest pair that counts.
    """
    alone = any(len(side) == 1 and side[0].vague for side in (ours, theirs))
    return threshold("vague_as_a_whole" if alone else "as_a_whole")


@dataclass(slots=True)
class _Growing:
    """Clusters while they grow."""

    claims: Sequence[Features]
    matches: Mapping[Pair, Match]
    fixed: Fixed
    of: list[int]
    members: dict[int, list[int]] = field(default_factory=dict)
    could_be: dict[int, tuple[int, ...]] = field(default_factory=dict)
    # Points of pairs that share no key, and clusters, with their sizes, that were found not to fit: both are asked for
    # again by every other pair of the same two clusters.
    known: dict[Pair, float] = field(default_factory=dict)
    unfit: set[tuple[int, int, int, int]] = field(default_factory=set)

    def join(self, one: int, other: int) -> None:
        """Put two clusters together."""
        first, second = sorted((self.of[one], self.of[other]))
        for member in self.members.pop(second):
            self.of[member] = first
            self.members[first].append(member)

    def fit(self, one: int, other: int) -> bool:
        """Whether the claims of two clusters speak for it as a whole, and none of them against another of its own.

        Every pair counts, not the surest alone: else a town's strikes of one day become one, link by link.
        """
        ours, theirs = sorted((self.of[one], self.of[other]))
        met = (ours, len(self.members[ours]), theirs, len(self.members[theirs]))
        if met in self.unfit:
            return False
        fits = self._fit(one, other)
        if not fits:
            self.unfit.add(met)
        return fits

    def _fit(self, one: int, other: int) -> bool:
        between = self._between(one, other)
        if between is None:
            return False
        points = 0.0
        for a, b in between:
            found = self._points(a, b)
            if found < least(self.claims[a], self.claims[b]):
                return False
            points += found
        return points / len(between) >= as_a_whole(self._of(one), self._of(other))

    def akin(self, one: int, other: int) -> bool:
        """Whether two clusters would be one as a whole, were it not for single pairs that speak against it."""
        between = self._between(one, other)
        if between is None:
            return False
        points = [self._points(a, b) for a, b in between]
        mean = sum(points) / len(points)
        return not forbids(min(points)) and mean >= as_a_whole(self._of(one), self._of(other))

    def likely(self, match: Match, clear: int) -> float:
        """The points of a match with a claim of a cluster, and more the more reports tell of that cluster."""
        reports = {claim.claim.report for claim in self._of(clear)}
        return match.points + threshold("for_more_reports") * math.log(len(reports))

    def _of(self, one: int) -> list[Features]:
        """The claims of a cluster."""
        return [self.claims[n] for n in self.members[self.of[one]]]

    def judged_one(self, one: int, other: int) -> bool:
        """Whether a person said that claims of two clusters are of one event."""
        if not self.fixed.same:
            return False
        ours, theirs = self.members[self.of[one]], self.members[self.of[other]]
        return any(self._ids(a, b) in self.fixed.same for a in ours for b in theirs)

    def parted(self, one: int, other: int) -> bool:
        """Whether a person said that claims of two clusters are of different events."""
        return self._between(one, other) is None

    def _between(self, one: int, other: int) -> list[Pair] | None:
        """The pairs of two clusters' claims; none where a person judged one of them to be of different events."""
        pairs = [(a, b) for a in self.members[self.of[one]] for b in self.members[self.of[other]]]
        apart = bool(self.fixed.different) and any(self._judged_apart(a, b) for a, b in pairs)
        return None if apart else pairs

    def _judged_apart(self, one: int, other: int) -> bool:
        """Whether a person said that two claims are of different events."""
        return self._ids(one, other) in self.fixed.different

    def _ids(self, one: int, other: int) -> frozenset[str]:
        return frozenset((self.claims[one].claim.id, self.claims[other].claim.id))

    def _points(self, one: int, other: int) -> float:
        pair = (min(one, other), max(one, other))
        found = self.matches.get(pair)
        if found is not None:
            return found.points
        if pair not in self.known:
            self.known[pair] = total(compare(self.claims[pair[0]], self.claims[pair[1]]))
        return self.known[pair]


def cluster(
    claims: Sequence[Features], fixed: Fixed, near: Iterable[Pair], settled: Sequence[Sequence[int]] = ()
) -> Clusters:
    """Put claims together; the order of the list settles ids and nothing else. `near` are the pairs worth comparing.

    `settled` are clusters that are known and that no pair speaks enough for to grow: other claims could be of theirs.

    Clear claims are joined, surest pairs first, as long as no two members contradict each other. A vague claim joins
    the one cluster that it fits; where it fits several it stays apart and is marked. What people judged outranks all
    of it: claims judged different never meet, and clusters that hold claims judged the same are joined whole.
    """
    matches = {match.pair: match for match in _matches(claims, near)}
    growing = _begun(claims, matches, fixed, settled)
    together = threshold("together")
    ordered = sorted(matches.values(), key=lambda match: (-match.points, match.pair))
    sure = [match for match in ordered if match.points >= together]
    for match in sure:
        if not any(claims[n].vague for n in match.pair):
            _try(growing, match.pair)
    _join_vague(growing, sure)
    refused = _join_judged(growing)
    _mark_doubtful(growing, ordered)
    members = tuple(tuple(sorted(group)) for _, group in sorted(growing.members.items()))
    return Clusters(members, growing.could_be, matches, tuple(refused))


def _begun(
    claims: Sequence[Features], matches: Mapping[Pair, Match], fixed: Fixed, settled: Sequence[Sequence[int]]
) -> _Growing:
    """Each claim by itself, but for those that are settled."""
    growing = _Growing(claims, matches, fixed, list(range(len(claims))), {n: [n] for n in range(len(claims))})
    for first, *others in settled:
        for other in others:
            growing.join(first, other)
    return growing


def _matches(claims: Sequence[Features], near: Iterable[Pair]) -> list[Match]:
    found = []
    for pair in near:
        evidence = compare(claims[pair[0]], claims[pair[1]])
        points = total(evidence)
        if points >= threshold("doubtful"):
            found.append(Match(pair, points, evidence))
    return found


def _join_judged(growing: _Growing) -> list[Pair]:
    """Put the clusters of claims judged the same together; gives back the pairs whose clusters were judged apart.

    It comes last, so that each claim brings along those that it was put with.
    """
    if not growing.fixed.same:
        return []
    places = {one.claim.id: n for n, one in enumerate(growing.claims)}
    refused = []
    for pair in sorted(map(sorted, growing.fixed.same - growing.fixed.different)):
        one, other = (places.get(id) for id in pair)
        if one is None or other is None or growing.of[one] == growing.of[other]:
            continue
        if growing.parted(one, other):
            refused.append((one, other))
        else:
            growing.join(one, other)
    return refused


def _try(growing: _Growing, pair: Pair) -> None:
    one, other = pair
    if growing.of[one] != growing.of[other] and growing.fit(one, other):
        growing.join(one, other)


def _join_vague(growing: _Growing, sure: Sequence[Match]) -> None:
    """Vague claims to the clear cluster that they fit, decided before any of them moves; then among themselves."""
    claims = growing.claims
    fitting: dict[int, dict[int, Match]] = {}
    for match in sure:
        for vague, clear in (match.pair, match.pair[::-1]):
            if claims[vague].vague and not claims[clear].vague and growing.fit(vague, clear):
                fitting.setdefault(vague, {}).setdefault(growing.of[clear], match)
    chosen = {vague: _clear_choice(growing, vague, list(clusters.values())) for vague, clusters in fitting.items()}
    for vague, choice in sorted(chosen.items()):
        if choice is not None:
            _try(growing, choice.pair)
        else:
            others = (n for found in fitting[vague].values() for n in found.pair if n != vague)
            growing.could_be[vague] = tuple(sorted(others))
    for match in sure:
        if all(claims[n].vague and chosen.get(n, match) is not None for n in match.pair):
            _try(growing, match.pair)


def _clear_choice(growing: _Growing, vague: int, matches: Sequence[Match]) -> Match | None:
    """The match with the cluster that a vague claim fits: its only one, or one that fits far better; else none.

    Clusters that a person judged to be one, or that only one report's telling apart keeps from it, are no rivals.
    """
    likely = {match: growing.likely(match, _clear_of(match, vague)) for match in matches}
    first, *others = sorted(matches, key=lambda match: (-likely[match], match.pair))
    chosen = _clear_of(first, vague)
    for match in others:
        close = likely[first] - likely[match] < threshold("clearly_better")
        rival = _clear_of(match, vague)
        if close and not growing.judged_one(chosen, rival) and not growing.akin(chosen, rival):
            return None
    return first


def _clear_of(match: Match, vague: int) -> int:
    return match.pair[1] if match.pair[0] == vague else match.pair[0]


def _mark_doubtful(growing: _Growing, ordered: Sequence[Match]) -> None:
    """Claims of two clusters that speak for each other, though not enough, could be of one event."""
    for match in ordered:
        one, other = match.pair
        if growing.of[one] != growing.of[other] and growing.fit(one, other):
            for a, b in ((one, other), (other, one)):
                growing.could_be[a] = tuple(dict.fromkeys([*growing.could_be.get(a, ()), b]))
