"""Which claims are compared: none is left out that could be of one event with another."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link_benchmark import War

from recount.link import blocking
from recount.link.blocking import keys, pairs
from recount.link.comparisons import OF_A_DENIAL, OF_ONE_EVENT, compare
from recount.link.features import Features
from recount.link.weighing import threshold, total
from recount.model import Claim, Outcome
from tests.link.telling import FAR, at, claim, features, killed

# Few enough for all pairs to be compared, and so close that many of them are near each other.
WARS = st.builds(lambda seed: War(120, 0.1, seed).claims(), st.integers(0, 10_000))


def speak_for_each_other(one: Features, other: Features) -> bool:
    points = (total(compare(one, other, by)) for by in (OF_ONE_EVENT, OF_A_DENIAL))
    return max(points) >= threshold("doubtful")


@given(WARS)
@settings(max_examples=15, deadline=None)
def test_two_claims_that_share_a_key_and_speak_for_each_other_are_always_compared(war: list[Claim]) -> None:
    told = [features(one) for one in war]
    found = list(pairs(told))
    assert len(found) == len(set(found))
    near = [(a, b) for a, b in combinations(range(len(told)), 2) if keys(told[a]) & keys(told[b])]
    wanted = {(a, b) for a, b in near if speak_for_each_other(told[a], told[b])}
    assert wanted <= set(found) <= set(near)
    assert wanted


def test_claims_of_other_days_or_of_places_far_away_are_not_compared() -> None:
    words = "the same words of agency copy in every one of these reports"
    one, other = claim("a", words=words), claim("b", at(FAR), words=words)
    assert keys(features(one)) & keys(features(other))
    assert list(pairs([features(one), features(other)])) == []


def test_a_claim_of_no_day_meets_the_same_dead_and_injured_of_a_place_spelt_otherwise() -> None:
    (count,) = killed(6, 6)
    both = (count, replace(count, outcome=Outcome.INJURED, low=32, high=32))
    dated = claim("a", at(None, "Halmek"), counts=both, words="a blast in the market")
    undated = claim("b", at(None, "Khalimeq"), counts=both, when=None, words="state television told of it")
    fewer = replace(undated, counts=(count,))
    assert list(pairs([features(dated), features(undated)])) == [(0, 1)]
    assert list(pairs([features(dated), features(fewer)])) == []


def test_a_key_that_too_many_claims_share_joins_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    three = [features(claim(name)) for name in "abc"]
    assert len(list(pairs(three))) == 3
    for limit in ("_MOST", "_MOST_OF_AREA", "_MOST_OF_PLACE"):
        monkeypatch.setattr(blocking, limit, 2)
    assert list(pairs(three)) == []
