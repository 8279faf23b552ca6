"""Sides of a claim: the government of the country where it happened."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from recount.knowledge import Lists
from recount.knowledge.actors import GOVERNMENT
from recount.model import Claim, Count


def named(claims: Sequence[Claim], country: str | None, lists: Lists) -> tuple[Claim, ...]:
    """Claims with "the army", "the regime" named as the government of the country that each lies in.

    `country` is the one that the report speaks of; it stands in for claims that have no place. Where neither is
    known, the part keeps its name.
    """
    return tuple(_named(claim, _country(claim) or country, lists) for claim in claims)


def _country(claim: Claim) -> str | None:
    told = Counter(place.country for place in claim.where if place.country is not None)
    return told.most_common(1)[0][0] if told else None


def _named(claim: Claim, country: str | None, lists: Lists) -> Claim:
    known = None if country is None else lists.countries.named(country)
    if known is None:
        return claim

    def name(actor: str) -> str:
        return known.government if actor == GOVERNMENT else actor

    by = tuple(dict.fromkeys(name(actor) for actor in claim.by))
    return replace(
        claim,
        by=by,
        against=tuple(a for a in dict.fromkeys(name(actor) for actor in claim.against) if a not in by),
        counts=tuple(_sided(count, name(count.side)) if count.side is not None else count for count in claim.counts),
        chains=tuple(
            tuple(replace(s, name=name(s.name), body=None if s.body is None else name(s.body)) for s in chain)
            for chain in claim.chains
        ),
    )


def _sided(count: Count, side: str) -> Count:
    return replace(count, side=side)
