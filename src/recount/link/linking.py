"""All claims of a record to incidents, running totals and claims that stand apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from recount.link.blocking import pairs
from recount.link.clustering import Clusters, Fixed, cluster
from recount.link.denials import attach
from recount.link.features import Features
from recount.link.incidents import incident, reasons
from recount.link.judging import contradiction, judged
from recount.model import Assertion, Byline, Claim, Incident, Issue, Judgement, Reason, Scope, Text, rests_on


@dataclass(frozen=True, slots=True)
class Linked:
    """Incidents in the order of their ids; running totals; projections, and denials of nothing on record; issues."""

    incidents: tuple[Incident, ...]
    totals: tuple[Claim, ...]
    apart: tuple[Claim, ...]
    issues: tuple[Issue, ...] = ()


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
    told = judged(sorted(claims, key=lambda claim: claim.key), judgements, texts)
    episodes = [features(claim, bylines) for claim in told.claims if claim.scope is Scope.INCIDENT]
    asserted = [one for one in episodes if one.claim.assertion is Assertion.ASSERTED]
    denied = [one for one in episodes if one.claim.assertion is Assertion.DENIED]
    near = list(pairs([*asserted, *denied]))
    clusters = cluster(asserted, Fixed(told.same, told.different), (pair for pair in near if pair[1] < len(asserted)))
    spoken_of, loose = attach(asserted, denied, (pair for pair in near if pair[1] >= len(asserted)))
    made = tuple(_judged(incident, told.said) for incident in _incidents(clusters, asserted, spoken_of))
    totals = [c for c in told.claims if c.scope is Scope.PERIOD and c.assertion is not Assertion.PROJECTED]
    projected = [claim for claim in told.claims if claim.assertion is Assertion.PROJECTED]
    apart = tuple(sorted([*projected, *loose], key=lambda claim: claim.key))
    refused = (contradiction([asserted[n].claim.id for n in pair]) for pair in clusters.refused)
    return Linked(made, tuple(totals), apart, (*told.issues, *refused))


def _judged(incident: Incident, said: Sequence[Reason]) -> Incident:
    """The incident with what people said of its claims among its reasons."""
    if not said:
        return incident
    own = {claim.id for claim in incident.claims}
    return replace(incident, reasons=(*incident.reasons, *(one for one in said if {one.first, one.second} <= own)))


def features(claim: Claim, bylines: Mapping[str, Byline]) -> Features:
    """A claim with the byline on which its origin rests where it names no source."""
    return Features(claim, rests_on(claim, bylines))


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
