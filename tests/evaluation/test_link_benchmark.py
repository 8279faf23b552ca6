"""The invented war that linking is timed on."""

from link_benchmark import Added, Told, War, bylines, measure, measure_adding, row

from recount.model import Assertion, Scope


def test_the_war_is_the_same_each_time_and_as_large_as_asked_for() -> None:
    claims = War(300).claims()
    assert claims == War(300).claims()
    assert len({claim.id for claim in claims}) == 300
    assert claims != War(300, seed=1).claims()


def test_it_has_all_that_makes_linking_hard() -> None:
    claims = War(1500).claims()
    assert {claim.scope for claim in claims} == set(Scope)
    assert any(claim.assertion is Assertion.DENIED for claim in claims)
    assert any(not claim.where for claim in claims)
    assert any(claim.when is None for claim in claims)
    words = [claim.words for claim in claims]
    assert len(set(words)) < len(words)
    assert len({byline.outlet for byline in bylines(claims).values()}) > 1


def test_a_size_is_told_on_one_line_with_its_growth_a_doubling() -> None:
    told = measure(200, 1, None)
    assert told.claims == 200
    assert 50 < told.incidents < 200 < told.pairs
    before, after = Told(100, 50, 400, 1.0, 1.0, 50), Told(400, 200, 1600, 4.0, 4.0, 60)
    assert row(after, before).split()[-2] == "2.00"
    assert row(before, None).split()[-2] == "-"


def test_adding_is_told_by_its_median_and_its_slowest() -> None:
    assert len(measure_adding(40, 2, None).each) == 2
    assert Added(1000, 2.5, [0.1, 0.2, 0.9]).told() == "1,000 claims: all 2.5 s; one report 0.20 s, p95 0.90 s"
