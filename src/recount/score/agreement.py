"""How far a predicted report agrees with the annotated one: numbers that can be added up over reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recount.score.names import shared
from recount.score.pairing import pair
from recount.score.shapes import AnnotatedClaim, AnnotatedReport, CountKey


class Sought(StrEnum):
    """What is looked for in a report, scored by precision and recall."""

    COUNTS = "counts"
    """The distinct counts of a report."""
    FIGURE = "figure"
    """The same without who the people are."""
    PLACED = "placed"
    """The same counts, right only under the paired claim."""
    CLAIMS = "claims"
    """Claims that could be paired."""
    WHERE = "where"
    BY = "by"
    AGAINST = "against"
    SOURCES = "sources"


class Trait(StrEnum):
    """What each paired claim has, scored by how often it is right."""

    EVENT = "event"
    SCOPE = "scope"
    STATUS = "status"
    WHEN_EXACT = "when_exact"
    """Both days are right, of the claims whose days are told."""
    WHEN_OVERLAP = "when_overlap"
    """The days overlap, of the claims whose days are told."""
    DAYS_INVENTED = "days_invented"
    """Days were given, of the claims whose days are not told. The fewer, the better."""


def harmonic_mean(precision: float, recall: float) -> float:
    """F1 of two shares; 0 where both are."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Hits:
    """How many were found, of how many annotated and how many predicted ones."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """The share of the predicted ones that is right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the annotated ones that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Share:
    """How many are so, of how many."""

    hits: int = 0
    of: int = 0

    @property
    def value(self) -> float:
        """The share; 0 where there is nothing to be shared."""
        return self.hits / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far one report, or many added up, agree with their annotation."""

    found: Mapping[Sought, Hits]
    right: Mapping[Trait, Share]

    @property
    def numbers(self) -> tuple[int, ...]:
        """All that can be added up, in the order of the enumerations."""
        found = (self.found[sought] for sought in Sought)
        right = (self.right[trait] for trait in Trait)
        return (
            *(number for hits in found for number in (hits.hits, hits.gold, hits.predicted)),
            *(number for share in right for number in (share.hits, share.of)),
        )

    @classmethod
    def of_numbers(cls, numbers: Iterable[int]) -> "Agreement":
        """The agreement that these are the numbers of."""
        rest = iter(numbers)
        found = {sought: Hits(next(rest), next(rest), next(rest)) for sought in Sought}
        return cls(found, {trait: Share(next(rest), next(rest)) for trait in Trait})


def total(rows: Sequence[tuple[int, ...]]) -> Agreement:
    """Many reports, each as its numbers, added up."""
    return Agreement.of_numbers(map(sum, zip(*rows, strict=True)))


def compare(gold: AnnotatedReport, predicted: AnnotatedReport) -> Agreement:
    """How far a predicted report agrees with the annotated one."""
    pairs = [(gold.claims[i], predicted.claims[j]) for i, j in pair(gold.claims, predicted.claims)]
    found = {
        Sought.COUNTS: _hits(gold.keys, predicted.keys),
        Sought.FIGURE: _hits(gold.figures, predicted.figures),
        Sought.PLACED: Hits(
            sum(len(one.keys & other.keys) for one, other in pairs), _keys(gold.claims), _keys(predicted.claims)
        ),
        Sought.CLAIMS: Hits(len(pairs), len(gold.claims), len(predicted.claims)),
        Sought.WHERE: _named([(one.places, other.places) for one, other in pairs]),
        Sought.BY: _named([(one.by, other.by) for one, other in pairs]),
        Sought.AGAINST: _named([(one.against, other.against) for one, other in pairs]),
        Sought.SOURCES: _named([(one.sources, other.sources) for one, other in pairs]),
    }
    return Agreement(found, _traits(pairs))


def _hits(gold: frozenset[CountKey], predicted: frozenset[CountKey]) -> Hits:
    return Hits(len(gold & predicted), len(gold), len(predicted))


def _keys(claims: Sequence[AnnotatedClaim]) -> int:
    return sum(len(claim.keys) for claim in claims)


def _named(lists: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Hits:
    return Hits(
        sum(shared(gold, predicted) for gold, predicted in lists),
        sum(len(gold) for gold, _ in lists),
        sum(len(predicted) for _, predicted in lists),
    )


def _traits(pairs: Sequence[tuple[AnnotatedClaim, AnnotatedClaim]]) -> dict[Trait, Share]:
    dated = [(gold.when, other.when) for gold, other in pairs if gold.when is not None]
    undated = [other.when for gold, other in pairs if gold.when is None]
    return {
        Trait.EVENT: Share(sum(gold.event is other.event for gold, other in pairs), len(pairs)),
        Trait.SCOPE: Share(sum(gold.scope is other.scope for gold, other in pairs), len(pairs)),
        Trait.STATUS: Share(sum(gold.status is other.status for gold, other in pairs), len(pairs)),
        Trait.WHEN_EXACT: Share(sum(gold == other for gold, other in dated), len(dated)),
        Trait.WHEN_OVERLAP: Share(sum(_overlap(gold, other) for gold, other in dated), len(dated)),
        Trait.DAYS_INVENTED: Share(sum(when is not None and any(when) for when in undated), len(undated)),
    }


def _overlap(gold: tuple[date | None, date | None], predicted: tuple[date | None, date | None] | None) -> bool:
    """Whether two intervals share a day; an end that is not told is open."""
    if predicted is None:
        return False
    starts_in_time = (gold[0] or date.min) <= (predicted[1] or date.max)
    return starts_in_time and (predicted[0] or date.min) <= (gold[1] or date.max)
