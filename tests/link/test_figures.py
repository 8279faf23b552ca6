"""Whether the figures of two claims may be those of one event."""

from dataclasses import replace
from datetime import timedelta

from recount.link import figures
from recount.model import Claim, Group
from tests.link.telling import MONDAY, claim, features, killed, on


def points(comparison: object, one: Claim, other: Claim) -> float:
    assert callable(comparison)
    evidence = comparison(features(one), features(other))
    return 0.0 if evidence is None else float(evidence.points)


def test_a_large_number_told_twice_says_more_than_a_small_one() -> None:
    large = points(figures.tolls, claim("a", dead=126), claim("b", dead=126))
    assert large > points(figures.tolls, claim("a", dead=3), claim("b", dead=3)) > 0


def test_an_updated_toll_is_no_contradiction_and_one_many_times_larger_is() -> None:
    assert points(figures.tolls, claim("a", dead=58), claim("b", dead=100)) == 0
    few, doubled, tenfold = (claim("b", dead=dead) for dead in (3, 9, 80))
    assert points(figures.tolls, few, tenfold) < points(figures.tolls, few, doubled)
    assert points(figures.tolls, few, doubled) < 0


def test_bounds_that_may_be_one_number_speak_for_it() -> None:
    at_least = claim("b", counts=killed(5, None))
    assert points(figures.tolls, claim("a", dead=7), at_least) > 0


def test_a_far_larger_figure_over_more_days_may_be_a_total() -> None:
    week = on(MONDAY, MONDAY + timedelta(days=6))
    assert points(figures.totals, claim("a", dead=9), claim("b", dead=40, when=week)) < 0
    assert points(figures.totals, claim("a", dead=9), claim("b", dead=12, when=week)) == 0
    assert points(figures.totals, claim("a", dead=9), claim("b", dead=40)) == 0
    assert points(figures.totals, claim("a", dead=40), claim("b", dead=9, when=week)) == 0


def test_bounds_of_which_one_is_many_times_the_other_are_hardly_one_number() -> None:
    few, many = claim("a", counts=killed(13, None)), claim("b", counts=killed(58, None))
    assert points(figures.tolls, few, many) < 0 < points(figures.tolls, many, claim("c", counts=killed(50, None)))


def test_children_counted_alone_may_be_a_part_of_the_dead_and_contradict_no_other_figure() -> None:
    (count,) = killed(22, 22)
    children = claim("a", counts=(replace(count, group=Group.CHILD),))
    all_dead, fewer = claim("a", dead=35, start=50), claim("a", dead=9, start=50)
    assert not figures.contradict(features(children), features(all_dead))
    assert figures.contradict(features(children), features(fewer))
    assert figures.contradict(features(all_dead), features(fewer))


def test_who_were_among_the_dead_are_a_part_of_them() -> None:
    medics = claim("a", dead=2, words="two medics were among the dead")
    assert not figures.contradict(features(medics), features(claim("a", dead=35, start=50)))
    assert figures.contradict(features(claim("a", dead=2)), features(claim("a", dead=35, start=50)))
