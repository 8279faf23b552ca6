"""What is taken for what: each kind of disagreement between annotated and predicted claims, counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recount.score.names import shared
from recount.score.pairing import pair
from recount.score.shapes import AnnotatedClaim, AnnotatedReport, CountKey


@dataclass(frozen=True, slots=True)
class Confusion:
    """One kind of disagreement over a field: what was annotated, what was predicted instead, and how often."""

    field: str
    gold: str
    predicted: str
    times: int


NOTHING = "nothing"
"""What stands for a claim or a name that only one of the two has."""

_Kind = tuple[str, str, str]


def confusions(gold: Sequence[AnnotatedReport], predicted: Sequence[AnnotatedReport]) -> tuple[Confusion, ...]:
    """Every kind of disagreement, the most frequent first; reports are paired by id.

    Claims that have no partner are confusions of their event with nothing. Of paired claims the kind of event, scope
    and status are compared, whom counts of one number speak of, and how lists of names and days differ.
    """
    by_id = {report.id: report for report in predicted}
    found: Counter[_Kind] = Counter()
    for report in gold:
        found.update(_of_report(report, by_id.get(report.id, AnnotatedReport(report.id, ()))))
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Confusion(*kind, times) for kind, times in ordered)


def _of_report(gold: AnnotatedReport, predicted: AnnotatedReport) -> Iterator[_Kind]:
    pairs = pair(gold.claims, predicted.claims)
    ours, theirs = {one for one, _ in pairs}, {other for _, other in pairs}
    yield from (("claim", claim.event.value, NOTHING) for n, claim in enumerate(gold.claims) if n not in ours)
    yield from (("claim", NOTHING, claim.event.value) for n, claim in enumerate(predicted.claims) if n not in theirs)
    for one, other in pairs:
        yield from _of_pair(gold.claims[one], predicted.claims[other])


def _of_pair(gold: AnnotatedClaim, predicted: AnnotatedClaim) -> Iterator[_Kind]:
    plain = (
        ("event", gold.event.value, predicted.event.value),
        ("scope", gold.scope.value, predicted.scope.value),
        ("status", gold.status.value, predicted.status.value),
    )
    yield from (kind for kind in plain if kind[1] != kind[2])
    if gold.when != predicted.when:
        yield "when", _days(gold), _days(predicted)
    for field, ours, theirs in (
        ("where", gold.places, predicted.places),
        ("by", gold.by, predicted.by),
        ("against", gold.against, predicted.against),
        ("sources", gold.sources, predicted.sources),
    ):
        yield from _of_names(field, ours, theirs)
    yield from _of_people(gold, predicted)


def _days(claim: AnnotatedClaim) -> str:
    """How exactly a claim tells when."""
    if claim.when is None or not any(claim.when):
        return NOTHING
    first, last = claim.when
    if first is None or last is None:
        return "open"
    return "a day" if first == last else "several days"


def _of_names(field: str, gold: Sequence[str], predicted: Sequence[str]) -> Iterator[_Kind]:
    """How two lists of names differ; nothing where they agree."""
    same = shared(gold, predicted)
    if same == max(len(gold), len(predicted)):
        return
    if not gold or not predicted:
        yield field, "names" if gold else NOTHING, "names" if predicted else NOTHING
    elif same == len(predicted):
        yield field, "names", "some of them"
    elif same == len(gold):
        yield field, "names", "more than these"
    else:
        yield field, "names", "others"


def _of_people(gold: AnnotatedClaim, predicted: AnnotatedClaim) -> Iterator[_Kind]:
    """Counts of one number that differ in who came to harm, or how."""
    left = sorted(predicted.keys - gold.keys, key=str)
    for key in sorted(gold.keys - predicted.keys, key=str):
        same = next((n for n, other in enumerate(left) if _number(other) == _number(key)), None)
        if same is None:
            yield "count", _people(key), NOTHING
        else:
            yield "count", _people(key), _people(left.pop(same))
    yield from (("count", NOTHING, _people(key)) for key in left)


def _number(key: CountKey) -> tuple[object, ...]:
    return key.low, key.high, key.vague


def _people(key: CountKey) -> str:
    return f"{key.who or 'people'} {key.outcome.value}".replace("_", " ")
