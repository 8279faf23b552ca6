"""Claims as told to claims with their places, days and sides known, as far as they can be."""

from dataclasses import replace

from recount.knowledge import Lists
from recount.language.en.days import find_days
from recount.language.tokens import tokens
from recount.model import Reading, ZoneKind
from recount.resolve.actors import named
from recount.resolve.days import dated
from recount.resolve.places import place_claims

__all__ = ["resolve"]

# A place that lies in one alone of the countries told says as much as so many names of it.
_OF_A_PLACE = 3
# How many words the name of a town in a dateline has at most.
_LONGEST_TOWN = 3


def resolve(reading: Reading, lists: Lists) -> Reading:
    """A reading whose claims are placed, dated and have their sides named; what cannot be known stays absent."""
    text = reading.text
    if text is None or not reading.claims:
        return reading
    country = _country(reading, text.content, lists)
    claims = place_claims(reading.claims, text.content, country, lists)
    claims = tuple(dated(claim, text.content, reading.report.published) for claim in claims)
    return replace(reading, claims=named(claims, country, lists))


def _country(reading: Reading, text: str, lists: Lists) -> str | None:
    """The country that a report speaks of: told most by name or adjective, and where the places of its claims lie.

    A side from abroad may be told more often than the country where it strikes.
    """
    told = lists.countries.told(tokens(text))
    if len(told) > 1:
        for name in {place.name for claim in reading.claims for place in claim.where}:
            lying = [country for country in told if _lies_in(name, country, lists)]
            if len(lying) == 1:
                told[lying[0]] += _OF_A_PLACE
    return told.most_common(1)[0][0] if told else _of_dateline(reading, text, lists)


def _of_dateline(reading: Reading, text: str, lists: Lists) -> str | None:
    """Where no country is named: that of the place in the report's dateline, of towns of one name the best known."""
    zones = () if reading.text is None else reading.text.zones
    for zone in zones:
        words = tokens(text, zone.span) if zone.kind is ZoneKind.DATELINE else []
        if any(days.first == 0 for days in find_days(words)):
            continue  # "Sun 6 Apr" opens with a day, and not with the town of that name.
        for last in range(min(_LONGEST_TOWN, len(words)), 0, -1):
            found = lists.places.candidates(" ".join(word.text for word in words[:last]))
            if found and found[0].exact:
                return found[0].location.country
    return None


def _lies_in(name: str, country: str, lists: Lists) -> bool:
    """Whether a country has a place of just this name, which is no country's own."""
    return lists.countries.named(name) is None and lists.places.lies_in(name, country)
