"""Tolls kept added up are at every moment what adding up anew gives, whatever was put, put anew or removed."""

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.model import Claim, CountedIncident, Figure, Outcome, Toll
from recount.store import Record, Together
from recount.store.indexing import toll_rows
from recount.store.kept import is_kept
from recount.store.shapes import Extent, IncidentQuery, Period, Stack, Sum, SumQuery
from tests.store.tellings import AT, claim, counted, killed, read, within

FIRST = date(2030, 12, 28)
REPORTS = "abcdef"
OUTCOMES = (Outcome.KILLED, Outcome.INJURED)
KEPT = [SumQuery(IncidentQuery(), outcome, period, policy=policy)
        for outcome in OUTCOMES for period in Period for policy in ("range", "acled")]  # fmt: skip
KEPT += [replace(query, stack=stack) for query in KEPT if query.period is Period.MONTH for stack in Stack]


@dataclass(frozen=True)
class Write:
    """One write: of which reports, whether all else goes, and what is put of them; nothing put is a removal."""

    reports: frozenset[str]
    alone: bool
    put: tuple[CountedIncident, ...]


bounds = st.one_of(st.none(), st.integers(0, 40))
tolls = st.builds(Toll, st.sampled_from(OUTCOMES), bounds, bounds, bounds, st.just("range"))
sides = st.sampled_from([(), ("Army",), ("Highland Front",), ("Army", "Highland Front")])
days = st.integers(0, 20).map(lambda after: FIRST + timedelta(after))


@st.composite
def incidents(draw: st.DrawFn, report: str) -> CountedIncident:
    """An incident of one report, or a total over several, with or without days, sides, a weapon, and some tolls."""
    weapon = draw(st.sampled_from([None, "mine", "mortar"]))
    one = claim(report, by=draw(sides), weapon=weapon, several=draw(st.booleans()))
    first = draw(st.one_of(st.none(), days))
    when = None if first is None else within(first, first + timedelta(draw(st.integers(0, 9))))
    told = draw(st.lists(tolls, max_size=2, unique_by=lambda toll: toll.outcome))
    return counted(one, when=when, tolls=tuple(_told_by(one, toll) for toll in told))


def _told_by(one: Claim, toll: Toll) -> Toll:
    figure = Figure("Monitor", toll.outcome, "people", toll.min, toll.max, False, None, one.id, False)
    return replace(toll, figures=(figure,))


@st.composite
def writes(draw: st.DrawFn) -> Write:
    """Any of the three kinds of writes, over some reports."""
    reports = draw(st.frozensets(st.sampled_from(REPORTS), min_size=1, max_size=4))
    put = [draw(incidents(report)) for report in sorted(reports)] if draw(st.booleans()) else []
    return Write(reports, draw(st.booleans()), tuple(put))


def _further(one: CountedIncident) -> Iterable[Toll]:
    """The tolls of an incident under a second policy."""
    return [replace(toll, best=None, policy="acled") for toll in one.tolls]


def _do(record: Record, write: Write) -> None:
    if write.put and write.alone:
        record.put_incidents(write.put, [], [], also=_further)
        return
    for report in sorted(write.reports):
        if not write.put and record.tombstone(report) is None:
            record.remove(report, "asked for", AT)
    record.put_some_incidents(Together(write.put, (), (), also=_further), set(), write.reports, (), ())


def _after(held: Mapping[str, CountedIncident], write: Write) -> dict[str, CountedIncident]:
    """The incidents by report, as a record holds them after a write."""
    left = {} if write.put and write.alone else {id: one for id, one in held.items() if id not in write.reports}
    return left | {one.incident.claims[0].report: one for one in write.put}


def _added_anew(held: Iterable[CountedIncident], query: SumQuery) -> Sequence[Sum]:
    """The sums of a query, from the tolls themselves."""
    parts: dict[tuple[str, str | None], list[Mapping[str, Any]]] = defaultdict(list)
    for row in _rows(held, query):
        if row[query.period] is not None and not row["several"]:
            parts[row[query.period], row[query.stack] if query.stack else None].append(row)
    ordered = sorted(parts.items(), key=lambda one: (one[0][0], one[0][1] or ""))
    return [Sum(*key, len(rows), _low(rows), _whole(rows, "best"), _whole(rows, "high")) for key, rows in ordered]


def _rows(held: Iterable[CountedIncident], query: SumQuery) -> list[dict[str, Any]]:
    told = [row for one in held for row in toll_rows(one, (*one.tolls, *_further(one)))]
    return [row for row in told if (row["policy"], row["outcome"]) == (query.policy, query.outcome)]


def _low(rows: Sequence[Mapping[str, Any]]) -> int | None:
    told = [row["low"] for row in rows if row["low"] is not None]
    return sum(told) if told else None


def _whole(rows: Sequence[Mapping[str, Any]], bound: str) -> int | None:
    told = [row[bound] for row in rows]
    return None if None in told else sum(told)


def _extent_anew(held: Iterable[CountedIncident], query: SumQuery) -> Extent:
    rows = list(_rows(held, query))
    told = [row[query.period] for row in rows if not row["several"]]
    dated = [key for key in told if key is not None]
    several = len(rows) - len(told)
    return Extent(min(dated, default=None), max(dated, default=None), len(rows), told.count(None), several)


@settings(max_examples=25, deadline=None)
@given(st.lists(writes(), min_size=1, max_size=5))
def test_what_is_kept_is_what_adding_up_anew_gives(told: list[Write]) -> None:
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "veldania.sqlite") as record:
        held: dict[str, CountedIncident] = {}
        for report in REPORTS:
            record.keep(read(report, report))
        for write in told:
            _do(record, write)
            held = _after(held, write)
            for query in KEPT:
                added = record.tolls_added(query)
                assert added.sums == record.toll_sums(query) == _added_anew(held.values(), query)
                assert added.extent == record.toll_extent(query) == _extent_anew(held.values(), query)


@pytest.mark.parametrize(
    ("bounds", "added"),
    [
        ((2, 3, 4), Sum("2030-12", None, 2, 5, 7, 9)),
        ((None, 3, 4), Sum("2030-12", None, 2, 3, 7, 9)),
        ((2, None, 4), Sum("2030-12", None, 2, 5, None, 9)),
        ((2, 3, None), Sum("2030-12", None, 2, 5, 7, None)),
    ],
)
def test_a_sum_has_a_best_and_a_high_only_where_every_toll_has_them(
    record: Record, bounds: tuple[int | None, int | None, int | None], added: Sum
) -> None:
    tolls = {"a": Toll(Outcome.KILLED, 3, 4, 5, "range"), "b": Toll(Outcome.KILLED, *bounds, "range")}
    told = [counted(claim(id), when=within(FIRST, FIRST), tolls=(toll,)) for id, toll in tolls.items()]
    record.put_incidents(told, [], [])
    assert record.tolls_added(SumQuery(IncidentQuery())).sums == [added]


def test_of_an_actor_that_no_incident_has_any_more_no_sum_is_left(record: Record, path: Path) -> None:
    record.keep(read("a", "a"))
    one = counted(claim("a", by=("Army",)), when=within(FIRST, FIRST), tolls=(killed(3, 5),))
    record.put_incidents([one], [], [])
    record.remove("a", "asked for", AT)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sums").fetchone() == (0,)


def test_totals_over_several_episodes_are_kept_apart_from_the_sums(record: Record) -> None:
    both = claim("a", several=True)
    figure = Figure("Monitor", Outcome.KILLED, "people", 30, 30, False, None, both.id, False)
    toll = Toll(Outcome.KILLED, 30, 30, 30, "range", (figure,))
    other = counted(claim("b"), when=within(FIRST, FIRST), tolls=(killed(1, 2),))
    record.put_incidents([counted(both, when=within(FIRST, FIRST), tolls=(toll,)), other], [], [])
    added = record.tolls_added(SumQuery(IncidentQuery()))
    assert added.sums == [Sum("2030-12", None, 1, 1, None, 2)]
    assert added.extent == Extent("2030-12", "2030-12", 2, 0, 1)


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (SumQuery(IncidentQuery()), True),
        (SumQuery(IncidentQuery(limit=5, offset=10), period=Period.DAY), True),
        (SumQuery(IncidentQuery(), stack=Stack.WEAPON), True),
        (SumQuery(IncidentQuery(), period=Period.DAY, stack=Stack.WEAPON), False),
        (SumQuery(IncidentQuery(place="Brunnoth")), False),
        (SumQuery(IncidentQuery(first=FIRST)), False),
    ],
)
def test_what_is_kept_is_of_all_incidents(query: SumQuery, kept: bool) -> None:
    assert is_kept(query) == kept


def test_days_asked_for_let_through_the_same_tolls_as_their_incidents_alone(record: Record) -> None:
    spans = [(0, 0), (3, 3), (3, 4), (2, 40), (40, 45), (35, 35)]
    for number, (first, last) in enumerate(spans):
        when = within(FIRST + timedelta(first), FIRST + timedelta(last))
        record.keep(read(REPORTS[number], REPORTS[number]))
        one = counted(claim(REPORTS[number]), when=when, tolls=(killed(1, 1),))
        record.put_some_incidents(Together((one,), (), ()), set(), {REPORTS[number]}, (), ())
    for low, high in product(range(0, 50, 3), repeat=2):
        asked = IncidentQuery(first=FIRST + timedelta(low), last=FIRST + timedelta(high))
        touching = sum(first <= high and last >= low for first, last in spans)
        assert record.incidents(asked).total == touching
        assert record.toll_extent(SumQuery(asked)).told == touching


def test_days_by_part_are_those_of_the_window_and_of_no_other(record: Record) -> None:
    told = [(0, "mine"), (3, "mine"), (4, "mortar"), (9, "mine")]
    record.put_incidents(
        [
            counted(claim(report, weapon=weapon), when=within(day, day), tolls=(killed(1, 1),))
            for report, (after, weapon) in zip(REPORTS, told, strict=False)
            for day in [FIRST + timedelta(after)]
        ],
        [],
        [],
    )
    asked = SumQuery(IncidentQuery(), period=Period.DAY, stack=Stack.WEAPON, first="2030-12-31", last="2031-01-05")
    assert [(one.period, one.part) for one in record.toll_sums(asked)] == [
        ("2030-12-31", "mine"),
        ("2031-01-01", "mortar"),
    ]
