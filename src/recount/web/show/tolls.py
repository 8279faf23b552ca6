"""Tolls side by side: one row an origin, one column an outcome, and the range over all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recount.model import Figure, Outcome, Toll
from recount.web.show import figures
from recount.web.show.labels import label

NOT_SETTLED = "not settled"
"""What stands for a best figure that a policy does not give, though figures are told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure as one origin claims it. `part` says that it lies within another and is not added to it."""

    words: str
    who: str
    part: bool
    claim: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """What one origin says, column by column."""

    origin: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One outcome, with its toll worked out from all origins."""

    outcome: str
    toll: figures.TollWords
    low: str
    best: str
    high: str


@dataclass(frozen=True, slots=True)
class Table:
    """The figures claimed and the tolls worked out from them."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    policy: str


def table(tolls: Sequence[Toll], numbers: Mapping[str, int]) -> Table | None:
    """All tolls of an incident; `numbers` says which claim on the page has which id. None where nothing is told."""
    order = list(Outcome)
    ordered = sorted(tolls, key=lambda toll: order.index(toll.outcome))
    if not ordered:
        return None
    origins = dict.fromkeys(figure.origin for toll in ordered for figure in toll.figures)
    rows = tuple(Row(origin, tuple(_cell(origin, toll, numbers) for toll in ordered)) for origin in origins)
    return Table(tuple(map(_column, ordered)), rows, ordered[0].policy)


def _column(toll: Toll) -> Column:
    def shown(bound: int | None) -> str:
        return figures.NOT_TOLD if bound is None else figures.number(bound)

    best = NOT_SETTLED if toll.best is None and (toll.min, toll.max) != (None, None) else shown(toll.best)
    return Column(label("outcome", toll.outcome), figures.toll(toll), shown(toll.min), best, shown(toll.max))


def _cell(origin: str, toll: Toll, numbers: Mapping[str, int]) -> tuple[Entry, ...]:
    told = [figure for figure in toll.figures if figure.origin == origin]
    return tuple(entry(figure, numbers) for figure in sorted(told, key=lambda figure: figure.part))


def entry(told: Figure, numbers: Mapping[str, int]) -> Entry:
    """One figure in words; `numbers` says which claim on the page has which id."""
    who = figures.people(told.who, one=told.low == told.high == 1)
    return Entry(figures.figure(told), who, told.part, told.claim, numbers.get(told.claim))
