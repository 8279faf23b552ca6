from dataclasses import replace

import pytest

from recount.model import Event, Outcome, Scope, Status
from recount.score import AnnotatedClaim, AnnotatedCount
from recount.score.pairing import PAIRED, affinity, pair

CLAIM = AnnotatedClaim(
    event=Event.SHELLING,
    scope=Scope.INCIDENT,
    status=Status.REPORTED,
    when=None,
    where=("Halmek",),
    by=(),
    against=(),
    counts=(AnnotatedCount(Outcome.KILLED, "civilian", 3, 3),),
    sources=(),
    quote="shells killed three civilians in Halmek",
)


def test_equal_claims_are_as_sure_as_can_be() -> None:
    assert affinity(CLAIM, CLAIM) == pytest.approx(1.5)


def test_shared_words_alone_do_not_pair() -> None:
    other = replace(CLAIM, event=Event.TALKS, where=("Tolvane",), counts=())
    assert affinity(CLAIM, other) < PAIRED


def test_claims_with_other_words_are_never_paired() -> None:
    assert affinity(CLAIM, replace(CLAIM, quote="nobody spoke that night")) == 0
    assert affinity(replace(CLAIM, quote=""), replace(CLAIM, quote="")) == 0


def test_a_count_of_other_people_is_the_same_figure() -> None:
    people = replace(CLAIM, counts=(AnnotatedCount(Outcome.KILLED, "people", 3, 3),))
    assert affinity(CLAIM, people) == affinity(CLAIM, CLAIM)


def test_fields_that_neither_tells_count_a_little() -> None:
    bare = replace(CLAIM, counts=(), where=())
    assert 0.9 < affinity(bare, bare) < affinity(CLAIM, CLAIM)


def test_the_surest_pair_goes_first_and_each_claim_is_used_once() -> None:
    weaker = replace(CLAIM, quote="shells killed three", where=())
    assert pair([CLAIM], [weaker, CLAIM, weaker]) == [(0, 1)]


def test_of_equally_sure_pairs_the_later_claims_go_first() -> None:
    assert pair([CLAIM], [CLAIM, CLAIM]) == [(0, 1)]
    assert pair([CLAIM, CLAIM], [CLAIM]) == [(1, 0)]
