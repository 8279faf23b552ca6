"""Incidents put together by the place that they are told of, with how exactly it is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recount.model import Incident, Location, Outcome, Place, Precision
from recount.store.shapes import StoredIncident
from recount.web.show import places
from recount.web.show.labels import label
from recount.web.show.rows import is_sum

POINTS = frozenset({Precision.SITE, Precision.QUARTER, Precision.TOWN})
AREAS = {Precision.ADMIN1: 1, Precision.ADMIN2: 2}


@dataclass(frozen=True, slots=True)
class Pin:
    """One place at one precision, with the incidents told of it.

    `low` and `high` bound the killed of those incidents that have figures, `high` absent where one of them is open
    above; both are absent where none has any. Incidents that are told of several places are at each of them.
    """

    location: Location
    name: str
    precision: Precision
    incidents: tuple[StoredIncident, ...]
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


@dataclass(frozen=True, slots=True)
class Pinned:
    """The pins of a map, and the incidents that have no place on it, each with the reason."""

    pins: tuple[Pin, ...]
    off: tuple[tuple[StoredIncident, str], ...]


def pin(incidents: Iterable[StoredIncident]) -> Pinned:
    """Pins for incidents, the one with most killed first, so that smaller ones are drawn over it."""
    held: dict[tuple[Location, Precision], dict[str, StoredIncident]] = {}
    names: dict[tuple[Location, Precision], str] = {}
    off: list[tuple[StoredIncident, str]] = []
    for stored in incidents:
        drawn = [(place, location) for place in stored.counted.incident.where if (location := _drawn(place))]
        for place, location in drawn:
            key = (location, _precision(place, location))
            names.setdefault(key, places.line(place).words)
            held.setdefault(key, {})[stored.counted.incident.id] = stored
        if not drawn:
            off.append((stored, _why_not(stored.counted.incident)))
    pins = [_pin(key, names[key], tuple(told.values())) for key, told in held.items()]
    return Pinned(tuple(sorted(pins, key=_order)), tuple(off))


def _drawn(place: Place) -> Location | None:
    location = place.location
    return None if location is None or _precision(place, location) is Precision.COUNTRY else location


def _precision(place: Place, location: Location) -> Precision:
    return location.precision if place.precision is None else place.precision


def _why_not(incident: Incident) -> str:
    if not incident.where:
        return places.NOT_TOLD
    return f"{places.title(incident.where)}: {places.precision(incident.where) or label('precision', 'country')}"


def _pin(key: tuple[Location, Precision], name: str, incidents: tuple[StoredIncident, ...]) -> Pin:
    tolls = [toll for stored in incidents if not is_sum(stored.counted.incident) and (toll := _killed(stored))]
    if not tolls:
        return Pin(key[0], name, key[1], incidents, None, None)
    highs = [high for _, high in tolls]
    high = None if None in highs else sum(high for high in highs if high is not None)
    return Pin(key[0], name, key[1], incidents, sum(low for low, _ in tolls), high)


def _killed(stored: StoredIncident) -> tuple[int, int | None] | None:
    toll = stored.counted.toll(Outcome.KILLED)
    if toll is None or (toll.min is None and toll.max is None):
        return None
    return toll.min or 0, toll.max


def _order(pin: Pin) -> tuple[bool, int, str, str]:
    return (pin.exact, -(pin.low or 0), pin.name, pin.precision.value)


def locations(pins: Sequence[Pin]) -> list[tuple[float, float]]:
    """Longitude and latitude of each pin."""
    return [(pin.location.lon, pin.location.lat) for pin in pins]
