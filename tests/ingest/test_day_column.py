"""Days in a table's column: the column itself settles what its numbers mean, or nothing is read into them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.ingest.day_column import Evidence, Order, check_format, needs_order, read_day
from recount.model import UsageError

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
WRITTEN = {Order.DAY_FIRST: "{0.day}/{0.month}/{0.year}", Order.MONTH_FIRST: "{0.month}/{0.day}/{0.year}"}


def evidence(*values: str) -> Evidence:
    whole = Evidence()
    for value in values:
        whole = whole.of(value)
    return whole


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["7/10/2016", "13/10/2016"], Order.DAY_FIRST),
        (["7/10/2016", "10/13/2016"], Order.MONTH_FIRST),
        (["07.03.2017", "31.03.2017"], Order.DAY_FIRST),
        (["7-10-2016 0:00", "7-23-2016 14:30:00"], Order.MONTH_FIRST),
        (["7/10/2016", "8/10/2016"], None),
        (["13/10/2016", "10/13/2016"], None),
        (["2016-10-07", "13 October 2016"], None),
        (["13/13/2016", "31/2/2016", "2/31/2016"], None),
        (["13/10/16"], None),
        ([], None),
    ],
)
def test_the_column_settles_the_order(values: list[str], order: Order | None) -> None:
    assert evidence(*values).order is order


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (["7/10/2016", "8/10/2016"], '"7/10/2016" has two meanings'),
        (["13/10/2016", "10/13/2016"], 'contradict each other ("13/10/2016", "10/13/2016")'),
    ],
)
def test_a_column_that_settles_nothing_says_which_values_are_to_blame(values: list[str], told: str) -> None:
    assert told in str(evidence(*values).problem)


@pytest.mark.parametrize("values", [[], ["2016-10-07"], ["13/10/2016"], ["7/7/2016"], ["unknown"]])
def test_a_column_that_needs_no_order_is_no_problem(values: list[str]) -> None:
    assert evidence(*values).problem is None


@pytest.mark.parametrize(
    "value",
    [
        "2018-04-16",
        "2018-04-16T14:18:00Z",
        "2018-04-16 14:18",
        "2018/4/16",
        "20180416",
        "16 April 2018",
        "16 Apr 2018",
        "16-Apr-2018",
        "April 16, 2018",
        "Apr. 16, 2018",
        "April 16, 2018, 2:18 pm",
        "Monday, 16 April 2018",
        "Mon, 16 Apr 2018 14:18:00 +0000",
        " 2018-04-16 ",
    ],
)
def test_some_days_need_no_column(value: str) -> None:
    assert read_day(value, None, None) == date(2018, 4, 16)


@pytest.mark.parametrize(
    "value", ["", "unknown", "2018", "April 2018", "2018-13-01", "16/4/18", "31/2/2018", "1/2/3/4"]
)
@pytest.mark.parametrize("order", [None, *Order])
def test_what_is_no_whole_day_is_none(value: str, order: Order | None) -> None:
    assert read_day(value, None, order) is None


def test_a_day_whose_numbers_are_equal_needs_no_order() -> None:
    assert read_day("7/7/2016", None, None) == date(2016, 7, 7)


def test_an_ambiguous_day_without_an_order_is_none() -> None:
    assert read_day("7/10/2016", None, None) is None
    assert needs_order("7/10/2016")


@given(st.lists(DAYS, min_size=1), st.sampled_from(Order))
def test_a_column_written_one_way_is_read_that_way_or_not_at_all(days: list[date], order: Order) -> None:
    values = [WRITTEN[order].format(day) for day in days]
    settled = evidence(*values).order
    assert settled in (order, None)
    read = [read_day(value, None, settled) for value in values]
    assert all(was in (day, None) for was, day in zip(read, days, strict=True))
    if any(day.day > 12 for day in days):
        assert read == days


@given(st.lists(DAYS, min_size=1), st.data())
def test_the_order_of_rows_does_not_matter(days: list[date], draw: st.DataObject) -> None:
    values = [WRITTEN[draw.draw(st.sampled_from(Order))].format(day) for day in days]
    turned = draw.draw(st.permutations(values))
    assert evidence(*values).order is evidence(*turned).order


@given(DAYS, st.times())
def test_iso_is_read_with_and_without_a_time(day: date, at: time) -> None:
    assert read_day(day.isoformat(), None, None) == day
    assert read_day(datetime.combine(day, at).isoformat(), None, None) == day


def test_a_format_outranks_what_the_column_looks_like() -> None:
    assert read_day("7/10/2016", "%d/%m/%Y", Order.MONTH_FIRST) == date(2016, 10, 7)
    assert read_day("13/10/2016", "%m/%d/%Y", Order.DAY_FIRST) is None


@pytest.mark.parametrize("good", ["%d/%m/%Y", "%Y%m%d", "%A, %d %B %Y", "%d.%m.%y", "%Y-%m-%dT%H:%M:%S"])
def test_a_format_that_tells_a_day_is_taken(good: str) -> None:
    check_format(good)


@pytest.mark.parametrize("bad", ["", "%Q", "%", "%m/%Y", "%d %B", "day", "dd/mm/yyyy"])
def test_a_format_that_tells_no_day_is_refused(bad: str) -> None:
    with pytest.raises(UsageError, match="date format"):
        check_format(bad)
