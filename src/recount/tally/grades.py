"""How far harm to civilians is corroborated, after the grades of Airwars."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import combinations

from recount.model import Assertion, Byline, Claim, Doubt, Incident, Standing, origins_of


class Grade(StrEnum):
    """A grade of civilian harm."""

    CONFIRMED = "confirmed"
    """A side itself says that it did it."""
    FAIR = "fair"
    """Two or more origins tell of it, and a side is told to have done it."""
    WEAK = "weak"
    """One origin alone tells of it."""
    CONTESTED = "contested"
    """Origins tell of different sides."""
    DISCOUNTED = "discounted"
    """All people told of are combatants."""


def grade(incident: Incident, bylines: Mapping[str, Byline], sides: Mapping[str, str]) -> Grade | None:
    """A first grade from what is told, for a person to judge; none where no people are told of, or no grade fits.

    `sides` says for which side an origin speaks; a side speaks for itself. Recount does not judge how credible an
    origin is.
    """
    told = [claim for claim in incident.claims if claim.counts and claim.assertion is Assertion.ASSERTED]
    harm = [claim for claim in told if any(count.standing is not Standing.COMBATANT for count in claim.counts)]
    if not harm:
        return Grade.DISCOUNTED if told else None
    origins = [origins_of(claim, bylines) for claim in harm]
    if any(_accepts(claim, names, sides) for claim, names in zip(harm, origins, strict=True)):
        return Grade.CONFIRMED
    if _compete(harm, origins):
        return Grade.CONTESTED
    if len({name for names in origins for name in names}) == 1:
        return Grade.WEAK
    return Grade.FAIR if any(claim.by for claim in harm) else None


def _accepts(claim: Claim, origins: Sequence[str], sides: Mapping[str, str]) -> bool:
    """Whether a side says without doubt that it did it itself."""
    hedged = claim.doubts & {Doubt.ACTOR, Doubt.EVENT}
    return not hedged and any(sides.get(origin, origin) in claim.by for origin in origins)


def _compete(claims: Sequence[Claim], origins: Sequence[Sequence[str]]) -> bool:
    """Whether two origins name sides of which none is the same."""
    named = [(set(claim.by), set(names)) for claim, names in zip(claims, origins, strict=True) if claim.by]
    return any(not ours & theirs and a != b for (ours, a), (theirs, b) in combinations(named, 2))
