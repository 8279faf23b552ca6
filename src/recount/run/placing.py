"""Places as a person names them: "Tarsk", "near Tarsk", "Tarsk, Saravel"."""

from collections.abc import Sequence
from dataclasses import replace

from recount.knowledge import Lists
from recount.language.folding import fold
from recount.model import Claim, Location, Place, Precision, Reading, UsageError
from recount.resolve import resolve

_NEAR = "near "


def placed(names: Sequence[str], claim: Claim, reading: Reading, lists: Lists) -> tuple[Place, ...]:
    """Each place as the lists know it, in the report that the claim stands in.

    What stands behind a comma is the area or country that it lies in. A name that no list has keeps its words and gets
    no point; one of several places has candidates, as when it is read.
    """
    return tuple(_placed(name, claim, reading, lists) for name in names)


def _placed(words: str, claim: Claim, reading: Reading, lists: Lists) -> Place:
    name, _, area = (part.strip() for part in words.partition(","))
    near = name.casefold().startswith(_NEAR)
    told = name[len(_NEAR) :].strip() if near else name
    if not told:
        raise UsageError(f'"{words}" names no place.')
    place = Place(told, claim.anchor, Precision.NEAR if near else None)
    if area:
        return _within(place, area, lists)
    [resolved] = resolve(replace(reading, claims=(replace(claim, where=(place,)),)), lists).claims
    return resolved.where[0]


def _within(place: Place, area: str, lists: Lists) -> Place:
    """The place of this name that lies in an area: its district, province or country."""
    found = [at for at in lists.places.find(place.name) if fold(area) in _areas(at)]
    if not found:
        raise UsageError(f"The lists know no {place.name} in {area}. Name it without the area: it then gets no point.")
    if len(found) > 1:
        return replace(place, candidates=tuple(found), country=found[0].country)
    [at] = found
    precision = at.precision if place.precision is None else place.precision
    return replace(place, precision=precision, location=at, country=at.country, admin1=at.admin1)


def _areas(at: Location) -> frozenset[str]:
    return frozenset(fold(area) for area in (at.admin2, at.admin1, at.country) if area is not None)
