"""From numbers of people to heights of a drawing."""

from dataclasses import dataclass
from math import floor, log10

from recount.web.show.figures import number

LINES = 4
"""How many lines across a chart has at least where numbers are large enough."""
FAR_APART = 50
"""From how many times the least on the greatest makes the least hard to see, so that heights grow by magnitude."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across a chart, with its number."""

    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers between two ends on so many units, drawn from the top down; `grows` says that by magnitude."""

    least: float
    most: float
    top: float
    bottom: float
    grows: bool = False

    def y(self, value: float) -> float:
        """How far from the top of the drawing a number stands."""
        low, high, at = self.least, self.most, min(max(value, self.least), self.most)
        if self.grows:
            low, high, at = log10(low), log10(high), log10(at)
        return round(self.bottom - (at - low) / (high - low) * (self.bottom - self.top), 1)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The lines across."""
        if self.grows:
            powers = [10**power for power in range(round(log10(self.least)), round(log10(self.most)) + 1)]
            return tuple(Tick(self.y(value), number(value)) for value in powers)
        step = nice_step(self.most)
        return tuple(Tick(self.y(value), number(value)) for value in range(0, round(self.most) + 1, step))


def nice_step(most: float) -> int:
    """The round number between two lines.

    >>> nice_step(3), nice_step(37), nice_step(1600)
    (1, 5, 200)
    """
    rough = max(most / LINES, 1)
    size = 10 ** floor(log10(rough))
    return int(max(step * size for step in (1, 2, 5) if step * size <= rough))


def from_zero(most: float, top: float, bottom: float) -> Scale:
    """A scale from 0 to a round number that holds the most."""
    step = nice_step(most)
    return Scale(0, max(-(-most // step) * step, 1), top, bottom)


def fitting(values: list[int], top: float, bottom: float) -> Scale:
    """A scale from 0, or by magnitude where the least would else lie flat on the ground."""
    told = [value for value in values if value > 0]
    if told and max(told) > FAR_APART * min(told):
        return Scale(10.0 ** floor(log10(min(told))), 10.0 ** -floor(-log10(max(told))), top, bottom, grows=True)
    return from_zero(max(told, default=1), top, bottom)
