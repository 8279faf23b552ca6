"""Incidents put together by the place that they are told of, with how exactly it is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recount.model import Incident, Location, Precision
from recount.store.shapes import Spot
from recount.web.show import places
from recount.web.show.labels import label

POINTS = frozenset({Precision.SITE, Precision.QUARTER, Precision.TOWN})
AREAS = {Precision.ADMIN1: 1, Precision.ADMIN2: 2}


@dataclass(frozen=True, slots=True)
class Pin:
    """One place at one precision, with the incidents told of it.

    `one` is the first of them. `low` and `high` bound the killed of those that have figures, `high` absent where one of
    them is open above; both are absent where none has any. Incidents told of several places are at each of them.
    """

    location: Location
    name: str
    precision: Precision
    incidents: int
    one: str
    low: int | None
    high: int | None

    @property
    def exact(self) -> bool:
        """Whether it is a spot, rather than somewhere in an area."""
        return self.precision in POINTS

    @property
    def level(self) -> int | None:
        """The level of the outline that it stands for; none for a spot and for surroundings."""
        return AREAS.get(self.precision)

    @property
    def area(self) -> str | None:
        """The name of the province or district that it stands for."""
        return {1: self.location.admin1, 2: self.location.admin2}.get(self.level or 0)


def pins(spots: Iterable[Spot]) -> tuple[Pin, ...]:
    """Pins for places, in the order in which they are drawn."""
    return in_order(_pin(spot) for spot in spots if spot.place.location is not None)


def in_order(some: Iterable[Pin]) -> tuple[Pin, ...]:
    """Pins in the order in which they are drawn: areas first, then spots, the heaviest of each first."""
    return tuple(sorted(some, key=_order))


def _pin(spot: Spot) -> Pin:
    at = spot.place.location
    assert at is not None
    precision = spot.place.precision or at.precision
    return Pin(at, places.line(spot.place).words, precision, spot.incidents, spot.one, spot.low, spot.high)


def why_off(incident: Incident) -> str:
    """Why an incident has no pin."""
    if not incident.where:
        return places.NOT_TOLD
    return f"{places.title(incident.where)}: {places.precision(incident.where) or label('precision', 'country')}"


def _order(pin: Pin) -> tuple[bool, int, str, str]:
    return (pin.exact, -(pin.low or 0), pin.name, pin.precision.value)


def locations(pins: Sequence[Pin]) -> list[tuple[float, float]]:
    """Longitude and latitude of each pin."""
    return [(pin.location.lon, pin.location.lat) for pin in pins]
