"""Totals over many incidents: what is added, what is not, and that both can be seen."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from recount.model import CountedIncident, Doubt, Outcome, Vague
from recount.tally import Bound, Key, LeftOut, TallyRow, Total, add_up
from tests.tally.people_told import POLICIES, counted, dead, incident, on, said

KILLED = (Outcome.KILLED,)
MARCH, APRIL = on(date(2031, 3, 10)), on(date(2031, 4, 2))
BOTH_MONTHS = on(date(2031, 3, 31), date(2031, 4, 1))


def strike(id: str, *counts: Any, when: Any = MARCH, policy: str = "range", **more: Any) -> CountedIncident:
    return counted(incident(said("Blue Lamps", *counts, **more), id=id, when=when), POLICIES[policy])


def rows(*incidents: CountedIncident, by: Sequence[Key] = (Key.MONTH,)) -> Sequence[TallyRow]:
    return add_up(incidents, by, KILLED)


def total(*incidents: CountedIncident) -> Total:
    (row,) = rows(*incidents, by=())
    return row.totals[0]


def test_incidents_of_one_month_are_added() -> None:
    made = rows(strike("a", dead(3)), strike("b", dead(4)), strike("c", dead(9), when=APRIL))
    assert [(row.values, row.incidents, row.totals[0].best) for row in made] == [
        (("2031-03",), ("a", "b"), 7),
        (("2031-04",), ("c",), 9),
    ]


def test_days_that_span_two_months_are_not_told_to_the_month_and_come_last() -> None:
    made = rows(strike("a", dead(3), when=BOTH_MONTHS), strike("b", dead(4), when=None), strike("c", dead(9)))
    assert [(row.values, row.incidents) for row in made] == [(("2031-03",), ("c",)), ((None,), ("a", "b"))]


def test_no_incidents_give_no_rows() -> None:
    assert list(rows()) == []


def test_a_minimum_adds_what_is_known_and_says_who_has_none() -> None:
    made = total(strike("a", dead(3)), strike("b", dead(None, 9)), strike("c", dead(5, None)))
    assert (made.min, made.no_min) == (8, ("b",))


def test_best_and_maximum_are_open_as_soon_as_one_incident_leaves_them_open() -> None:
    made = total(strike("a", dead(3)), strike("b", dead(5, None)))
    assert (made.min, made.best, made.max) == (8, None, None)
    assert (made.no_best, made.no_max) == (("b",), ("b",))
    assert total(strike("a", dead(3)), strike("b", dead(5, 6))).max == 9


def test_an_incident_without_a_figure_counts_as_none_and_never_as_0() -> None:
    silent, unknown = strike("b"), strike("c", dead(None, vague=Vague.UNKNOWN))
    made = total(strike("a", dead(3)), silent, unknown)
    assert (made.min, made.best, made.max, made.counted, made.not_told) == (3, 3, 3, ("a",), ("b", "c"))
    nothing = total(silent)
    assert (nothing.min, nothing.best, nothing.max) == (None, None, None)


def test_a_vague_word_is_a_figure_and_leaves_the_sum_open() -> None:
    made = total(strike("a", dead(3)), strike("b", dead(None, vague=Vague.DOZENS)))
    assert (made.min, made.best, made.max, made.not_told) == (3, None, None, ())
    assert (made.counted, made.no_min, made.no_max) == (("a", "b"), ("b",), ("b",))


def test_a_policy_that_gives_one_figure_alone_is_added_by_it() -> None:
    made = total(
        strike("a", dead(3, None), policy="acled"), strike("b", dead(None, vague=Vague.DOZENS), policy="acled")
    )
    assert (made.min, made.best, made.max) == (None, 15, None)


def test_a_total_over_several_episodes_is_left_out_and_named_with_the_reason() -> None:
    (row,) = rows(strike("a", dead(3)), strike("day", dead(40), several=True), by=())
    assert (row.incidents, row.totals[0].max) == (("a",), 3)
    assert [(left.incident, left.outcome) for left in row.left_out] == [("day", None)]
    assert "several episodes" in row.left_out[0].reason


def test_a_total_over_several_episodes_bounds_the_sum_that_it_is_not_in() -> None:
    (row,) = rows(strike("a", dead(3)), strike("day", dead(40, None), several=True), strike("b", dead(5)), by=())
    assert row.totals[0].min == 8
    assert row.bounds == (Bound("day", Outcome.KILLED, 40, None),)


def test_a_row_of_totals_over_several_episodes_adds_nothing() -> None:
    (row,) = rows(strike("day", dead(40), several=True), by=())
    assert (row.incidents, row.totals[0].min, row.totals[0].counted) == ((), None, ())


def test_one_outcome_told_over_several_episodes_is_left_out_alone() -> None:
    single = said("Blue Lamps", dead(3), report="a")
    whole_day = said("Blue Lamps", dead(90, outcome=Outcome.INJURED), report="b", several=True)
    (row,) = add_up([counted(incident(single, whole_day, id="x"))], ())
    killed, injured = row.totals
    assert (killed.max, injured.max, injured.counted, injured.not_told) == (3, None, (), ())
    assert row.left_out == (LeftOut("x", row.left_out[0].reason, Outcome.INJURED),)


def test_an_incident_that_may_be_another_and_one_whose_actor_is_hedged_are_named() -> None:
    twin = strike("a", dead(3))
    twin = replace(twin, incident=replace(twin.incident, could_be=("b",)))
    hedged = strike("c", dead(1), by=("Marrovia",), doubts=frozenset({Doubt.ACTOR}))
    sure = strike("d", dead(1), by=("Marrovia",))
    (row,) = rows(twin, hedged, sure, by=())
    assert (row.may_match, row.suspected) == (("a",), ("c",))


def test_several_keys_give_a_row_for_each_combination() -> None:
    made = rows(strike("a", dead(3), by=("Marrovia",)), strike("b", dead(4)), by=(Key.MONTH, Key.BY))
    assert [row.values for row in made] == [("2031-03", "Marrovia"), ("2031-03", None)]


_COUNT = st.builds(
    dead,
    st.none() | st.integers(1, 50),
    st.none() | st.integers(50, 99),
    vague=st.none() | st.sampled_from([Vague.DOZENS, Vague.UNKNOWN]),
)
_WHEN = st.none() | st.builds(
    lambda first, days: on(first, first + timedelta(days)),
    st.dates(date(2031, 1, 1), date(2031, 4, 30)),
    st.integers(0, 20),
)
_STRIKES = st.lists(
    st.builds(
        lambda counts, when, several, policy: (counts, when, several, policy),
        st.lists(_COUNT, max_size=2),
        _WHEN,
        st.booleans(),
        st.sampled_from(list(POLICIES)),
    ),
    max_size=8,
).map(
    lambda made: [
        strike(f"i{n}", *counts, when=when, several=several, policy=policy)
        for n, (counts, when, several, policy) in enumerate(made)
    ]
)


_LISTS = ("counted", "no_min", "no_best", "no_max", "not_told")


def _added(totals: Sequence[Total]) -> dict[str, Any]:
    """Totals of several rows added by hand: an open end in one that counts somebody leaves the whole open."""
    telling = [total for total in totals if total.counted]

    def summed(ends: Sequence[int | None]) -> int | None:
        return None if not ends or None in ends else sum(end for end in ends if end is not None)

    made: dict[str, Any] = {name: sorted(chain(*(getattr(total, name) for total in totals))) for name in _LISTS}
    made["min"] = summed([total.min for total in telling if total.min is not None])
    made["best"] = summed([total.best for total in telling])
    made["max"] = summed([total.max for total in telling])
    return made


@given(_STRIKES, st.sampled_from(list(Key)))
def test_rows_add_up_to_the_row_over_all(incidents: list[CountedIncident], key: Key) -> None:
    parts, whole = rows(*incidents, by=(key,)), rows(*incidents, by=())
    assert len(whole) == min(1, len(incidents))
    for row in whole:
        (made,) = row.totals
        lists = {name: sorted(getattr(made, name)) for name in _LISTS}
        assert _added([part.totals[0] for part in parts]) == {
            **lists,
            "min": made.min,
            "best": made.best,
            "max": made.max,
        }


@given(_STRIKES, st.sampled_from(list(Key)))
def test_every_incident_is_in_one_row_as_counted_or_without_figure_or_left_out(
    incidents: list[CountedIncident], key: Key
) -> None:
    seen: dict[str, int] = defaultdict(int)
    for row in rows(*incidents, by=(key,)):
        (made,) = row.totals
        assert sorted((*made.counted, *made.not_told)) == sorted(row.incidents)
        for id in (*row.incidents, *(left.incident for left in row.left_out)):
            seen[id] += 1
    assert seen == {one.incident.id: 1 for one in incidents}


@given(_STRIKES, st.randoms())
def test_the_order_in_which_incidents_come_changes_no_row(incidents: list[CountedIncident], chance: Random) -> None:
    shuffled = list(incidents)
    chance.shuffle(shuffled)
    assert rows(*incidents) == rows(*shuffled)
