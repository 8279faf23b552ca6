"""What incidents and reports are found by: names and words without case, accents and other accidents of writing."""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum

from recount.language.folding import fold
from recount.model import CountedIncident, Incident, Place


class Role(StrEnum):
    """What a name is of an incident."""

    PLACE = "place"
    ACTOR = "actor"
    SOURCE = "source"


def plain(words: str) -> str:
    """Words without case, accents and vowel marks.

    >>> plain("Évacuées")
    'evacuees'
    """
    parts = unicodedata.normalize("NFKD", words.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def quotes(incident: Incident) -> str:
    """All quotes of an incident's claims, to be searched for words."""
    return plain("\n".join(claim.words for claim in (*incident.claims, *incident.denials)))


def names(counted: CountedIncident) -> frozenset[tuple[Role, str]]:
    """The folded names that an incident is found by. Who only is quoted with a denial is a source of it too."""
    incident = counted.incident
    told = (*incident.claims, *incident.denials)
    places = (*incident.where, *(place for claim in incident.claims for place in claim.where))
    withins = (claim.within for claim in incident.claims)
    actors = (name for claim in incident.claims for name in claim.by)
    chains = (source for claim in told for chain in claim.chains for source in chain)
    sources = (name for source in chains for name in (source.name, source.body))
    return frozenset(
        (
            *_folded(Role.PLACE, (*withins, *(name for place in places for name in _place_names(place)))),
            *_folded(Role.ACTOR, actors),
            *_folded(Role.SOURCE, (*incident.origins, *sources)),
        )
    )


def _place_names(place: Place) -> Iterator[str | None]:
    yield from (place.name, place.admin1, place.country)
    if place.location is not None:
        yield from (place.location.name, place.location.admin2, place.location.admin1, place.location.country)


def _folded(role: Role, told: Iterable[str | None]) -> Iterator[tuple[Role, str]]:
    for name in told:
        if name is not None and (key := fold(name)):
            yield role, key
