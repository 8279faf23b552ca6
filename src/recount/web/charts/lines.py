"""Running totals as lines: what one source claims of one place and kind of people, report after report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recount.language.folding import fold
from recount.model import Assertion, Byline, Claim, Outcome, origins_of
from recount.store.shapes import IncidentQuery
from recount.web.charts.bars import Frame, Name
from recount.web.charts.scales import Tick, fitting
from recount.web.show import addresses, days, figures, places

SERIES = 6
"""Lines that a chart draws; the table has all."""
LEFT, TOP, BOTTOM = 66.0, 14.0, 26.0
APART = 90.0
"""Units between two days that are named below the lines."""


@dataclass(frozen=True, slots=True)
class Point:
    """A running total as one report tells it, on the day that the report was published."""

    day: date
    low: int | None
    high: int | None
    words: str
    address: str
    outlet: str

    @property
    def value(self) -> int:
        """Where it is drawn: at what is told at least, else at most."""
        return self.low if self.low is not None else self.high or 0


@dataclass(frozen=True, slots=True)
class Series:
    """What one origin claims of the same people, place and time, the earliest told first."""

    origin: str
    of: str
    since: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A point as drawn, with its span from least to most where both are told."""

    x: float
    y: float
    low: float | None
    high: float | None
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A series as drawn; `kind` is the place of its colour."""

    kind: int
    path: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything of a chart of lines; `grows` says that its heights grow by magnitude."""

    frame: Frame
    ground: float
    ticks: tuple[Tick, ...]
    names: tuple[Name, ...]
    lines: tuple[Line, ...]
    grows: bool


def series(
    claims: Sequence[Claim], bylines: Mapping[str, Byline], outcome: Outcome, query: IncidentQuery
) -> tuple[Series, ...]:
    """The series of some running totals that a query lets through, those with most points first."""
    held: dict[tuple[str, str, str], dict[date, Point]] = {}
    for claim in claims:
        byline = bylines.get(claim.report)
        if byline is None or byline.published is None or claim.assertion is not Assertion.ASSERTED:
            continue
        day = byline.published.day
        for origin in origins_of(claim, bylines):
            if _lets_through(query, claim, origin, day):
                for key, point in _points(claim, outcome, byline, day):
                    held.setdefault((origin, *key), {}).setdefault(day, point)
    made = [Series(*key, tuple(told[day] for day in sorted(told))) for key, told in held.items()]
    return tuple(sorted(made, key=lambda one: (-len(one.points), one.origin.casefold(), one.of, one.since)))


def _points(claim: Claim, outcome: Outcome, byline: Byline, day: date) -> Sequence[tuple[tuple[str, str], Point]]:
    where = places.title(claim.where) if claim.where else claim.within or places.NOT_TOLD
    since = days.NOT_TOLD if claim.when is None else _since(claim)
    return [
        (
            (f"{figures.people(count.who)}, {where}", since),
            Point(
                day, count.low, count.high, figures.count(count), addresses.claim(claim), byline.outlet or claim.report
            ),
        )
        for count in claim.counts
        if count.outcome is outcome and count.part_of is None and (count.low, count.high) != (None, None)
    ]


def _since(claim: Claim) -> str:
    told = None if claim.when is None else claim.when.start
    return "start not told" if told is None or told.earliest is None else f"since {days.days(told)}"


def _lets_through(query: IncidentQuery, claim: Claim, origin: str, day: date) -> bool:
    names = {fold(name) for place in claim.where for name in (place.name, place.admin1, place.country) if name}
    names |= {fold(claim.within)} if claim.within else set()
    sources = {fold(origin), *(fold(source.name) for chain in claim.chains for source in chain)}
    checks = (
        query.place is None or fold(query.place) in names,
        query.by is None or fold(query.by) in {fold(name) for name in claim.by},
        query.source is None or fold(query.source) in sources,
        query.type is None or query.type is claim.event,
        query.first is None or day >= query.first,
        query.last is None or day <= query.last,
    )
    return all(checks)


def draw(told: Sequence[Series], frame: Frame) -> Chart | None:
    """The lines of the first few series; none where there is no point."""
    shown = told[:SERIES]
    stops = sorted({point.day for one in shown for point in one.points})
    if not stops:
        return None
    values = [value for one in shown for point in one.points for value in (point.low, point.high) if value]
    scale = fitting(values, TOP, frame.height - BOTTOM)
    first, wide = stops[0], max((stops[-1] - stops[0]).days, 1)

    def x(day: date) -> float:
        return round(LEFT + 8 + (day - first).days / wide * (frame.width - LEFT - 20), 1)

    def dot(point: Point, origin: str) -> Dot:
        spans = point.low is not None and point.high is not None and point.low != point.high
        low, high = (scale.y(point.low or 0), scale.y(point.high or 0)) if spans else (None, None)
        return Dot(x(point.day), scale.y(point.value), low, high, f"{origin}, {days.day(point.day)}: {point.words}")

    lines = []
    for kind, one in enumerate(shown):
        dots = tuple(dot(point, one.origin) for point in one.points)
        lines.append(Line(kind, "M" + "L".join(f"{at.x:g} {at.y:g}" for at in dots), dots))
    return Chart(frame, frame.height - BOTTOM, scale.ticks, _names(stops, x), tuple(lines), scale.grows)


def _names(stops: Sequence[date], x: Callable[[date], float]) -> tuple[Name, ...]:
    made: list[Name] = []
    for day in stops:
        if not made or x(day) - made[-1].x >= APART:
            made.append(Name(x(day), day.isoformat()))
    return tuple(made)
