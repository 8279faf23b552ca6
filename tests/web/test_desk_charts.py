"""A chart shows what is told at least as solid, what is told at most as a box, and invents nothing in between."""

from datetime import date

import pytest

from recount.model import Outcome
from recount.store.shapes import IncidentQuery, Period, Sum
from recount.web.charts import bars, lines, periods, scales
from tests.web.veldania import record

MARCH, APRIL = "2031-03", "2031-04"


def _drawn(*sums: Sum) -> bars.Chart:
    stack = bars.parts(sums)
    return bars.draw([MARCH, APRIL], Period.MONTH, bars.by_period(sums, stack), stack, bars.WIDE)


def test_solid_parts_stand_one_on_the_other_and_the_box_reaches_the_most() -> None:
    chart = _drawn(Sum(MARCH, "Army", 2, 10, None, 15), Sum(MARCH, None, 1, 10, None, 25))
    (bar,) = chart.bars
    first, second = bar.solid
    assert first.height == pytest.approx(second.height, abs=0.2)
    assert second.y + second.height == pytest.approx(first.y, abs=0.2)
    assert bar.doubt is not None
    assert bar.doubt.height == pytest.approx(first.height + second.height, abs=0.3)
    assert (bar.open, bar.best) == (False, None)
    assert bar.title == "March 2031: 20–40, 3 incidents"


def test_a_bar_without_an_upper_end_stays_open_and_one_without_a_lower_end_is_all_box() -> None:
    opened, boxed = _drawn(Sum(MARCH, None, 1, 4, None, None), Sum(APRIL, None, 1, None, None, 6)).bars
    assert opened.open
    assert not boxed.solid
    assert boxed.doubt is not None
    assert opened.title.startswith("March 2031: at least 4")
    assert boxed.title.startswith("April 2031: up to 6")


def test_an_exact_toll_has_no_box_and_its_best_is_marked_at_its_top() -> None:
    (bar,) = _drawn(Sum(MARCH, None, 1, 8, 8, 8)).bars
    assert bar.doubt is None
    assert bar.best == bar.solid[0].y


def test_a_period_without_a_toll_has_no_bar() -> None:
    assert len(_drawn(Sum(APRIL, None, 1, 1, 1, 1)).bars) == 1
    assert _drawn().bars == ()


def test_small_parts_share_one_name_and_what_is_not_told_comes_last() -> None:
    sums = [Sum(MARCH, f"side {number}", 20 - number, 1, 1, 1) for number in range(12)]
    stack = bars.parts([*sums, Sum(MARCH, None, 99, 1, 1, 1)])
    assert [part.name for part in stack][-2:] == [bars.OTHERS, None]
    held = bars.by_period(sums, stack)[MARCH]
    assert held[bars.OTHERS].low == 12 - bars.KINDS
    assert bars.add(list(held.values())).incidents == sum(one.incidents for one in sums)


def test_a_chart_that_is_not_parted_has_the_first_colour_and_what_tells_no_part_a_pale_one() -> None:
    whole, army = Sum(MARCH, None, 1, 1, 1, 1), Sum(MARCH, "Army", 1, 1, 1, 1)
    assert [part.kind for part in bars.parts([whole])] == [0]
    assert [part.kind for part in bars.parts([whole, army])] == [0, bars.KINDS + 1]


def test_parts_that_differ_in_capitals_alone_are_one() -> None:
    sums = bars.spelled_alike([Sum(MARCH, "Mortar", 1, 1, 1, 1), Sum(MARCH, "mortar", 3, 2, 2, 2)])
    assert [part.name for part in bars.parts(sums)] == ["mortar"]
    assert bars.by_period(sums, bars.parts(sums))[MARCH]["mortar"].low == 3


@pytest.mark.parametrize("period", list(Period))
def test_periods_follow_one_another_without_a_gap(period: Period) -> None:
    for day in (date(2031, 12, 29), date(2032, 2, 28), date(2036, 12, 31)):
        key = {Period.DAY: day.isoformat(), Period.WEEK: "{}-W{:02}".format(*day.isocalendar()),
               Period.MONTH: f"{day:%Y-%m}"}[period]  # fmt: skip
        after = periods.moved(key, period, 1)
        assert (periods.first_day(after, period) - periods.last_day(key, period)).days == 1
        assert periods.moved(after, period, -1) == key
        assert periods.between(key, after, period) == [key, after]
        assert periods.steps(key, periods.moved(key, period, 40), period) == 41


def test_a_scale_keeps_order_and_its_ticks_lie_inside() -> None:
    for scale in (scales.from_zero(37, 10, 110), scales.fitting([12, 4600], 10, 110), scales.fitting([1, 1], 10, 110)):
        heights = [scale.y(value) for value in (1, 5, 20, 37)]
        assert heights == sorted(heights, reverse=True)
        assert all(10 <= tick.y <= 110 for tick in scale.ticks)
        assert len(scale.ticks) >= 2


def test_a_line_joins_one_source_on_the_same_people_and_place() -> None:
    made = record()
    found = lines.series(made.running, made.bylines(), Outcome.KILLED, IncidentQuery())
    (one,) = found
    assert (one.origin, one.of, one.since) == (
        "Veldanian Rights Monitor", "civilians, Northmark", "since 1–10 February 2031",
    )  # fmt: skip
    assert [(point.day, point.low, point.high) for point in one.points] == [(date(2031, 4, 11), 300, None)]
    assert lines.series(made.running, made.bylines(), Outcome.INJURED, IncidentQuery()) == ()
    assert lines.series(made.running, made.bylines(), Outcome.KILLED, IncidentQuery(source="Blue Lamps")) == ()
    assert lines.series(made.running, made.bylines(), Outcome.KILLED, IncidentQuery(place="northmark")) == found


def test_a_report_without_a_day_is_on_no_line() -> None:
    made = record()
    assert lines.series(made.running, {}, Outcome.KILLED, IncidentQuery()) == ()
    assert lines.draw((), bars.WIDE) is None
