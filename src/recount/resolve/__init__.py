"""Claims as told to claims with their places, days and sides known, as far as they can be."""

from collections import Counter
from dataclasses import replace

from recount.knowledge import Lists
from recount.language.tokens import tokens
from recount.model import Reading
from recount.resolve.actors import named
from recount.resolve.days import dated
from recount.resolve.places import place_claims

__all__ = ["resolve"]


def resolve(reading: Reading, lists: Lists) -> Reading:
    """A reading whose claims are placed, dated and have their sides named; what cannot be known stays absent."""
    text = reading.text
    if text is None or not reading.claims:
        return reading
    country = _country(text.content, lists)
    claims = place_claims(reading.claims, text.content, country, lists)
    claims = tuple(dated(claim, text.content, reading.report.published) for claim in claims)
    return replace(reading, claims=named(claims, country, lists))


def _country(text: str, lists: Lists) -> str | None:
    """The country that a report speaks of most, by its name or adjective."""
    told: Counter[str] = Counter()
    for token in tokens(text):
        if token.capital:
            country = lists.countries.named(token.text) or lists.countries.by_adjective(token.text)
            if country is not None:
                told[country.name] += 1
    return told.most_common(1)[0][0] if told else None
