"""Claims of one event as an incident: what they say together."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from recount.language.folding import same_name
from recount.link.clustering import Match, Pair
from recount.link.features import Features, fineness
from recount.link.weighing import threshold
from recount.model import Claim, Days, Event, Incident, Place, Precision, Reason, When

_ORDER = {precision: order for order, precision in enumerate(Precision)}


def incident(members: Sequence[Features], reasons: Sequence[Reason] = (), could_be: Sequence[str] = ()) -> Incident:
    """The incident that some claims tell of; it has the id of the least of them."""
    claims = tuple(sorted((member.claim for member in members), key=lambda claim: claim.key))
    origins = {origin for member in members for origin in member.claim.origins(member.byline)}
    return Incident(
        id=claims[0].id,
        claims=claims,
        type=_type(claims),
        when=when([claim.when for claim in claims if claim.when is not None]),
        where=where([place for claim in claims for place in claim.where]),
        origins=tuple(sorted(origins)),
        reasons=tuple(reasons),
        could_be=tuple(could_be),
    )


def _type(claims: Sequence[Claim]) -> Event:
    """The kind that most claims tell; "violence" only where none tells more."""
    kinds = list(Event)
    told = Counter(claim.event for claim in claims)
    return min(told, key=lambda kind: (kind is Event.VIOLENCE, -told[kind], kinds.index(kind)))


def when(told: Sequence[When]) -> When | None:
    """The days that are possible under all tellings; where they contradict each other, all that the most exact tell.

    An episode's uncertainty narrows by overlap. What is told to have lasted keeps its length (DESIGN, rule 2).
    """
    if not told:
        return None
    episodes = [one for one in told if not one.lasts] or list(told)
    if len(episodes) < len(told) or not episodes[0].lasts:
        days = _narrowed([one.start for one in episodes])
        return When.within(days)
    return When(_narrowed([one.start for one in told]), _narrowed([one.end for one in told]))


def _narrowed(told: Sequence[Days]) -> Days:
    """The days possible under all; where there are none, all that the most exact tellings make possible."""
    common = _common(told)
    if common is not None:
        return common
    least = min(_width(days) for days in told)
    exact = [days for days in told if _width(days) == least]
    firsts, lasts = [d.earliest for d in exact], [d.latest for d in exact]
    return Days(
        None if None in firsts else min(day for day in firsts if day is not None),
        None if None in lasts else max(day for day in lasts if day is not None),
    )


def _common(told: Sequence[Days]) -> Days | None:
    common: Days | None = told[0]
    for days in told[1:]:
        common = None if common is None else common & days
    return common


def _width(days: Days) -> float:
    """How many days are possible; without end where one end is open."""
    if days.earliest is None or days.latest is None:
        return math.inf
    return (days.latest - days.earliest).days


def where(told: Sequence[Place]) -> tuple[Place, ...]:
    """Each place once, those left out that only say what a finer one lies in."""
    kept: list[Place] = []
    for place in sorted(told, key=_exactness):
        if not any(_covers(place, finer) for finer in kept):
            kept.append(place)
    return tuple(kept)


def _exactness(place: Place) -> tuple[bool, int, str]:
    return (place.location is None, _ORDER[fineness(place)], place.name)


def _covers(place: Place, finer: Place) -> bool:
    """Whether a place is the finer one again, or an area that it lies in."""
    if place.location == finer.location and place.location is not None:
        return True
    if same_name(place.name, finer.name) or (place.candidates and finer.location in place.candidates):
        return True
    at, inner = place.location, finer.location
    if at is None or inner is None:
        return False
    if _ORDER[fineness(place)] > _ORDER[fineness(finer)]:
        areas = (inner.admin2, inner.admin1, inner.country)
        return any(same_name(at.name, area) for area in areas if area is not None)
    return False


def reasons(members: Sequence[int], claims: Sequence[Features], matches: Mapping[Pair, Match]) -> list[Reason]:
    """Why each claim after the first was put with an earlier one: the pair that speaks most for it."""
    found = []
    for place, member in enumerate(members[1:], start=1):
        known = [matches[pair] for other in members[:place] if (pair := (other, member)) in matches]
        best = max(known, key=lambda match: match.points, default=None)
        if best is not None:
            found.append(reason(best, claims))
    return found


def reason(match: Match, claims: Sequence[Features]) -> Reason:
    """What speaks for and against two claims, in words. The score is ½ for points that just suffice to join them."""
    one, other = match.pair
    words = tuple(evidence.words for evidence in match.evidence if evidence.words and evidence.points)
    return Reason(
        claims[one].claim.id,
        claims[other].claim.id,
        round(1 / (1 + math.exp((threshold("together") - match.points) / 2)), 3),
        words,
    )
