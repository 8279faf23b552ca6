"""Grades of civilian harm, and ranges by class of people."""

from recount.model import Assertion, Claim, Doubt, Group
from recount.tally import Grade, class_ranges, grade
from tests.tally.people_told import CIVILIAN, COMBATANT, dead, incident, said, toll

SIDES = {"Marrovian Gazette": "Marrovia"}


def graded(*claims: Claim) -> Grade | None:
    return grade(incident(*claims), {}, SIDES)


def test_a_side_that_says_it_did_it_confirms_the_harm_itself_or_through_who_speaks_for_it() -> None:
    assert graded(said("Marrovia", dead(3), by=("Marrovia",))) is Grade.CONFIRMED
    assert graded(said("Marrovian Gazette", dead(3), by=("Marrovia",))) is Grade.CONFIRMED


def test_a_side_that_hedges_denies_or_speaks_of_combatants_confirms_nothing() -> None:
    hedged = said("Marrovia", dead(3), by=("Marrovia",), doubts=frozenset({Doubt.ACTOR}))
    assert graded(hedged) is Grade.WEAK
    denied = said("Marrovia", dead(3), by=("Marrovia",), assertion=Assertion.DENIED)
    assert graded(said("Blue Lamps", dead(3), by=("Marrovia",)), denied) is Grade.WEAK
    fighters = said("Marrovia", dead(3, standing=COMBATANT), by=("Marrovia",))
    assert graded(said("Blue Lamps", dead(3)), fighters) is Grade.WEAK


def test_one_origin_is_weak_and_two_that_name_a_side_are_fair() -> None:
    first, second = said("Blue Lamps", dead(3), by=("Marrovia",)), said("Norvane", dead(4))
    assert graded(first) is Grade.WEAK
    assert graded(first, second) is Grade.FAIR


def test_origins_that_name_different_sides_contest_it() -> None:
    first, second = (said(name, dead(3), by=(by,)) for name, by in (("a", "Marrovia"), ("b", "Highland Front")))
    assert graded(first, second) is Grade.CONTESTED
    assert graded(first, said("b", dead(3), by=("Marrovia", "Highland Front"))) is Grade.FAIR


def test_an_origin_that_names_another_side_later_does_not_contest_itself() -> None:
    first = said("Blue Lamps", dead(3), report="a", by=("Marrovia",))
    assert graded(first, said("Blue Lamps", dead(3), report="b", by=("Highland Front",))) is Grade.WEAK


def test_where_all_people_are_combatants_it_is_discounted() -> None:
    assert graded(said("Blue Lamps", dead(3, standing=COMBATANT))) is Grade.DISCOUNTED
    assert graded(said("Blue Lamps", dead(3, standing=COMBATANT), dead(1))) is Grade.WEAK


def test_no_grade_fits_where_nobody_is_counted_or_no_side_named() -> None:
    assert graded(said("Blue Lamps", by=("Marrovia",))) is None
    assert graded(said("Blue Lamps", dead(3)), said("Norvane", dead(3))) is None


def test_each_class_of_people_has_a_range_over_the_origins_that_tell_of_it() -> None:
    first = said("Blue Lamps", dead(20, standing=CIVILIAN), dead(6, group=Group.CHILD, part_of=0))
    second = said("Norvane", dead(23, None, standing=CIVILIAN), dead(9, group=Group.CHILD, part_of=0))
    ranges = {made.who: (made.min, made.max) for made in class_ranges(toll(first, second))}
    assert ranges == {"civilian": (20, None), "child": (6, 9)}


def test_a_class_of_which_an_origin_says_only_that_it_was_fewer_has_no_minimum() -> None:
    (only,) = class_ranges(toll(said("Blue Lamps", dead(20)), said("Norvane", dead(None, 9))))
    assert (only.min, only.max) == (None, 20)


def test_two_groups_of_one_class_in_one_claim_are_added() -> None:
    (only,) = class_ranges(toll(said("Blue Lamps", dead(3), dead(4))))
    assert (only.min, only.max, len(only.figures)) == (7, 7, 2)
