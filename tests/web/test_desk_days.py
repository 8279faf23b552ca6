"""Days in words: no more exact than they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import Days, When
from recount.web.show import days


def _day(words: str) -> date:
    return date.fromisoformat(words)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2018-04-15", "2018-04-15", "15 April 2018"),
        ("2018-04-09", "2018-04-15", "9–15 April 2018"),
        ("2018-03-28", "2018-04-03", "28 March – 3 April 2018"),
        ("2018-12-30", "2019-01-02", "30 December 2018 – 2 January 2019"),
        ("2018-04-01", "2018-04-30", "April 2018"),
        ("2019-04-01", "2019-08-31", "April – August 2019"),
        ("2018-11-01", "2019-02-28", "November 2018 – February 2019"),
        ("2017-01-01", "2017-12-31", "2017"),
        ("2017-01-01", "2018-12-31", "January 2017 – December 2018"),
    ],
)
def test_a_span_of_days(first: str, last: str, words: str) -> None:
    assert days.span(_day(first), _day(last)) == words


@pytest.mark.parametrize(
    ("when", "short", "full"),
    [
        (None, "day not told", "day not told"),
        (When.within(Days(None, None)), "day not told", "day not told"),
        (When.within(Days.on(_day("2018-04-15"))), "15 April 2018", "15 April 2018"),
        (When.within(Days(_day("2018-04-09"), _day("2018-04-15"))), "9–15 April 2018",
         "some time within 9–15 April 2018"),
        (When.within(Days(None, _day("2018-04-15"))), "on or before 15 April 2018", "on or before 15 April 2018"),
        (When.within(Days(_day("2018-04-15"), None)), "on or after 15 April 2018", "on or after 15 April 2018"),
        (When.through(_day("2018-04-09"), _day("2018-04-15")), "9–15 April 2018",
         "from 9 April 2018 to 15 April 2018"),
        (When.through(None, _day("2018-04-15")), "to 15 April 2018, start not told",
         "to 15 April 2018, start not told"),
        (When.through(_day("2018-04-09"), None), "since 9 April 2018", "since 9 April 2018"),
        (When(Days(_day("2018-02-01"), _day("2018-02-10")), Days.on(_day("2018-04-11"))),
         "from 1–10 February 2018 to 11 April 2018", "from 1–10 February 2018 to 11 April 2018"),
    ],
)  # fmt: skip
def test_when_in_a_list_and_in_full(when: When | None, short: str, full: str) -> None:
    assert (days.when(when), days.when_in_full(when)) == (short, full)


def test_an_uncertain_day_is_told_apart_from_days_that_it_lasted() -> None:
    week = Days(_day("2018-04-09"), _day("2018-04-15"))
    assert days.is_spread(When.within(week))
    assert not days.is_spread(When.through(week.earliest, week.latest))
    assert not days.is_spread(When.within(Days.on(_day("2018-04-09"))))


@given(st.dates(date(1900, 1, 1)), st.dates(date(1900, 1, 1)))
def test_two_spans_never_read_alike(one: date, other: date) -> None:
    first, last = sorted((one, other))
    words = days.span(first, last)
    assert str(first.year) in words
    assert str(last.year) in words
    assert (words == days.day(first)) == (first == last)
