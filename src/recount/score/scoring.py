"""Precision, recall and agreement of predicted reports against annotated ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recount.model import UsageError
from recount.score.agreement import Hits, Share, Sought, Trait, compare, total
from recount.score.bootstrap import Bootstrap, Rate, with_intervals
from recount.score.shapes import AnnotatedReport, CountKey


@dataclass(frozen=True, slots=True)
class Found:
    """How well one thing is found, with the numbers that it rests on."""

    hits: Hits
    precision: Rate
    recall: Rate
    f1: Rate


@dataclass(frozen=True, slots=True)
class Right:
    """How often one trait of the paired claims is right, with the numbers that it rests on."""

    share: Share
    rate: Rate


@dataclass(frozen=True, slots=True)
class Miss:
    """A count that was not found, or that was found and is none."""

    report: str
    found: bool
    count: CountKey


@dataclass(frozen=True, slots=True)
class Scores:
    """How far predicted reports agree with annotated ones.

    `absent` names the annotated reports that nothing was predicted for, which count as empty; `extra` the predicted
    ones that nobody annotated, which do not count.
    """

    found: Mapping[Sought, Found]
    right: Mapping[Trait, Right]
    reports: int
    misses: tuple[Miss, ...] = ()
    absent: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def paired(self) -> int:
        """How many claims could be paired."""
        return self.found[Sought.CLAIMS].hits.hits


def score(
    gold: Sequence[AnnotatedReport], predicted: Sequence[AnnotatedReport], bootstrap: Bootstrap | None = None
) -> Scores:
    """How far predicted reports agree with annotated ones, paired by id.

    Counts, figures, claims, places, actors and sources get precision, recall and F1; what each paired claim has (event,
    scope, status, days) the share that is right. Intervals come from drawing the reports again and again.
    """
    if not gold:
        raise UsageError("There are no annotated reports to score against.")
    by_id = {report.id: report for report in predicted}
    pairs = [(report, by_id.get(report.id, AnnotatedReport(report.id, ()))) for report in gold]
    rows = [compare(one, other).numbers for one, other in pairs]
    whole = total(rows)
    rates = iter(with_intervals(rows, bootstrap or Bootstrap()))
    found = {sought: Found(whole.found[sought], next(rates), next(rates), next(rates)) for sought in Sought}
    annotated = {report.id for report in gold}
    return Scores(
        found=found,
        right={trait: Right(whole.right[trait], next(rates)) for trait in Trait},
        reports=len(gold),
        misses=tuple(miss for one, other in pairs for miss in _misses(one, other)),
        absent=tuple(report.id for report in gold if report.id not in by_id),
        extra=tuple(key for key in by_id if key not in annotated),
    )


def _misses(gold: AnnotatedReport, predicted: AnnotatedReport) -> Iterator[Miss]:
    for key in sorted(gold.keys - predicted.keys, key=str):
        yield Miss(gold.id, found=False, count=key)
    for key in sorted(predicted.keys - gold.keys, key=str):
        yield Miss(gold.id, found=True, count=key)
