"""What contradicts what in one incident: figures, days, places, sides and kinds of event that cannot both be so."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recount.model import Claim, Event, Precision, Toll, When
from recount.store.shapes import StoredIncident
from recount.store.telling import ABOUT, Whole, whole
from recount.web.show import chains, days, figures
from recount.web.show.labels import label

_WIDE = frozenset({Event.VIOLENCE, Event.ATTACK, Event.OTHER})
"""Kinds that hold others: an attack may be an air strike."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that contradict each other, who tells it, and in which claims on the page."""

    words: str
    origins: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """What is told of one field in ways that cannot both be so."""

    field: str
    sides: tuple[Side, ...]


def clashes(stored: StoredIncident, numbers: Mapping[str, int]) -> tuple[Clash, ...]:
    """All contradictions of an incident; `numbers` says which claim on the page has which id."""
    teller = _Teller(stored, numbers)
    made = [_of_toll(toll, numbers) for toll in stored.counted.tolls]
    claims = stored.counted.incident.claims
    made.append(teller.clash("what", [(c, c.event) for c in claims if c.event not in _WIDE], _differ, _event_words))
    made.append(teller.clash("when", [(c, c.when) for c in claims if c.when is not None], _apart, days.when_in_full))
    made.append(teller.clash("where", list(_towns(claims)), _differ, lambda place: place[0]))
    made.append(teller.clash("by whom", [(c, c.by) for c in claims if c.by], _disjoint, ", ".join))
    made.append(teller.denied())
    return tuple(clash for clash in made if clash is not None)


class _Teller:
    """Who tells what in one incident."""

    def __init__(self, stored: StoredIncident, numbers: Mapping[str, int]) -> None:
        self._stored, self._numbers = stored, numbers

    def side(self, words: str, claims: Iterable[Claim]) -> Side:
        told = list(claims)
        origins = (name for claim in told for name in claim.origins(chains.byline(claim, self._stored.rows)))
        places = sorted(self._numbers[claim.id] for claim in told if claim.id in self._numbers)
        return Side(words, tuple(dict.fromkeys(origins)), tuple(places))

    def clash(
        self,
        field: str,
        told: Sequence[tuple[Claim, Hashable]],
        apart: Callable[..., bool],
        words: Callable[..., str],
    ) -> Clash | None:
        """The values that contradict at least one other."""
        held: dict[Hashable, list[Claim]] = {}
        for claim, value in told:
            held.setdefault(value, []).append(claim)
        shown = [value for value in held if any(apart(value, other) for other in held if other != value)]
        return Clash(field, tuple(self.side(words(value), held[value]) for value in shown)) if shown else None

    def denied(self) -> Clash | None:
        told = self._stored.counted.incident
        if not told.denials or not told.claims:
            return None
        return Clash("whether it was so", (self.side("told", told.claims), self.side("denied", told.denials)))


def _of_toll(toll: Toll, numbers: Mapping[str, int]) -> Clash | None:
    """The figures of origins that no one number could fulfil."""
    names = dict.fromkeys(figure.origin for figure in toll.figures)
    told = {name: found for name in names if (found := whole(toll, name)) is not None}
    held: dict[Whole, list[str]] = {}
    for name, found in told.items():
        held.setdefault(found, []).append(name)
    shown = [one for one in held if any(_figures_apart(one, other) for other in held)]
    if not shown:
        return None
    sides = (_figure_side(one, held[one], toll, numbers) for one in sorted(shown, key=lambda one: one.low or 0))
    return Clash(label("outcome", toll.outcome), tuple(sides))


def _figure_side(one: Whole, names: Sequence[str], toll: Toll, numbers: Mapping[str, int]) -> Side:
    told = [figure for figure in toll.figures if figure.origin in names and not figure.part]
    who = {figure.who for figure in told}
    words = figures.bounds(one.low, one.high, approx=one.word == ABOUT, vague=one.word)
    kind = figures.people(who.pop(), one=one.low == one.high == 1) if len(who) == 1 else figures.people("people")
    places = sorted({numbers[figure.claim] for figure in told if figure.claim in numbers})
    return Side(f"{words} {kind}", tuple(names), tuple(places))


def _figures_apart(one: Whole, other: Whole) -> bool:
    if ABOUT in (one.word, other.word):
        return False
    return _above(one.low, other.high) or _above(other.low, one.high)


def _above(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high


def _event_words(event: Event) -> str:
    return label("event", event)


def _differ(one: object, other: object) -> bool:
    return one != other


def _disjoint(one: Sequence[str], other: Sequence[str]) -> bool:
    return set(one).isdisjoint(other)


def _apart(one: When, other: When) -> bool:
    return _before(one, other) or _before(other, one)


def _before(one: When, other: When) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _towns(claims: Sequence[Claim]) -> Iterator[tuple[Claim, tuple[str, float, float]]]:
    """The one town of each claim that tells one: of several, or of a wider place, none contradicts another."""
    for claim in claims:
        if len(claim.where) == 1 and claim.where[0].precision is Precision.TOWN:
            at = claim.where[0].location
            if at is not None and at.lat is not None and at.lon is not None:
                yield claim, (at.name, at.lat, at.lon)
