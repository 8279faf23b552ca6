"""How far two readers agree beyond what chance would give (Cohen 1960)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kappa:
    """What two readers said of the same things: how often each pair of verdicts came up.

    >>> told = Kappa.of([("same", "same"), ("same", "different"), ("different", "different"), ("same", "same")])
    >>> told.agreed, told.of_all, round(told.value, 2)
    (3, 4, 0.5)
    """

    table: Mapping[tuple[str, str], int]

    @classmethod
    def of(cls, verdicts: Sequence[tuple[str, str]]) -> "Kappa":
        """From the verdicts of the one and the other, thing by thing."""
        return cls(Counter(verdicts))

    @property
    def of_all(self) -> int:
        """How many things both judged."""
        return sum(self.table.values())

    @property
    def agreed(self) -> int:
        """How many of them both judged alike."""
        return sum(amount for (one, other), amount in self.table.items() if one == other)

    @property
    def by_chance(self) -> float:
        """The share that would agree by chance, were the two to judge as often so and so, but blindly."""
        ones: Counter[str] = Counter()
        others: Counter[str] = Counter()
        for (one, other), amount in self.table.items():
            ones[one] += amount
            others[other] += amount
        return sum(ones[kind] * others[kind] for kind in ones) / self.of_all**2 if self.of_all else 0.0

    @property
    def value(self) -> float | None:
        """Cohen's kappa: 1 where they always agree, 0 as by chance; none where chance alone would agree on all."""
        chance = self.by_chance
        if not self.of_all or chance == 1:
            return None
        return (self.agreed / self.of_all - chance) / (1 - chance)
