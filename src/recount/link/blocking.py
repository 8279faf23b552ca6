"""Which claims are worth comparing: those that share a key, so that the cost does not grow with their square."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from itertools import combinations

from recount.language.folding import sound
from recount.link.comparisons import FARTHEST, compatible
from recount.link.features import Features
from recount.link.places import far_apart, spot
from recount.model import Event, Location, Outcome, Place, Precision

Key = tuple[str, ...]

# Cells of about 28 km, with each place also in the cells around it as far as places can be near.
_CELL = 0.25
_WEEK = 7
# A key that more claims share than this tells too little to compare them all; finer keys of theirs still do.
_MOST = 400
# Of a whole province's or country's claims of one day and kind: an area that tells of more is no evidence of anything.
_MOST_OF_AREA = 60
# Of a place's claims of all times, by which only those without a day are compared. Where a place is told of more often,
# such a claim fits too many to be of one; by its figure or its words it is still compared.
_MOST_OF_PLACE = 100
# Claims that are open for longer than this have no key by week.
_LONGEST = 62
_QUOTE_WORDS = 6
_PLACE, _AREA, _TWO_FIGURES = "place", "area and day", "two figures"
# Keys by which only claims without a week look for others.
_OF_ANY_TIME = frozenset({_PLACE, _TWO_FIGURES})


@dataclass(slots=True)
class _Block:
    """The claims that share a key, in the order of the list; those without a week apart as well."""

    members: list[int] = field(default_factory=list)
    undated: list[int] = field(default_factory=list)


def pairs(claims: Sequence[Features], crowded: Set[Key] = frozenset()) -> Iterator[tuple[int, int]]:
    """The places in the list of each two claims that share a key and may be of one event, each pair once, in order.

    Two that a glance tells apart are left out, since comparing them would only say the same at greater length. Where
    the claims are a few of a record's, `crowded` holds the keys that too many of all share.
    """
    keyed = [keys(claim) - crowded for claim in claims]
    blocks = _blocks(claims, keyed)
    glances = [_glance(claim) for claim in claims]
    for number, own in enumerate(glances):
        near: set[int] = set()
        for key in keyed[number]:
            block = blocks.get(key)
            if block is not None:
                near.update(block.undated if own.dated and key[0] in _OF_ANY_TIME else block.members)
        yield from ((other, number) for other in sorted(near) if other < number and glances[other].meets(own))


def _blocks(claims: Sequence[Features], keyed: Sequence[Iterable[Key]]) -> Mapping[Key, _Block]:
    """The claims of each key, without keys that too many share or that one has for itself."""
    blocks: dict[Key, _Block] = defaultdict(_Block)
    for number, claim in enumerate(claims):
        for key in keyed[number]:
            blocks[key].members.append(number)
            if not _dated(claim):
                blocks[key].undated.append(number)
    return {key: block for key, block in blocks.items() if 1 < len(block.members) <= most(key)}


def most(key: Key) -> int:
    """How many claims may share a key for it to tell anything."""
    return {_AREA: _MOST_OF_AREA, _PLACE: _MOST_OF_PLACE}.get(key[0], _MOST)


@dataclass(frozen=True)
class Keyed:
    """A claim with what tells which others it is worth comparing with."""

    claim: Features

    @cached_property
    def keys(self) -> Set[Key]:
        """Its keys, some of which may be too common to count."""
        return keys(self.claim)

    @cached_property
    def _glance(self) -> "_Glance":
        return _glance(self.claim)

    def meets(self, other: "Keyed", crowded: Set[Key]) -> bool:
        """Whether `pairs` would give the two."""
        return self._glance.meets(other._glance) and any(
            self._leads(key, other) for key in self._shared(other, crowded)
        )

    def _shared(self, other: "Keyed", crowded: Set[Key]) -> Set[Key]:
        return (self.keys & other.keys) - crowded

    def _leads(self, key: Key, other: "Keyed") -> bool:
        return key[0] not in _OF_ANY_TIME or not (self._glance.dated and other._glance.dated)


@dataclass(frozen=True, slots=True)
class _Glance:
    """What tells most claims apart: the first and the last possible day, the kind of event, the spot, where one is."""

    first: float
    last: float
    dated: bool
    event: Event
    spot: Location | None

    def meets(self, other: "_Glance") -> bool:
        """Whether nothing here keeps two claims apart for good."""
        return (
            self.first - other.last <= FARTHEST
            and other.first - self.last <= FARTHEST
            and other.event in compatible(self.event)
            and (self.spot is None or other.spot is None or not far_apart(self.spot, other.spot))
        )


def _glance(claim: Features) -> _Glance:
    days = claim.days
    first = None if days is None else days.earliest
    last = None if days is None else days.latest
    return _Glance(
        -math.inf if first is None else first.toordinal(),
        math.inf if last is None else last.toordinal(),
        _dated(claim),
        claim.claim.event,
        spot(claim),
    )


def keys(claim: Features) -> set[Key]:
    """What claims of one event have in common, one at least."""
    where = {key for place in claim.claim.where for key in _where(place)}
    weeks, figures = _weeks(claim), _figures(claim)
    found: set[Key] = {("place and week", place, week) for place in where for week in weeks}
    found |= {("place and figure", place, figure) for place in where for figure in figures}
    found |= {("figure and week", figure, week) for figure in figures for week in weeks}
    # Few events have the same dead and the same injured: so one meets its like even where its place is spelt otherwise.
    found |= {(_TWO_FIGURES, *both) for both in combinations(sorted(figures), 2) if _of_two_outcomes(*both)}
    found |= {(_AREA, area, day, claim.claim.event.value) for area in _areas(claim) for day in _days(claim)}
    found.add(("words", *sorted(claim.words, key=lambda word: (-len(word), word))[:_QUOTE_WORDS]))
    # Of two claims with a week those that may be of one event share it too; so these look for the others alone.
    found |= {(_PLACE, place) for place in where if not weeks or place.startswith("name:")}
    return found


def _dated(claim: Features) -> bool:
    """Whether it has keys by week: its possible days are told and not too many."""
    return claim.width is not None and claim.width <= _LONGEST


def _where(place: Place) -> Iterator[str]:
    """The cells that a place may lie in, and its name as it sounds."""
    yield f"name:{sound(place.name)}"
    for at in (place.location, *place.candidates):
        if at is not None:
            yield from _cells(at)


def _areas(claim: Features) -> set[str]:
    """The provinces and countries that its places lie in or are, so that "in the country's north" meets the village."""
    at = [place.location for place in claim.claim.where if place.location is not None]
    areas = {area for one in at for area in (one.admin1, one.country) if area is not None}
    return areas | {one.name for one in at if one.precision in (Precision.ADMIN1, Precision.COUNTRY)}


def _days(claim: Features) -> set[str]:
    """Its possible days, where these are few."""
    days, width = claim.days, claim.width
    if days is None or days.earliest is None or width is None or width > _WEEK:
        return set()
    return {(days.earliest + timedelta(days=n)).isoformat() for n in range(width)}


def _cells(at: Location) -> Iterator[str]:
    x, y = at.lon / _CELL, at.lat / _CELL
    for column in {int(x // 1), int((x + 0.5) // 1), int((x - 0.5) // 1)}:
        for line in {int(y // 1), int((y + 0.5) // 1), int((y - 0.5) // 1)}:
            yield f"cell:{column}:{line}"


def _weeks(claim: Features) -> set[str]:
    """The weeks that its possible days touch, with two days to both sides; none where it is open or very long."""
    days = claim.days
    if not _dated(claim) or days is None or days.earliest is None or days.latest is None:
        return set()
    first, last = days.earliest.toordinal() - FARTHEST, days.latest.toordinal() + FARTHEST
    return {str(week) for week in range(first // _WEEK, last // _WEEK + 1)}


def _of_two_outcomes(one: str, other: str) -> bool:
    return one.partition(":")[0] != other.partition(":")[0]


def _figures(claim: Features) -> set[str]:
    outcomes = (Outcome.KILLED, Outcome.INJURED)
    numbers = [(o, n) for o in outcomes for n in claim.numbers.get(o, ()) if n is not None and n > 2]
    return {f"{outcome.value}:{number}" for outcome, number in numbers}
