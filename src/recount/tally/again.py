"""A counted incident under another policy, without reading its claims again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from recount.model import Claim, CountedIncident, Figure, Toll, Vague
from recount.tally.bounds import Whole, bounds, whole
from recount.tally.latest import Latest, Telling, tellings
from recount.tally.policy import Policy
from recount.tally.tolls import figure


def under(counted: CountedIncident, policy: Policy) -> CountedIncident:
    """The same incident with its tolls under a policy.

    What each origin says last is the same under all policies, and stands in the figures of any toll; finding it again
    in the words of the claims takes far longer than the bounds do.
    """
    claims = {claim.id: claim for claim in counted.incident.claims}
    return replace(counted, tolls=tuple(_again(toll, claims, policy) for toll in counted.tolls))


def _again(toll: Toll, claims: Mapping[str, Claim], policy: Policy) -> Toll:
    told: dict[str, list[Figure]] = {}
    for one in toll.figures:
        told.setdefault(one.origin, []).append(one)
    wholes = (_whole(own, claims, policy.vague) for own in told.values())
    found = bounds([one for one in wholes if one is not None], policy)
    return replace(toll, min=found.min, best=found.best, max=found.max, policy=policy.name)


def _whole(own: Sequence[Figure], claims: Mapping[str, Claim], vague: Mapping[Vague, int]) -> Whole | None:
    """What the figures of one origin say together; most origins have one, which says it itself."""
    wholes, parts = [one for one in own if not one.part], [one for one in own if one.part]
    return whole(Latest(_tellings(wholes, claims), _tellings(parts, claims)), vague)


def _tellings(figures: Sequence[Figure], claims: Mapping[str, Claim]) -> tuple[Telling, ...]:
    """The tellings that figures are of, in their order, which is that of telling."""
    turns: dict[str, int] = {}
    made: list[Telling] = []
    for one in figures:
        turn = turns.setdefault(one.claim, len(turns))
        told = tellings(claims[one.claim], turn, one.outcome) if one.claim in claims else ()
        places = {(telling.turn, telling.place) for telling in made}
        found = (
            telling
            for telling in told
            if (turn, telling.place) not in places and figure(one.origin, telling, one.part) == one
        )
        made += islice(found, 1)
    return tuple(made)
