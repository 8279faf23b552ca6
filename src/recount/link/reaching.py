"""How far a change reaches: all claims whose incidents it can alter, and hardly any others."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

from recount.link.blocking import Key, Keyed, most
from recount.link.comparisons import OF_A_DENIAL, OF_ONE_EVENT, compare
from recount.link.features import Features, published
from recount.link.judging import Pair
from recount.link.weighing import points, threshold, total
from recount.model import Assertion, Byline, Claim, Incident, Scope

# Beyond so many claims, linking all anew is hardly more work.
_FARTHEST = 5000


class Linkage(Protocol):
    """A record as it was linked last: its claims, as people left them, by the keys that they share."""

    def shared_by(self, keys: Set[Key]) -> Mapping[Key, int]:
        """How many claims have each of some keys."""
        ...

    def sharing(self, keys: Set[Key]) -> Iterable[Claim]:
        """The claims that have any of some keys, each once."""
        ...

    def named(self, ids: Set[str]) -> Iterable[Claim]:
        """The claims of some ids."""
        ...

    def holding(self, ids: Set[str]) -> Iterable[Incident]:
        """The incidents that some claims are part of, or attached to."""
        ...

    def bylines(self, ids: Collection[str]) -> Mapping[str, Byline]:
        """Who published each of some reports, and when."""
        ...


@dataclass(frozen=True, slots=True)
class Reach:
    """What is to be linked again.

    `claims` are of episodes, in order; `crowded` are those of their keys that too many claims of the record share.
    `replaced` names the incidents that they were in; `beside` are the others that they could be of.
    """

    claims: Sequence[Claim] = ()
    crowded: Set[Key] = frozenset()
    replaced: Set[str] = frozenset()
    beside: Sequence[Incident] = ()


def keys_of(claim: Claim) -> Set[Key]:
    """The keys by which a claim meets others; none where it tells of no episode."""
    return Keyed(Features(claim, Byline(claim.report))).keys if _episode(claim) else frozenset()


def reach(now: Sequence[Claim], before: Sequence[Claim], same: Set[Pair], linkage: Linkage) -> Reach | None:
    """What is to be linked again where some reports' claims, `before`, became those of `now`.

    Claims hold together by pairs that speak enough for each other to join, and by what people judged the same; a claim
    that no chain of such pairs leads to a changed one stays where it is. None where that goes so far that linking all
    anew is hardly more work.
    """
    bylines = linkage.bylines({claim.report for claim in now})
    found = _Found(linkage, _by_id(now, bylines), _by_id(before, {}), same)
    fresh = found.begin()
    while fresh:
        found.claims |= fresh
        if len(found.claims) > _FARTHEST:
            return None
        fresh = found.next_to(fresh)
    return found.reach()


def _by_id(claims: Iterable[Claim], bylines: Mapping[str, Byline]) -> dict[str, Keyed]:
    return {claim.id: _keyed(claim, bylines) for claim in claims if _episode(claim)}


@dataclass(slots=True)
class _Found:
    """What was found so far, of a record in which `before` has given way to `now`."""

    linkage: Linkage
    now: Mapping[str, Keyed]
    before: Mapping[str, Keyed]
    same: Set[Pair]
    claims: dict[str, Keyed] = field(default_factory=dict)
    # Claims that speak for one of those found, though not enough to join it.
    doubtful: set[str] = field(default_factory=set)
    seen: dict[str, Keyed] = field(default_factory=dict)
    counts: dict[Key, int] = field(default_factory=dict)
    crowded: set[Key] = field(default_factory=set)
    was_crowded: set[Key] = field(default_factory=set)

    def begin(self) -> dict[str, Keyed]:
        """The changed claims, those that they held together, and those that a key leads to no more, or only now."""
        self._count({key for one in (*self.now.values(), *self.before.values()) for key in one.keys})
        gone = [one for id, one in self.before.items() if self._is_gone(id, one)]
        once = self._joined(gone, self._sharing(gone, self.was_crowded), self.was_crowded)
        turned = self._shared_by_any(self.crowded ^ self.was_crowded)
        return dict(self.now) | {id: one for id, one in (once | turned).items() if id not in self.before}

    def _is_gone(self, id: str, before: Keyed) -> bool:
        """Whether a claim tells something else now, or its report may have come out on another day that matters."""
        now = self.now.get(id)
        return now is None or now.claim.claim != before.claim.claim or before.claim.open

    def next_to(self, fresh: Mapping[str, Keyed]) -> dict[str, Keyed]:
        """The claims not found so far that are joined to one of those found last."""
        ours = list(fresh.values())
        self._count({key for one in ours for key in one.keys})
        theirs = {id: one for id, one in self._sharing(ours, self.crowded).items() if id not in self.claims}
        return self._judged_with(fresh) | self._joined(ours, theirs, self.crowded)

    def reach(self) -> Reach:
        """All of it, once nothing more is found."""
        replaced = {one.id for one in self.linkage.holding(self.claims.keys() | self.before.keys())}
        beside = self.linkage.holding(self.doubtful - self.claims.keys())
        claims = sorted((one.claim.claim for one in self.claims.values()), key=lambda claim: claim.key)
        return Reach(claims, frozenset(self.crowded), replaced, [one for one in beside if one.id not in replaced])

    def _joined(self, ours: Iterable[Keyed], theirs: Mapping[str, Keyed], crowded: Set[Key]) -> dict[str, Keyed]:
        """Those of `theirs` that speak enough for one of ours to join it; who only nearly does is kept as doubtful."""
        joined: dict[str, Keyed] = {}
        for one, other, id in self._near(ours, theirs, crowded):
            if id in joined:
                continue
            spoken = _speak(one, other)
            if spoken >= _enough(one, other):
                joined[id] = other
            elif spoken >= threshold("doubtful"):
                self.doubtful.add(id)
        return joined

    def _near(
        self, ours: Iterable[Keyed], theirs: Mapping[str, Keyed], crowded: Set[Key]
    ) -> Iterator[tuple[Keyed, Keyed, str]]:
        """The pairs of two lists of claims that are worth comparing."""
        having: dict[Key, list[str]] = defaultdict(list)
        for id, other in theirs.items():
            for key in other.keys - crowded:
                having[key].append(id)
        for one in ours:
            for id in {id for key in one.keys for id in having.get(key, ())}:
                if one.meets(theirs[id], crowded):
                    yield one, theirs[id], id

    def _sharing(self, ours: Iterable[Keyed], crowded: Set[Key]) -> dict[str, Keyed]:
        return self._shared_by_any({key for one in ours for key in one.keys} - crowded)

    def _shared_by_any(self, keys: Set[Key]) -> dict[str, Keyed]:
        """The claims of the record, as it is now, that have any of some keys."""
        if not keys:
            return {}
        found = self._met(claim for claim in self.linkage.sharing(keys) if claim.id not in self.before)
        return found | {id: one for id, one in self.now.items() if not one.keys.isdisjoint(keys)}

    def _met(self, claims: Iterable[Claim]) -> dict[str, Keyed]:
        """Claims of the record by their ids, which may be met again and again."""
        met = list(claims)
        new = [claim for claim in met if claim.id not in self.seen]
        bylines = self.linkage.bylines({claim.report for claim in new}) if new else {}
        self.seen |= {claim.id: _keyed(claim, bylines) for claim in new}
        return {claim.id: self.seen[claim.id] for claim in met}

    def _judged_with(self, fresh: Mapping[str, Keyed]) -> dict[str, Keyed]:
        """The claims that people judged to be of one event with some."""
        if not self.same:
            return {}
        ids = {id for pair in self.same if not pair.isdisjoint(fresh) for id in pair} - self.claims.keys()
        held = self._met(self.linkage.named(ids - self.before.keys()))
        return held | {id: self.now[id] for id in ids & self.now.keys()}

    def _count(self, keys: Set[Key]) -> None:
        """Find out which of some keys too many claims share."""
        new = keys - self.counts.keys()
        before = self.linkage.shared_by(new)
        gone = Counter(key for one in self.before.values() for key in one.keys & new)
        come = Counter(key for one in self.now.values() for key in one.keys & new)
        for key in new:
            count = before.get(key, 0)
            self.counts[key] = count - gone[key] + come[key]
            if count > most(key):
                self.was_crowded.add(key)
            if self.counts[key] > most(key):
                self.crowded.add(key)


def _speak(one: Keyed, other: Keyed) -> float:
    """The points of two claims, in the order in which linking compares them.

    The most that they may have, where a day is left open and it is not known when the report of one that is gone came
    out.
    """
    first, second = sorted((one.claim, other.claim), key=lambda each: (_denied(each), each.claim.key))
    if _denied(first):
        return threshold("veto")
    spoken = total(compare(first, second, OF_A_DENIAL if _denied(second) else OF_ONE_EVENT))
    unknown = any(each.published is None and each.open for each in (first, second))
    return spoken + points("reported", "same_week") if unknown else spoken


def _enough(one: Keyed, other: Keyed) -> float:
    """The points that hold two claims together: a denial goes to any claim that it may speak of."""
    return threshold("doubtful" if _denied(one.claim) or _denied(other.claim) else "together")


def _denied(features: Features) -> bool:
    return features.claim.assertion is Assertion.DENIED


def _episode(claim: Claim) -> bool:
    return claim.scope is Scope.INCIDENT and claim.assertion is not Assertion.PROJECTED


def _keyed(claim: Claim, bylines: Mapping[str, Byline]) -> Keyed:
    """What comparing needs of a claim, for which it matters when its report came out, and not from whom."""
    return Keyed(Features(claim, Byline(claim.report), published(claim.report, bylines)))
