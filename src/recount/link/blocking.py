"""Which claims are worth comparing: those that share a key, so that the cost does not grow with their square."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from recount.language.folding import sound
from recount.link.features import Features
from recount.model import Location, Outcome, Place, Precision

# Cells of about 28 km, with each place also in the cells around it as far as places can be near.
_CELL = 0.25
_WEEK = 7
# A key that more claims share than this tells too little to compare them all; finer keys of theirs still do.
MOST = 400
# Of a whole province's or country's claims of one day and kind: an area that tells of more is no evidence of anything.
_MOST_OF_AREA = 60
# Claims that are open for longer than this have no key by week.
_LONGEST = 62
_QUOTE_WORDS = 6


def pairs(claims: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """The places in the list of each two claims that share a key, each pair once."""
    held: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for key in _keys(claim):
            held[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(held):
        members = held[key]
        if len(members) <= (_MOST_OF_AREA if key[0] == "area and day" else MOST):
            for pair in combinations(members, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _keys(claim: Features) -> set[tuple[str, ...]]:
    where = {key for place in claim.claim.where for key in _where(place)}
    weeks = _weeks(claim)
    keys: set[tuple[str, ...]] = {("place and week", place, week) for place in where for week in weeks}
    keys |= {("place and figure", place, figure) for place in where for figure in _figures(claim)}
    keys |= {("figure and week", figure, week) for figure in _figures(claim) for week in weeks}
    keys |= {("area and day", area, day, claim.claim.event.value) for area in _areas(claim) for day in _days(claim)}
    keys.add(("words", *sorted(claim.words, key=lambda word: (-len(word), word))[:_QUOTE_WORDS]))
    if not weeks:
        keys |= {("place", place) for place in where}
    else:
        keys |= {("place", place) for place in where if place.startswith("name:")}
    return keys


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
    """The weeks that its possible days touch, with a day to both sides; none where it is open or very long."""
    days, width = claim.days, claim.width
    if days is None or width is None or days.earliest is None or width > _LONGEST:
        return set()
    first = days.earliest - timedelta(days=2)
    return {_week(first + timedelta(days=n)) for n in range(0, width + 4)}


def _week(day: date) -> str:
    return str(day.toordinal() // _WEEK)


def _figures(claim: Features) -> set[str]:
    outcomes = (Outcome.KILLED, Outcome.INJURED)
    numbers = [(o, n) for o in outcomes for n in claim.numbers.get(o, ()) if n is not None and n > 2]
    return {f"{outcome.value}:{number}" for outcome, number in numbers}
