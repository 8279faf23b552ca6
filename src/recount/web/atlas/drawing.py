"""A map as shapes that a template writes out as SVG."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

from recount.web.atlas.lettering import Name, Sheet
from recount.web.atlas.pins import Pin, locations
from recount.web.atlas.projection import Box, Outline, Projection, holds, middle, path
from recount.web.show import addresses, figures

SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
SMALLEST, LARGEST, PER_ROOT = 4.5, 30.0, 2.1
"""A mark's area grows with the killed, from a dot that a finger finds to a disc that leaves room for others."""
HALO = 9.0
"""Units around the mark of a place that is only known roughly."""
CORNER = (150.0, 34.0)
"""Width and height of the corner that the scale bar takes."""
FILLS = 0.3
"""Share of a country, in width or height, from which on a map of incidents shows the whole of it."""
NAMED = 28
"""Places named on a map at most, the heaviest tolls first."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How large a drawing may be, in units: its width, its least and most height, its letters.

    `marks` is the size of marks to those of the widest drawing, `least` how many degrees are shown at least: enough
    that a town is seen with its surroundings.
    """

    width: float
    shortest: float
    tallest: float
    letters: float
    marks: float = 1.0
    least: float = 0.4


WIDE = Frame(960, 420, 680, 13)
NARROW = Frame(380, 240, 480, 12, marks=0.65)
INSET = Frame(380, 220, 320, 12, marks=0.8, least=1.2)


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline as drawn; `shaded` where an incident lies somewhere in it."""

    path: str
    level: int
    name: str
    shaded: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A pin as drawn. `radius` grows with the killed; a place known only roughly has a `halo` as well."""

    x: float
    y: float
    radius: float
    halo: float | None
    told: bool
    exact: bool
    address: str
    title: str

    @property
    def reach(self) -> float:
        """How far it reaches from its middle."""
        return self.radius if self.halo is None else self.halo


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale bar."""

    units: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on the map, bottom to top."""

    width: float
    height: float
    letters: float
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...]
    names: tuple[Name, ...]
    scale: Scale


def draw(
    pins: Sequence[Pin], outlines: Sequence[Outline], frame: Frame, address: Callable[[Pin], str] | None = None
) -> Drawing | None:
    """The map of some pins over outlines, fitted to the pins; over the outlines alone where there are no pins.

    `address` says where a mark leads; to the first incident there unless told. None where there is nothing to draw.
    """
    boxes = [(outline, box) for outline in outlines if (box := _box(outline)) is not None]
    view = _view(pins, boxes)
    if view is None:
        return None
    roomy = view.roomy(frame.least)
    height = round(min(max(frame.width / roomy.ratio, frame.shortest), frame.tallest))
    projection = Projection(roomy.shaped(frame.width / height), frame.width, height)
    seen = sorted((o for o, box in boxes if box.touches(projection.box)), key=lambda outline: outline.level)
    shaded = {id(outline) for pin in pins for outline in _areas(pin, seen)}
    marks = tuple(_mark(pin, projection, frame.marks, address or _first) for pin in pins)
    return Drawing(
        frame.width,
        height,
        frame.letters,
        tuple(_shape(outline, projection, id(outline) in shaded) for outline in seen),
        marks,
        _names(pins, marks, seen, projection, frame.letters),
        _scale(projection),
    )


def _box(outline: Outline) -> Box | None:
    return Box.around(point for ring in outline.rings for point in ring)


def _view(pins: Sequence[Pin], boxes: Sequence[tuple[Outline, Box]]) -> Box | None:
    if not pins:
        fitted = Box.around(corner for _, box in boxes for corner in box.corners)
    else:
        areas = [area for pin in pins for area in _areas(pin, [outline for outline, _ in boxes])]
        corners = [corner for area in areas if (box := _box(area)) is not None for corner in box.corners]
        fitted = Box.around([*locations(pins), *corners])
        countries = [box for outline, box in boxes if outline.level == 0]
        fitted = next((box for box in countries if fitted is not None and _nearly_fills(fitted, box)), fitted)
    return fitted


def _nearly_fills(part: Box, whole: Box) -> bool:
    """Whether a box lies in another and is large enough in it that the whole may be shown instead."""
    if not all(whole.holds(lon, lat) for lon, lat in part.corners):
        return False
    return (
        max(
            (part.east - part.west) / (whole.east - whole.west), (part.north - part.south) / (whole.north - whole.south)
        )
        > FILLS
    )


def _areas(pin: Pin, outlines: Sequence[Outline]) -> list[Outline]:
    """The outline that a pin of a district or province stands for: by its name, else the one around its point."""
    if pin.level is None:
        return []
    level = [outline for outline in outlines if outline.level == pin.level and outline.country == pin.location.country]
    told = {pin.location.name.casefold(), (pin.area or "").casefold()}
    named = [outline for outline in level if outline.name.casefold() in told]
    return named[:1] or [o for o in level if holds(o.rings, pin.location.lon, pin.location.lat)][:1]


def _shape(outline: Outline, projection: Projection, shaded: bool) -> Shape:
    return Shape(path(outline.rings, projection), outline.level, outline.name, shaded)


def _mark(pin: Pin, projection: Projection, size: float, address: Callable[[Pin], str]) -> Mark:
    x, y = projection.at(pin.location.lon, pin.location.lat)
    grown = min(LARGEST, SMALLEST + PER_ROOT * sqrt(pin.low or pin.high or 0))
    radius = round(max(SMALLEST, grown * size), 1)
    halo = None if pin.exact else round(radius + HALO * size, 1)
    return Mark(x, y, radius, halo, pin.low is not None, pin.exact, address(pin), title(pin))


def title(pin: Pin) -> str:
    """What a mark stands for, in words."""
    told = figures.several(pin.incidents, "incident")
    return f"{pin.name}: {told}, {killed(pin)}"


def killed(pin: Pin) -> str:
    """The killed of the incidents at a place, in words."""
    words = figures.bounds(pin.low or None, pin.high)
    return f"killed: {words}" if words == figures.NOT_TOLD else f"{words} killed"


def _first(pin: Pin) -> str:
    return addresses.incident(pin.one)


def _names(
    pins: Sequence[Pin], marks: Sequence[Mark], seen: Sequence[Outline], projection: Projection, letters: float
) -> tuple[Name, ...]:
    sheet = Sheet(projection.width, projection.height)
    sheet.taken.append((0, projection.height - CORNER[1], CORNER[0], projection.height))
    for mark in marks:
        sheet.take(mark.x, mark.y, mark.reach)
    countries = {outline.country for outline in seen}
    areas = [outline for outline in seen if outline.level > 0 or len(countries) > 1]
    widest = min((outline.level for outline in areas), default=0)
    first = [outline for outline in areas if outline.level == widest]
    made = [_area_name(outline, sheet, projection, letters) for outline in first]
    spots = [(pin, mark) for pin, mark in zip(pins, marks, strict=True) if not _areas(pin, seen)]
    heavy = sorted(spots, key=lambda pair: -(pair[0].low or 0))[:NAMED]
    made += [sheet.beside(pin.name, (mark.x, mark.y), mark.reach, letters) for pin, mark in heavy]
    made += [_area_name(outline, sheet, projection, letters) for outline in areas if outline not in first]
    return tuple(name for name in made if name is not None)


def _area_name(outline: Outline, sheet: Sheet, projection: Projection, letters: float) -> Name | None:
    return sheet.centred(outline.name, projection.at(*middle(outline.rings)), letters, f"level{outline.level}")


def _scale(projection: Projection) -> Scale:
    widest = min(projection.width / 5, 130)
    km = max((km for km in SCALES if km * projection.units_a_km <= widest), default=SCALES[0])
    return Scale(round(km * projection.units_a_km, 1), f"{km:,} km")
