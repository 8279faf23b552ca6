"""Tolls of periods as bars: what is told at least in solid parts, what is told at most as a dashed box above them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recount.store.shapes import Period, Sum
from recount.web.charts import periods
from recount.web.charts.scales import Tick, from_zero
from recount.web.show import figures

KINDS = 7
"""Parts of a stack with a colour of their own; all further ones share one."""
OTHERS = "others"
OPEN = 12.0
"""Height of a box whose upper end is not told."""
LEFT, TOP, BOTTOM = 46.0, 12.0, 26.0
ACROSS = 72.0
"""Units that a name below the bars needs."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How large a chart is, in units, with the size of its letters."""

    width: float
    height: float
    letters: float


WIDE = Frame(960, 300, 12.5)
NARROW = Frame(380, 260, 12)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the stack: its name, none where it is not told, and the place of its colour."""

    name: str | None
    kind: int


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of a bar; `kind` is the place of its colour."""

    y: float
    height: float
    kind: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One period. `doubt` is the dashed box up to the most that is told, open above where no most is."""

    x: float
    width: float
    title: str
    solid: tuple[Box, ...]
    doubt: Box | None
    open: bool
    best: float | None


@dataclass(frozen=True, slots=True)
class Name:
    """A name below the bars."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything of a chart of bars."""

    frame: Frame
    ground: float
    ticks: tuple[Tick, ...]
    names: tuple[Name, ...]
    bars: tuple[Bar, ...]


def spelled_alike(sums: Sequence[Sum]) -> list[Sum]:
    """The sums with parts that differ in capitals alone under one name, the one that most incidents are told with."""
    told: dict[str, int] = {}
    for one in sums:
        if one.part is not None:
            told[one.part] = told.get(one.part, 0) + one.incidents
    best: dict[str, str] = {}
    for name in sorted(told, key=lambda name: (told[name], name)):
        best[name.casefold()] = name
    return [one if one.part is None else replace(one, part=best[one.part.casefold()]) for one in sums]


def parts(sums: Sequence[Sum]) -> tuple[Part, ...]:
    """The parts of a stack, those first that most incidents are told of; the many small ones share the last colour."""
    told: dict[str, int] = {}
    for one in sums:
        if one.part is not None:
            told[one.part] = told.get(one.part, 0) + one.incidents
    ordered = sorted(told, key=lambda name: (-told[name], name))
    made = [Part(name, kind) for kind, name in enumerate(ordered[:KINDS])]
    made += [Part(OTHERS, KINDS)] if len(ordered) > KINDS else []
    # What tells no part is pale beside what does; a chart that is not parted has the first colour, as its legend tells.
    made += [Part(None, KINDS + 1 if made else 0)] if any(one.part is None for one in sums) else []
    return tuple(made)


def by_period(sums: Sequence[Sum], stack: Sequence[Part]) -> Mapping[str, Mapping[str | None, Sum]]:
    """The sums of each period by part, small parts put together."""
    shown = {part.name for part in stack}
    held: dict[str, dict[str | None, Sum]] = {}
    for one in sums:
        name = one.part if one.part in shown else OTHERS
        mine = held.setdefault(one.period, {})
        mine[name] = add((mine[name], one)) if name in mine else replace(one, part=name)
    return held


def add(sums: Sequence[Sum]) -> Sum:
    """Sums put together: a bound that one of them lacks is absent, but for the lowest, which adds what there is."""
    lows = [one.low for one in sums if one.low is not None]
    return Sum(
        sums[0].period,
        sums[0].part,
        sum(one.incidents for one in sums),
        sum(lows) if lows else None,
        _all_of([one.best for one in sums]),
        _all_of([one.high for one in sums]),
    )


def least(one: Sum) -> int | None:
    """What a bar stands on: the lowest figures added up, or the best where a policy gives these alone."""
    return one.best if one.low is None else one.low


def told(one: Sum) -> str:
    """A sum in words."""
    alone = one.best is not None and (one.low, one.high) == (None, None)
    return figures.bounds(one.best, one.best) if alone else figures.bounds(one.low, one.high)


def _all_of(bounds: Sequence[int | None]) -> int | None:
    known = [bound for bound in bounds if bound is not None]
    return sum(known) if len(known) == len(bounds) else None


def draw(
    shown: Sequence[str],
    period: Period,
    held: Mapping[str, Mapping[str | None, Sum]],
    stack: Sequence[Part],
    frame: Frame,
) -> Chart:
    """The bars of some periods in a row, those without a toll left out."""
    totals = {key: add(list(held[key].values())) for key in shown if key in held}
    most = max((max(one.low or 0, one.best or 0, one.high or 0) for one in totals.values()), default=0)
    scale = from_zero(most, TOP + OPEN, frame.height - BOTTOM)
    step = (frame.width - LEFT) / max(len(shown), 1)
    made = []
    for place, key in enumerate(shown):
        if key not in totals:
            continue
        total, solid, low = totals[key], [], 0
        for part in stack:
            one = held[key].get(part.name)
            if one is not None and (more := least(one)):
                solid.append(Box(scale.y(low + more), round(scale.y(low) - scale.y(low + more), 1), part.kind))
                low += more
        made.append(
            Bar(
                x=round(LEFT + place * step + step * 0.12, 1),
                width=round(max(step * 0.76, 1.5), 1),
                title=title(total, period),
                solid=tuple(solid),
                doubt=_doubt(total, scale.y(low), None if total.high is None else scale.y(total.high)),
                open=total.high is None and not _is_one_figure(total),
                best=None if total.best is None else scale.y(total.best),
            )
        )
    return Chart(frame, frame.height - BOTTOM, scale.ticks, _names(shown, step, frame.width), tuple(made))


def _is_one_figure(total: Sum) -> bool:
    return total.low is None and total.high is None and total.best is not None


def _doubt(total: Sum, low: float, high: float | None) -> Box | None:
    if _is_one_figure(total):
        return None
    if high is None:
        return Box(low - OPEN, OPEN, 0)
    return None if high >= low else Box(high, round(low - high, 1), 0)


def title(total: Sum, period: Period) -> str:
    """A period's tolls in words."""
    return f"{periods.words(total.period, period)}: {told(total)}, {figures.several(total.incidents, 'incident')}"


def _names(shown: Sequence[str], step: float, width: float) -> tuple[Name, ...]:
    every = max(1, -(-int(ACROSS) // max(int(step), 1)))
    marked = [(place, key) for place, key in enumerate(shown) if place % every == 0]
    made = [Name(round(LEFT + (place + 0.5) * step, 1), key) for place, key in marked]
    # A name at the edge is moved into the chart, and must not run into the one before it.
    crowded = len(made) > 1 and made[-1].x > width - ACROSS / 2 and made[-1].x - made[-2].x < 1.5 * ACROSS
    return tuple(made[:-1] if crowded else made)
