"""How far figures would move had other reports been annotated: bootstrap intervals over reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from random import Random

from recount.score.agreement import Agreement, Sought, Trait, total

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """How often to draw as many reports as there are, with replacement. The same seed draws the same reports."""

    resamples: int = 1000
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure with the interval that holds it in 95 of 100 draws of reports."""

    value: float
    low: float
    high: float


def rates(whole: Agreement) -> tuple[float, ...]:
    """All figures of an agreement, in the order of the enumerations: precision, recall and F1, then shares."""
    found = (whole.found[sought] for sought in Sought)
    figures = [figure for hits in found for figure in (hits.precision, hits.recall, hits.f1)]
    return (*figures, *(whole.right[trait].value for trait in Trait))


def with_intervals(rows: Sequence[tuple[int, ...]], bootstrap: Bootstrap) -> tuple[Rate, ...]:
    """The figures of all reports together, each report given as its numbers, with their intervals."""
    draw = Random(bootstrap.seed)
    drawn = [rates(total(draw.choices(rows, k=len(rows)))) for _ in range(bootstrap.resamples)]
    values = rates(total(rows))
    columns = zip(*drawn, strict=True) if drawn else ((value,) for value in values)
    return tuple(_rate(value, sorted(column)) for value, column in zip(values, columns, strict=True))


def _rate(value: float, ordered: Sequence[float]) -> Rate:
    outside = (1 - CONFIDENCE) / 2
    low = ordered[int(outside * len(ordered))]
    high = ordered[ceil((1 - outside) * len(ordered)) - 1]
    return Rate(value, low, high)
