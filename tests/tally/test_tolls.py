"""What each origin says of an incident, and what `range` makes of it."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from recount.model import Assertion, Byline, Claim, Group, Outcome, Scope, Vague, Work
from recount.tally import Policy, tolls
from tests.tally.people_told import (
    CIVILIAN,
    COMBATANT,
    POLICIES,
    RANGE,
    chain,
    dead,
    incident,
    killed,
    published,
    said,
    told,
    toll,
)

DOZENS = dead(None, vague=Vague.DOZENS)
NOBODY_KNOWS = dead(None, vague=Vague.UNKNOWN)


def test_there_is_one_toll_for_each_outcome_told_in_the_order_of_outcomes() -> None:
    claims = said("Blue Lamps", dead(4, outcome=Outcome.MISSING), dead(9, outcome=Outcome.INJURED), dead(2))
    assert [made.outcome for made in tolls(incident(claims), RANGE, {})] == [
        Outcome.KILLED,
        Outcome.INJURED,
        Outcome.MISSING,
    ]


def test_an_incident_that_counts_nobody_has_no_toll() -> None:
    assert tolls(incident(said("Blue Lamps")), RANGE, {}) == ()


def test_origins_that_agree_give_a_best_figure_and_those_that_differ_do_not() -> None:
    assert killed(said("Blue Lamps", dead(20)), said("Norvane", dead(20))) == (20, 20, 20)
    assert killed(said("Blue Lamps", dead(20)), said("Norvane", dead(23))) == (20, None, 23)


def test_at_least_leaves_the_upper_bound_open_whatever_others_say() -> None:
    assert killed(said("Blue Lamps", dead(20, None))) == (20, None, None)
    assert killed(said("Blue Lamps", dead(20, None)), said("Norvane", dead(23))) == (20, None, None)


def test_an_origin_that_says_fewer_than_the_lowest_leaves_the_lower_bound_open() -> None:
    assert killed(said("Blue Lamps", dead(20)), said("Norvane", dead(None, 9))) == (None, None, 20)


def test_a_vague_word_gives_no_number_but_keeps_the_upper_bound_open() -> None:
    assert killed(said("Blue Lamps", DOZENS)) == (None, None, None)
    assert killed(said("Blue Lamps", dead(20)), said("Norvane", DOZENS)) == (20, None, None)


def test_people_without_any_figure_neither_bound_nor_open_a_toll() -> None:
    assert killed(said("Blue Lamps", dead(20)), said("Norvane", NOBODY_KNOWS)) == (20, 20, 20)
    made = toll(said("Norvane", NOBODY_KNOWS))
    assert (made.min, made.best, made.max, len(made.figures)) == (None, None, None, 1)


def test_what_is_denied_or_projected_or_a_running_total_adds_no_figure() -> None:
    plain = said("Blue Lamps", dead(20))
    others = [
        said("Marrovia", dead(3), assertion=Assertion.DENIED),
        said("Norvane", dead(90), assertion=Assertion.PROJECTED),
        said("Norvane", dead(900), scope=Scope.PERIOD),
    ]
    assert killed(plain, *others) == (20, 20, 20)
    assert tolls(incident(*others), RANGE, {}) == ()
    with_denial = replace(incident(plain), denials=(said("Marrovia", dead(3)),))
    assert tolls(with_denial, RANGE, {}) == tolls(incident(plain), RANGE, {})


def test_the_latest_figure_of_an_origin_stands_also_where_it_is_a_correction_downward() -> None:
    first, later = said("Blue Lamps", dead(5), report="z"), said("Blue Lamps", dead(3), report="a")
    assert killed(first, later, bylines=published(z=1, a=2)) == (3, 3, 3)
    assert killed(later, first, bylines=published(z=1, a=2)) == (3, 3, 3)
    assert killed(first, later, bylines=published(z=2, a=1)) == (5, 5, 5)


def test_a_report_without_a_day_corrects_none_that_has_one() -> None:
    dated, undated = said("Blue Lamps", dead(5), report="a"), said("Blue Lamps", dead(3), report="z")
    assert killed(dated, undated, bylines=published(a=1)) == (5, 5, 5)


def test_a_copy_says_what_its_original_says_and_corrects_nothing() -> None:
    lines = {**published(agency=1, monitor=2)}
    lines["agency"] = replace(lines["agency"], outlet="Norvane Press")
    lines["copy"] = replace(published(copy=9)["copy"], outlet="Morning Sheet", copy_of="agency")
    first, copied = said(None, dead(19), report="agency"), said(None, dead(19), report="copy")
    made = toll(first, copied, bylines=lines)
    assert told(made) == [("Norvane Press", "people", 19, False)]
    assert made.figures[0].claim == first.id
    lines["update"] = replace(published(update=3)["update"], outlet="Norvane Press")
    assert killed(first, copied, said(None, dead(27), report="update"), bylines=lines) == (27, 27, 27)


def test_without_an_outlet_a_report_speaks_for_itself() -> None:
    assert told(toll(said(None, dead(2), report="leaflet"))) == [("leaflet", "people", 2, False)]
    lines = {"leaflet": Byline("leaflet", "Valley Courier")}
    assert told(toll(said(None, dead(2), report="leaflet"), bylines=lines)) == [("Valley Courier", "people", 2, False)]


def test_independent_sources_of_one_claim_each_say_its_figure() -> None:
    both = replace(said("Blue Lamps", dead(6)), chains=(chain("Blue Lamps"), chain("Norvane")))
    assert told(toll(both)) == [("Blue Lamps", "people", 6, False), ("Norvane", "people", 6, False)]


def test_wholes_of_one_claim_are_other_people_and_parts_are_not() -> None:
    counts = (dead(29, standing=COMBATANT), dead(20, standing=CIVILIAN), dead(6, group=Group.CHILD, part_of=1))
    made = toll(said("Blue Lamps", *counts))
    assert (made.min, made.best, made.max) == (49, 49, 49)
    assert told(made) == [
        ("Blue Lamps", "combatant", 29, False),
        ("Blue Lamps", "civilian", 20, False),
        ("Blue Lamps", "child", 6, True),
    ]


def test_one_open_whole_leaves_the_sum_open() -> None:
    claim = said("Blue Lamps", dead(29, standing=COMBATANT), dead(None, standing=CIVILIAN, vague=Vague.UNKNOWN))
    assert killed(claim) == (29, None, None)


def test_parts_bound_the_whole_from_below() -> None:
    assert killed(said("Blue Lamps", DOZENS, dead(15, group=Group.CHILD, part_of=0))) == (15, None, None)
    counts = (DOZENS, dead(15, group=Group.CHILD, part_of=0), dead(4, group=Group.WOMAN, part_of=0))
    assert killed(said("Blue Lamps", *counts)) == (19, None, None)
    may_share = (DOZENS, dead(15, group=Group.WOMAN, part_of=0), dead(4, work=Work.MEDICAL, part_of=0))
    assert killed(said("Blue Lamps", *may_share)) == (15, None, None)


def test_parts_that_are_too_many_change_no_whole() -> None:
    assert killed(said("Blue Lamps", dead(20), dead(35, group=Group.CHILD, part_of=0))) == (20, 20, 20)


def test_of_people_and_the_civilians_among_them_the_people_are_the_whole() -> None:
    first, later = said("Blue Lamps", dead(20), report="a"), said("Blue Lamps", dead(12, standing=CIVILIAN), report="b")
    for claims in ((first, later), (later, first)):
        made = toll(*claims)
        assert (made.min, made.best, made.max) == (20, 20, 20)
        assert told(made) == [("Blue Lamps", "people", 20, False), ("Blue Lamps", "civilian", 12, True)]


def test_where_a_whole_is_too_small_for_its_part_the_later_one_stands() -> None:
    people, civilians = dead(12), dead(20, standing=CIVILIAN)
    assert killed(said("Blue Lamps", people, report="a"), said("Blue Lamps", civilians, report="b")) == (20, 20, 20)
    assert killed(said("Blue Lamps", civilians, report="a"), said("Blue Lamps", people, report="b")) == (12, 12, 12)


def test_an_open_whole_is_at_least_as_large_as_a_part_told_later() -> None:
    first = said("Blue Lamps", dead(20, None), report="a")
    assert killed(first, said("Blue Lamps", dead(25, standing=CIVILIAN), report="b")) == (25, None, None)


def test_kinds_apart_in_two_claims_of_an_origin_add_and_kinds_that_may_share_people_bound() -> None:
    civilians = said("Blue Lamps", dead(20, standing=CIVILIAN), report="a")
    assert killed(civilians, said("Blue Lamps", dead(9, standing=COMBATANT), report="b")) == (29, 29, 29)
    women = said("Blue Lamps", dead(5, group=Group.WOMAN), report="a")
    assert killed(women, said("Blue Lamps", dead(2, work=Work.JOURNALIST), report="b")) == (5, None, 7)


def test_children_of_whom_no_more_is_told_are_among_the_civilians() -> None:
    civilians = said("Blue Lamps", dead(20, standing=CIVILIAN), report="a")
    assert killed(civilians, said("Blue Lamps", dead(5, group=Group.CHILD), report="b")) == (20, 20, 20)


def test_a_part_goes_with_a_whole_that_was_replaced_unless_the_new_one_covers_it() -> None:
    first = said("Blue Lamps", dead(20), dead(16, group=Group.CHILD, part_of=0), report="a")
    assert told(toll(first, said("Blue Lamps", dead(22), report="b"))) == [
        ("Blue Lamps", "people", 22, False),
        ("Blue Lamps", "child", 16, True),
    ]
    assert told(toll(first, said("Blue Lamps", dead(12), report="b"))) == [("Blue Lamps", "people", 12, False)]


def test_an_addition_adds_to_the_former_figure_and_a_new_total_replaces_both() -> None:
    first = said("Blue Lamps", dead(20), report="a")
    more = said("Blue Lamps", dead(5, additional=True), report="b")
    total = said("Blue Lamps", dead(24, cumulative=True), report="c")
    assert killed(first, more) == (25, 25, 25)
    assert killed(first, more, total) == (24, 24, 24)


def test_an_addition_is_beyond_what_was_told_before_it_whatever_its_kind() -> None:
    first = said("Blue Lamps", dead(20), report="a")
    more = said("Blue Lamps", dead(5, standing=CIVILIAN, additional=True), report="b")
    assert killed(first, more) == (25, 25, 25)
    assert killed(first, more, said("Blue Lamps", dead(26), report="c")) == (26, 26, 26)


def test_an_addition_told_again_in_another_report_is_added_once() -> None:
    first = said("Blue Lamps", dead(20), report="a")
    more = [said("Blue Lamps", dead(5, additional=True), report=report) for report in ("b", "c")]
    assert killed(first, *more) == (25, 25, 25)


def test_a_word_replaces_no_number_but_a_number_replaces_a_word() -> None:
    number, word = dead(23), DOZENS
    assert killed(said("Blue Lamps", number, report="a"), said("Blue Lamps", word, report="b")) == (23, None, None)
    assert killed(said("Blue Lamps", word, report="a"), said("Blue Lamps", number, report="b")) == (23, 23, 23)


def test_people_without_a_figure_replace_nothing() -> None:
    assert killed(said("Blue Lamps", dead(23), report="a"), said("Blue Lamps", NOBODY_KNOWS, report="b")) == (
        23,
        23,
        23,
    )
    with_part = said("Blue Lamps", NOBODY_KNOWS, dead(3, group=Group.CHILD, part_of=0), report="b")
    assert killed(said("Blue Lamps", dead(23), report="a"), with_part) == (23, 23, 23)


def test_people_without_a_figure_do_not_open_what_an_origin_says_of_civilians() -> None:
    civilians = dead(23, standing=CIVILIAN)
    for first, later in ((civilians, NOBODY_KNOWS), (NOBODY_KNOWS, civilians)):
        assert killed(said("Blue Lamps", first, report="a"), said("Blue Lamps", later, report="b")) == (23, 23, 23)


def test_a_total_over_several_episodes_adds_to_no_other_figure() -> None:
    single, total = said("Blue Lamps", dead(10)), said("Norvane", dead(40), several=True)
    assert told(toll(single, total)) == [("Blue Lamps", "people", 10, False)]
    assert killed(total) == (40, 40, 40)


def test_a_figure_keeps_its_wording() -> None:
    (figure,) = toll(said("Blue Lamps", dead(20, approx=True))).figures
    assert (figure.low, figure.high, figure.approx, figure.vague) == (20, 20, True, None)
    (figure,) = toll(said("Blue Lamps", DOZENS)).figures
    assert (figure.low, figure.high, figure.vague) == (None, None, "dozens")


_COUNTS = st.builds(
    dead,
    st.none() | st.integers(1, 30),
    st.none() | st.integers(30, 60),
    standing=st.sampled_from([CIVILIAN, COMBATANT]),
    group=st.none() | st.sampled_from(list(Group)),
    vague=st.none() | st.sampled_from([Vague.DOZENS, Vague.UNKNOWN]),
    additional=st.booleans(),
)
_CLAIMS = st.lists(
    st.builds(
        lambda origin, counts, report, at: said(origin, *counts, report=report, at=at),
        st.sampled_from(["Blue Lamps", "Norvane", None]),
        st.lists(_COUNTS, min_size=1, max_size=3),
        st.sampled_from("abcd"),
        st.integers(0, 99),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda claim: claim.id,
)


@given(_CLAIMS, st.randoms())
def test_the_order_in_which_claims_come_changes_no_toll(claims: list[Claim], chance: Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    lines = published(a=3, b=1, c=1)
    assert toll(*claims, bylines=lines) == toll(*shuffled, bylines=lines)


@given(_CLAIMS, st.sampled_from(list(POLICIES.values())))
def test_bounds_are_in_order_and_every_number_comes_from_a_figure(claims: list[Claim], policy: Policy) -> None:
    made = toll(*claims, policy=policy)
    known = [bound for bound in (made.min, made.best, made.max) if bound is not None]
    assert known == sorted(known)
    assert not known or any(figure.low or figure.high or figure.vague == "dozens" for figure in made.figures)
    assert {figure.claim for figure in made.figures} <= {claim.id for claim in claims}
