"""Tolls are added up period by period; no absent bound counts as 0, and no incident is added twice."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from recount.model import Claim, CountedIncident, Figure, Outcome, Toll
from recount.store import Record
from recount.store.indexing import period_of
from recount.store.shapes import Extent, IncidentQuery, Period, Stack, Sum, SumQuery
from tests.store.tellings import BRUNNOTH, claim, counted, killed, place, published, read, within

DAY = date(2031, 3, 4)


def _of(id: str, first: date, last: date, toll: Toll, **fields: Any) -> CountedIncident:
    return counted(claim(id, **fields), when=within(first, last), tolls=(toll,), where=(place(BRUNNOTH),))


def _word(said: str, claim: Claim) -> Toll:
    figure = Figure("Monitor", Outcome.KILLED, "people", None, None, False, said, claim.id, False)
    return Toll(Outcome.KILLED, None, None, None, "range", (figure,))


@pytest.fixture
def full(record: Record) -> Record:
    record.put_incidents(
        [
            _of("a", DAY, DAY, replace(killed(3, 5), best=4), by=("Army",), weapon="barrel bomb"),
            _of("b", date(2031, 3, 6), date(2031, 3, 6), killed(2, None), by=("Army", "Highland Front")),
            _of("c", date(2031, 3, 3), date(2031, 4, 2), killed(9, 9)),
            _of("d", date(2031, 4, 1), date(2031, 4, 1), killed(None, 7)),
            counted(claim("e"), tolls=(killed(1, 1),)),
            counted(claim("f")),
        ],
        [],
        [],
    )
    return record


def test_the_extent_tells_what_lies_in_no_one_period(full: Record) -> None:
    assert full.toll_extent(SumQuery(IncidentQuery())) == Extent("2031-03", "2031-04", 5, 2, 0)
    assert full.toll_extent(SumQuery(IncidentQuery(), period=Period.WEEK)) == Extent("2031-W10", "2031-W14", 5, 2, 0)
    assert full.toll_extent(SumQuery(IncidentQuery(), Outcome.INJURED)) == Extent(None, None, 0, 0, 0)


def test_an_absent_bound_opens_the_sum_and_never_counts_as_nothing(full: Record) -> None:
    march, april = full.toll_sums(SumQuery(IncidentQuery()))
    assert march == Sum("2031-03", None, 2, 5, None, None)
    assert april == Sum("2031-04", None, 1, None, None, 7)
    (alone,) = full.toll_sums(SumQuery(IncidentQuery(), period=Period.DAY, last="2031-03-05"))
    assert alone == Sum("2031-03-04", None, 1, 3, 4, 5)


def test_an_incident_of_two_actors_stands_under_both_together(full: Record) -> None:
    sums = full.toll_sums(SumQuery(IncidentQuery(), stack=Stack.ACTOR, last="2031-03"))
    assert [(one.part, one.low) for one in sums] == [("Army", 3), ("Army, Highland Front", 2)]
    weapons = full.toll_sums(SumQuery(IncidentQuery(), stack=Stack.WEAPON, last="2031-03"))
    assert [(one.part, one.low) for one in weapons] == [(None, 2), ("barrel bomb", 3)]


def test_sums_obey_the_filters_of_the_lists(full: Record) -> None:
    query = IncidentQuery(by="highland front")
    assert [one.low for one in full.toll_sums(SumQuery(query))] == [2]
    assert full.toll_extent(SumQuery(IncidentQuery(place="Nowhere"))).told == 0


def test_a_total_over_several_episodes_is_counted_and_not_added(record: Record) -> None:
    day = claim("a", several=True)
    figure = Figure("Monitor", Outcome.KILLED, "people", 30, 30, False, None, day.id, False)
    toll = Toll(Outcome.KILLED, 30, 30, 30, "range", (figure,))
    record.put_incidents([counted(day, when=within(DAY, DAY), tolls=(toll,))], [], [])
    assert record.toll_extent(SumQuery(IncidentQuery())) == Extent(None, None, 1, 0, 1)
    assert record.toll_sums(SumQuery(IncidentQuery())) == []


@pytest.mark.parametrize(("said", "told"), [("dozens", 1), ("unknown", 0)])
def test_a_word_for_a_figure_is_told_and_an_unknown_number_is_not(record: Record, said: str, told: int) -> None:
    one = claim("a")
    record.put_incidents([counted(one, when=within(DAY, DAY), tolls=(_word(said, one),))], [], [])
    assert record.toll_extent(SumQuery(IncidentQuery())).told == told


def test_tolls_go_with_their_incidents(full: Record) -> None:
    full.put_incidents([_of("a", DAY, DAY, killed(1, 1))], [], [])
    assert full.toll_extent(SumQuery(IncidentQuery())).told == 1


@pytest.mark.parametrize(
    ("first", "last", "period", "key"),
    [
        (DAY, DAY, Period.DAY, "2031-03-04"),
        (DAY, date(2031, 3, 9), Period.DAY, None),
        (DAY, date(2031, 3, 9), Period.WEEK, "2031-W10"),
        (date(2030, 12, 30), date(2031, 1, 5), Period.WEEK, "2031-W01"),
        (date(2030, 12, 30), date(2031, 1, 5), Period.MONTH, None),
        (DAY, None, Period.MONTH, None),
    ],
)
def test_a_period_is_told_only_where_all_possible_days_lie_in_it(
    first: date, last: date | None, period: Period, key: str | None
) -> None:
    assert period_of(counted(claim("a"), when=within(first, last)).incident, period) == key


def test_running_totals_come_with_the_latest_report_first_and_whom_they_rest_on(record: Record) -> None:
    for id, day in (("a", date(2031, 4, 1)), ("b", date(2031, 4, 9)), ("c", None)):
        record.keep(read(id, id, published=None if day is None else published(day)))
    record.put_incidents([], [claim(id) for id in "abc"], [])
    told = record.totals_told(2)
    assert ([one.report for one in told.claims], told.total) == (["b", "a"], 3)
    assert sorted(told.bylines) == ["a", "b"]
    assert [one.report for one in record.totals_told(2, 2).claims] == ["c"]
    assert record.told_apart(5).total == 0


def test_all_sums_and_their_extent_are_those_asked_for_alone(full: Record) -> None:
    for query in (SumQuery(IncidentQuery(), stack=Stack.ACTOR), SumQuery(IncidentQuery(), period=Period.DAY)):
        added = full.tolls_added(query)
        assert added.extent == full.toll_extent(query)
        assert added.sums == full.toll_sums(query)
    assert full.tolls_added(SumQuery(IncidentQuery(), Outcome.INJURED)).extent == Extent(None, None, 0, 0, 0)


def test_tolls_of_further_policies_are_added_up_apart(record: Record) -> None:
    one = _of("a", DAY, DAY, killed(3, 5))
    further = replace(killed(None, None), best=3, policy="acled")
    record.put_incidents([one], [], [], also=lambda _: (further,))
    assert record.policies() == ["acled", "range"]
    (alone,) = record.toll_sums(SumQuery(IncidentQuery(), policy="acled"))
    assert alone == Sum("2031-03", None, 1, None, 3, None)
    assert record.toll_extent(SumQuery(IncidentQuery())).told == 1
