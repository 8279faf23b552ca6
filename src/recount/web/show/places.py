"""Places in words: as exactly as a claim tells them and no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.model import Place, Precision
from recount.web.show.labels import label

NOT_TOLD = "place not told"
SHOWN = 3


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place of an incident: how it is told, how exactly, and what it lies in."""

    words: str
    name: str
    precision: str
    within: str
    known: bool


def line(place: Place) -> PlaceLine:
    """A place with its precision, or with what keeps it from being known."""
    prefix = "near " if place.precision is Precision.NEAR else ""
    return PlaceLine(
        words=place.name if place.name.casefold().startswith(prefix or " ") else prefix + place.name,
        name=place.name,
        precision=_how_exact(place),
        within=", ".join(_lies_in(place)),
        known=place.location is not None,
    )


def title(places: Sequence[Place]) -> str:
    """The places of an incident in one line.

    >>> title(())
    'place not told'
    """
    if not places:
        return NOT_TOLD
    if len(places) == 2 and all(place.precision is Precision.BETWEEN for place in places):
        return f"between {places[0].name} and {places[1].name}"
    named = list(dict.fromkeys(line(place).words for place in places))
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    return ", ".join(named[:SHOWN]) + more


def precision(places: Sequence[Place]) -> str | None:
    """How exactly the places of an incident are known, in a word or two; none where no place is told."""
    kinds = list(dict.fromkeys(_how_exact(place) for place in places))
    return " / ".join(kinds[:2]) if kinds else None


def _how_exact(place: Place) -> str:
    if place.candidates and place.location is None:
        return f"one of {len(place.candidates)} places"
    if place.location is None:
        return "not located"
    kind = place.precision if place.precision is not None else place.location.precision
    return label("precision", kind)


def _lies_in(place: Place) -> list[str]:
    told = place.location
    parts = [place.admin1, place.country] if told is None else [told.admin2, told.admin1, told.country]
    return [part for part in dict.fromkeys(parts) if part is not None and part != place.name]
