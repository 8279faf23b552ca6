from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from recount.model import Event, Outcome, Scope, Status, UsageError, Vague
from recount.score import AnnotatedClaim, AnnotatedCount, AnnotatedReport, Bootstrap, Sought, Trait, score

DAY = date(2031, 3, 4)
CLAIM = AnnotatedClaim(
    event=Event.SHELLING,
    scope=Scope.INCIDENT,
    status=Status.REPORTED,
    when=(DAY, DAY),
    where=("Halmek",),
    by=("Highland Front",),
    against=(),
    counts=(AnnotatedCount(Outcome.KILLED, "civilian", 3, 3),),
    sources=("River Guard",),
    quote="shells killed three civilians in Halmek on Tuesday",
)
QUICK = Bootstrap(resamples=20)


def report(*claims: AnnotatedClaim, id: str = "a") -> AnnotatedReport:
    return AnnotatedReport(id, claims)


def test_gold_agrees_with_itself_in_everything() -> None:
    scores = score([report(CLAIM)], [report(CLAIM)], QUICK)
    told = [sought for sought, found in scores.found.items() if found.hits.gold]
    assert told == [s for s in Sought if s is not Sought.AGAINST]
    assert all(scores.found[sought].f1.value == 1 for sought in told)
    assert all(right.rate.value == 1 for trait, right in scores.right.items() if trait is not Trait.DAYS_INVENTED)
    assert scores.misses == ()


def test_a_report_that_was_not_predicted_counts_as_empty_and_is_named() -> None:
    scores = score([report(CLAIM), report(CLAIM, id="b")], [report(CLAIM), report(CLAIM, id="c")], QUICK)
    assert scores.found[Sought.CLAIMS].recall.value == 0.5
    assert scores.found[Sought.CLAIMS].precision.value == 1
    assert (scores.absent, scores.extra) == (("b",), ("c",))


def test_nothing_to_score_against_is_refused() -> None:
    with pytest.raises(UsageError):
        score([], [report(CLAIM)])


def test_counts_of_other_people_are_right_only_as_figures() -> None:
    other = replace(CLAIM, counts=(AnnotatedCount(Outcome.KILLED, "people", 3, 3),))
    scores = score([report(CLAIM)], [report(other)], QUICK)
    assert scores.found[Sought.FIGURE].f1.value == 1
    assert scores.found[Sought.COUNTS].f1.value == 0
    assert [(miss.found, miss.count.who) for miss in scores.misses] == [(False, "civilian"), (True, "people")]


def test_a_count_under_the_wrong_claim_is_found_but_not_placed() -> None:
    elsewhere = replace(CLAIM, where=("Tolvane",), event=Event.TALKS, quote="something else was said about it")
    scores = score([report(CLAIM)], [report(elsewhere)], QUICK)
    assert scores.found[Sought.COUNTS].f1.value == 1
    assert scores.found[Sought.PLACED].f1.value == 0


def test_a_bare_plural_is_the_vague_word_unknown() -> None:
    def with_vague(word: Vague | None) -> AnnotatedReport:
        return report(replace(CLAIM, counts=(AnnotatedCount(Outcome.KILLED, "civilian", None, None, word),)))

    assert score([with_vague(Vague.UNKNOWN)], [with_vague(None)], QUICK).found[Sought.COUNTS].f1.value == 1
    assert score([with_vague(Vague.DOZENS)], [with_vague(None)], QUICK).found[Sought.COUNTS].f1.value == 0


@pytest.mark.parametrize(
    ("told", "exact", "overlap"),
    [
        ((DAY, DAY), 1, 1),
        ((None, DAY), 0, 1),
        ((DAY, None), 0, 1),
        ((date(2031, 3, 5), None), 0, 0),
        ((None, None), 0, 1),
        (None, 0, 0),
    ],
)
def test_days_are_right_when_both_are_and_overlap_when_one_is_shared(
    told: tuple[date | None, date | None] | None, exact: int, overlap: int
) -> None:
    right = score([report(CLAIM)], [report(replace(CLAIM, when=told))], QUICK).right
    assert right[Trait.WHEN_EXACT].rate.value == exact
    assert right[Trait.WHEN_OVERLAP].rate.value == overlap


def test_days_where_none_are_told_are_invented() -> None:
    undated = report(replace(CLAIM, when=None))
    assert score([undated], [report(CLAIM)], QUICK).right[Trait.DAYS_INVENTED].rate.value == 1
    assert score([undated], [undated], QUICK).right[Trait.DAYS_INVENTED].rate.value == 0


REPORTS = some.lists(some.sampled_from([report(), report(CLAIM), report(CLAIM, replace(CLAIM, when=None))]), min_size=1)


@given(REPORTS, REPORTS)
def test_intervals_hold_nothing_but_shares_and_the_same_seed_gives_the_same(
    gold: list[AnnotatedReport], predicted: list[AnnotatedReport]
) -> None:
    named = [replace(one, id=str(place)) for place, one in enumerate(gold)]
    guessed = [replace(one, id=str(place)) for place, one in enumerate(predicted)]
    scores = score(named, guessed, QUICK)
    rates = [rate for found in scores.found.values() for rate in (found.precision, found.recall, found.f1)]
    assert all(0 <= rate.low <= rate.high <= 1 for rate in rates)
    assert scores == score(named, guessed, QUICK)


def test_reports_that_differ_widen_the_interval() -> None:
    gold = [report(CLAIM, id=str(number)) for number in range(20)]
    half = [report(*one.claims[: number % 2], id=one.id) for number, one in enumerate(gold)]
    apart = score(gold, half).found[Sought.CLAIMS].recall
    assert apart.low < apart.value == 0.5 < apart.high
    alike = score(gold, gold).found[Sought.CLAIMS].recall
    assert alike.low == alike.value == alike.high == 1


def test_without_resamples_there_is_no_spread() -> None:
    rate = score([report(CLAIM)], [report()], Bootstrap(resamples=0)).found[Sought.CLAIMS].f1
    assert rate.low == rate.value == rate.high == 0
