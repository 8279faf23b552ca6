"""Clusters: what is remembered while they grow changes none of them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link_benchmark import War

from recount.link.blocking import pairs
from recount.link.clustering import Fixed, _Growing, cluster, least
from recount.link.comparisons import compare
from recount.link.weighing import threshold, total
from recount.model import Claim, Span
from tests.link.telling import claim, features

WARS = st.builds(lambda seed: War(120, 0.1, seed).claims(), st.integers(0, 10_000))


def points(growing: _Growing, one: int, other: int) -> float:
    return total(compare(growing.claims[min(one, other)], growing.claims[max(one, other)]))


@given(WARS)
@settings(max_examples=15, deadline=None)
def test_clusters_are_those_of_comparing_all_that_is_asked_for_anew(war: list[Claim]) -> None:
    told = [features(one) for one in sorted(war, key=lambda claim: claim.key)]
    near = list(pairs(told))
    made = cluster(told, Fixed(), near)
    with pytest.MonkeyPatch.context() as plain:
        plain.setattr(_Growing, "fit", _Growing._fit)
        plain.setattr(_Growing, "_points", points)
        assert cluster(told, Fixed(), near) == made
    assert any(len(group) > 2 for group in made.members)


def test_two_claims_of_one_report_must_not_speak_against_it_unless_one_refers_back() -> None:
    counted, more = claim("a"), claim("a", dead=9, start=50)
    back = replace(claim("a", dead=None, words="the strike hit a bakery", start=60), anchor=Span(64, 70))
    other = claim("b")
    assert least(features(counted), features(more)) == threshold("in_one_report") > threshold("against")
    assert least(features(counted), features(back)) == least(features(counted), features(other)) == threshold("against")
