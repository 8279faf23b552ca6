"""From degrees to the drawing: a plain projection that keeps distances about right over one country."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Protocol

KM_A_DEGREE = 111.2
AROUND = 0.12
"""Share of the view left free around what it is fitted to."""
NARROWEST = 0.2
"""What a degree of longitude shrinks to at most, so that a view over a pole stays finite."""


Ring = Sequence[tuple[float, float]]


class Outline(Protocol):
    """The shape of a country or district; rings hold longitude and latitude."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def level(self) -> int:
        """0 for a country, 1 for its provinces, 2 for their districts."""

    @property
    def country(self) -> str:
        """The country that it belongs to."""

    @property
    def rings(self) -> Sequence[Ring]:
        """Its borders: outer ones and holes."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> "Box | None":
        """The least box around some points of longitude and latitude; none where there are none."""
        told = list(points)
        if not told:
            return None
        lons, lats = [lon for lon, _ in told], [lat for _, lat in told]
        return cls(min(lons), min(lats), max(lons), max(lats))

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Its south-western and north-eastern corners."""
        return ((self.west, self.south), (self.east, self.north))

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies in it."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def touches(self, other: "Box") -> bool:
        """Whether the two share anything."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def roomy(self, least: float) -> "Box":
        """This box with room around it, spanning at least so many degrees of latitude each way."""
        squeeze = _squeeze((self.south + self.north) / 2)
        wide = max((self.east - self.west) * squeeze, least) * (1 + 2 * AROUND)
        high = max(self.north - self.south, least) * (1 + 2 * AROUND)
        return self._about_its_middle(wide / squeeze, high)

    def shaped(self, ratio: float) -> "Box":
        """The least box around this one that has so many units of width to one of height."""
        squeeze = _squeeze((self.south + self.north) / 2)
        wide, high = (self.east - self.west) * squeeze, self.north - self.south
        return self._about_its_middle(max(wide, high * ratio) / squeeze, max(high, wide / ratio))

    @property
    def ratio(self) -> float:
        """Its width to its height, as drawn."""
        return (self.east - self.west) * _squeeze((self.south + self.north) / 2) / (self.north - self.south)

    def _about_its_middle(self, wide: float, high: float) -> "Box":
        lon, lat = (self.west + self.east) / 2, (self.south + self.north) / 2
        return Box(lon - wide / 2, lat - high / 2, lon + wide / 2, lat + high / 2)


@dataclass(frozen=True, slots=True)
class Projection:
    """Where a point of the world lies in a drawing of so many units."""

    box: Box
    width: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Units from the left and from the top."""
        x = (lon - self.box.west) / (self.box.east - self.box.west) * self.width
        y = (self.box.north - lat) / (self.box.north - self.box.south) * self.height
        return round(x, 1), round(y, 1)

    @property
    def units_a_km(self) -> float:
        """How long a kilometre is in the drawing."""
        return self.height / ((self.box.north - self.box.south) * KM_A_DEGREE)


def path(rings: Iterable[Ring], projection: Projection) -> str:
    """The border of an outline as SVG writes it; points closer than a unit to the last one are left out."""
    made: list[str] = []
    for ring in rings:
        kept: list[tuple[float, float]] = []
        for lon, lat in ring:
            x, y = projection.at(lon, lat)
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 1:
                kept.append((x, y))
        if len(kept) > 2:
            made.append("M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z")
    return "".join(made)


def holds(rings: Iterable[Ring], lon: float, lat: float) -> bool:
    """Whether a point lies inside an outline, holes left out."""
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def middle(rings: Sequence[Ring]) -> tuple[float, float]:
    """Where the name of an outline stands: the centre of its largest ring."""
    ring = max(rings, key=lambda ring: abs(_area(ring)))
    area = _area(ring)
    if area == 0:
        return ring[0]
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return x / (6 * area), y / (6 * area)


def _area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _squeeze(lat: float) -> float:
    return max(cos(radians(lat)), NARROWEST)
