"""What incidents and reports are found by: names and words without case, accents and other accidents of writing."""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum

from recount.language.folding import fold
from recount.model import CountedIncident, Place


class Role(StrEnum):
    """What a name is of an incident."""

    PLACE = "place"
    ACTOR = "actor"
    SOURCE = "source"
    WEAPON = "weapon"
    OUTCOME = "outcome"


def plain(words: str) -> str:
    """Words without case, accents and vowel marks.

    >>> plain("Évacuées")
    'evacuees'
    """
    parts = unicodedata.normalize("NFKD", words.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def searched(counted: CountedIncident, titles: Iterable[str]) -> dict[str, str]:
    """The words by which an incident is searched for, by what they are of it; `titles` are those of its reports."""
    incident = counted.incident
    claims = (*incident.claims, *incident.denials)
    held = names(counted)
    against = [name for claim in incident.claims for name in (*claim.against, *claim.target)]
    return {
        "quotes": _lines(claim.words for claim in claims),
        "titles": _lines(titles),
        "places": _lines(name for (role, _), name in held.items() if role is Role.PLACE),
        "sides": _lines([*(name for (role, _), name in held.items() if role in (Role.ACTOR, Role.WEAPON)), *against]),
        "sources": _lines(name or key for (role, key), name in held.items() if role is Role.SOURCE),
    }


def _lines(words: Iterable[str | None]) -> str:
    return plain("\n".join(dict.fromkeys(word for word in words if word)))


def names(counted: CountedIncident) -> dict[tuple[Role, str], str | None]:
    """The folded names that an incident is found by, each as lists of choices show it.

    Who only is quoted with a denial is a source of it too. People are found by their names and never listed as sources.
    """
    incident = counted.incident
    told = (*incident.claims, *incident.denials)
    places = (*incident.where, *(place for claim in incident.claims for place in claim.where))
    chains = [source for claim in told for chain in claim.chains for source in chain]
    bodies = (name for source in chains for name in (source.identifiable, source.body))
    held = {
        **_folded(Role.PLACE, (claim.within for claim in incident.claims)),
        **_folded(Role.PLACE, (name for place in places for name in _place_names(place))),
        **_folded(Role.ACTOR, (name for claim in incident.claims for name in claim.by)),
        **_folded(Role.WEAPON, (claim.weapon for claim in incident.claims)),
        **_folded(Role.OUTCOME, (count.outcome.value for claim in incident.claims for count in claim.counts)),
        **_folded(Role.SOURCE, (*incident.origins, *bodies)),
    }
    return {**dict.fromkeys(_folded(Role.SOURCE, (source.name for source in chains))), **held}


def _place_names(place: Place) -> Iterator[str | None]:
    yield from (place.name, place.admin1, place.country)
    if place.location is not None:
        yield from (place.location.name, place.location.admin2, place.location.admin1, place.location.country)


def _folded(role: Role, told: Iterable[str | None]) -> dict[tuple[Role, str], str]:
    made: dict[tuple[Role, str], str] = {}
    for name in told:
        if name is not None and (key := fold(name)):
            made.setdefault((role, key), name)
    return made
