"""All claims of a record to incidents, running totals and claims that stand apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from recount.link.blocking import pairs
from recount.link.clustering import Clusters, Fixed, cluster
from recount.link.denials import attach
from recount.link.features import Features, published
from recount.link.incidents import incident, reasons
from recount.link.judging import Judged, contradiction, judged
from recount.link.reaching import Reach
from recount.model import Assertion, Byline, Claim, Incident, Issue, Judgement, Reason, Scope, Text, rests_on


@dataclass(frozen=True, slots=True)
class Linked:
    """Incidents in the order of their ids; running totals; projections, and denials of nothing on record; issues.

    `beside` are incidents that were not linked again, with the others that they could be.
    """

    incidents: tuple[Incident, ...]
    totals: tuple[Claim, ...]
    apart: tuple[Claim, ...]
    issues: tuple[Issue, ...] = ()
    beside: tuple[Incident, ...] = ()


def link(
    claims: Iterable[Claim],
    bylines: Mapping[str, Byline],
    judgements: Sequence[Judgement] = (),
    texts: Mapping[str, Text] | None = None,
) -> Linked:
    """Put the claims together that tell of one event.

    The same claims give the same incidents whatever their order. What people judged outranks every comparison; `texts`
    holds the texts of the reports that judgements speak of, in which their words are looked for.
    """
    return together(judged(sorted(claims, key=lambda claim: claim.key), judgements, texts), bylines)


def together(told: Judged, bylines: Mapping[str, Byline], among: Reach | None = None) -> Linked:
    """Put judged claims together: all of a record, or those that `among` says are to be linked again."""
    among = among or Reach()
    episodes = [features(claim, bylines) for claim in told.claims if claim.scope is Scope.INCIDENT]
    asserted = [one for one in episodes if one.claim.assertion is Assertion.ASSERTED]
    denied = [one for one in episodes if one.claim.assertion is Assertion.DENIED]
    beside = _Beside.of(asserted, among.beside, bylines)
    near = [pair for pair in pairs([*beside.claims, *denied], among.crowded) if not beside.settles(pair)]
    count = len(beside.claims)
    fixed = Fixed(told.same, told.different)
    clusters = cluster(beside.claims, fixed, (pair for pair in near if pair[1] < count), beside.groups)
    spoken_of, loose = attach(beside.claims, denied, (pair for pair in near if pair[1] >= count))
    made = list(_incidents(clusters, beside.claims, spoken_of))
    again = tuple(_judged(one, told.said) for one in made if one.id not in beside.known)
    totals = [c for c in told.claims if c.scope is Scope.PERIOD and c.assertion is not Assertion.PROJECTED]
    projected = [claim for claim in told.claims if claim.assertion is Assertion.PROJECTED]
    apart = tuple(sorted([*projected, *loose], key=lambda claim: claim.key))
    refused = (contradiction([beside.claims[n].claim.id for n in pair]) for pair in clusters.refused)
    aside = tuple(_beside(beside.known[one.id], one, among.replaced) for one in made if one.id in beside.known)
    return Linked(again, tuple(totals), apart, (*told.issues, *refused), aside)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Claims to be linked, in order, with those of settled incidents among them."""

    claims: Sequence[Features]
    groups: Sequence[Sequence[int]]
    known: Mapping[str, Incident]
    places: Set[int]

    @classmethod
    def of(cls, asserted: Sequence[Features], settled: Sequence[Incident], bylines: Mapping[str, Byline]) -> "_Beside":
        if not settled:
            return cls(asserted, (), {}, frozenset())
        others = [features(claim, bylines) for incident in settled for claim in incident.claims]
        claims = sorted([*asserted, *others], key=lambda one: one.claim.key)
        place = {one.claim.id: n for n, one in enumerate(claims)}
        groups = [[place[claim.id] for claim in incident.claims] for incident in settled]
        known = {incident.id: incident for incident in settled}
        return cls(claims, groups, known, frozenset(n for group in groups for n in group))

    def settles(self, pair: tuple[int, int]) -> bool:
        """Whether both claims are of settled incidents, so that nothing is to be found out."""
        return pair[0] in self.places and pair[1] in self.places


def _beside(former: Incident, now: Incident, replaced: Set[str]) -> Incident:
    """A settled incident with those of the incidents linked again that it could be."""
    return replace(former, could_be=tuple(sorted({*former.could_be} - replaced | {*now.could_be})))


def _judged(incident: Incident, said: Sequence[Reason]) -> Incident:
    """The incident with what people said of its claims among its reasons."""
    if not said:
        return incident
    own = {claim.id for claim in incident.claims}
    return replace(incident, reasons=(*incident.reasons, *(one for one in said if {one.first, one.second} <= own)))


def features(claim: Claim, bylines: Mapping[str, Byline]) -> Features:
    """A claim with the byline on which its origin rests where it names no source."""
    return Features(claim, rests_on(claim, bylines), published(claim.report, bylines))


def _incidents(
    clusters: Clusters, claims: Sequence[Features], spoken_of: Mapping[int, Sequence[Claim]]
) -> Iterator[Incident]:
    least = {member: claims[group[0]].claim.id for group in clusters.members for member in group}
    for group in clusters.members:
        others = (least[other] for member in group for other in clusters.could_be.get(member, ()))
        could_be = sorted({id for id in others if id != least[group[0]]})
        denials = [claim for member in group for claim in spoken_of.get(member, ())]
        told = incident([claims[n] for n in group], reasons(group, claims, clusters.matches), could_be)
        yield replace(told, denials=tuple(sorted(denials, key=lambda claim: claim.key)))
