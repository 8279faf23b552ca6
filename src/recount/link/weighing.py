"""The points of each comparison, from weights.toml."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one comparison says for or against two claims telling of one event: points, and why in words."""

    points: float
    words: str

    @property
    def shown(self) -> str:
        """Its points for people, who cannot add a veto to anything."""
        return shown(self.points)


@cache
def _table() -> dict[str, dict[str, float]]:
    with Path(__file__).with_name("weights.toml").open("rb") as file:
        return tomllib.load(file)


def weigh(comparison: str, outcome: str, words: str) -> Evidence:
    """Evidence with the points that the table gives to an outcome of a comparison."""
    return Evidence(_table()[comparison][outcome], words)


def points(comparison: str, outcome: str, otherwise: str | None = None) -> float:
    """The points themselves; those of another outcome where the table has none for this one."""
    listed = _table()[comparison]
    return listed[outcome] if otherwise is None else listed.get(outcome, listed[otherwise])


def veto(words: str) -> Evidence:
    """Evidence that keeps two claims apart whatever else they share."""
    return Evidence(threshold("veto"), words)


def threshold(name: str) -> float:
    """A bound of the sum: `together`, `doubtful`, `clearly_better` or `veto`."""
    return float(_table()[name])  # type: ignore[arg-type]


def total(evidence: Iterable[Evidence]) -> float:
    """All points together."""
    return sum(one.points for one in evidence)


def forbids(points: float) -> bool:
    """Whether there is a veto among these points, whatever else speaks for it."""
    return points <= threshold("veto") / 2


def shown(points: float) -> str:
    """Points for people: what forbids it is a word, for it is no number to add."""
    return "forbids it" if forbids(points) else f"{points:+.1f}"
