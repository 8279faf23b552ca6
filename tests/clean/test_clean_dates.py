"""Days are read as they are written; what can be read two ways is not read."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.clean.dates import WEEKDAYS, completed, next_weekday, written_days, years_in
from tests.clean.pages import cases

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
FORMS = st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%Y-%m-%d", "%d.%m.%Y", "%a %d %B %Y", "%d-%b-%Y"])


@pytest.mark.parametrize("case", cases("written-days"))
def test_days_are_read_as_written(case: dict[str, Any]) -> None:
    found = [None if written.day is None else written.day.isoformat() for written in written_days(case["words"])]
    assert found == case["days"]


@given(DAYS, FORMS)
def test_every_day_is_read_in_every_form_at_its_place(day: date, form: str) -> None:
    (written,) = written_days(f"It was ({day.strftime(form)}) then")
    assert written.day == day
    assert written.span.of(f"It was ({day.strftime(form)}) then") == day.strftime(form)


@given(st.text(), st.integers(0, 20), st.integers(0, 40))
def test_days_lie_between_the_places_asked_for(words: str, start: int, end: int) -> None:
    text = f"{words} 16 April 2031 {words}"
    assert all(start <= found.span.start and found.span.end <= end for found in written_days(text, start, end))


@given(DAYS, st.integers(0, 6))
def test_the_next_weekday_is_at_most_six_days_on(day: date, weekday: int) -> None:
    found = next_weekday(day, weekday)
    assert found.weekday() == weekday
    assert timedelta(0) <= found - day <= timedelta(6)


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_a_weekday_that_agrees_gives_the_year_told_or_the_next(day: date) -> None:
    name = next(name for name, number in WEEKDAYS.items() if number == day.weekday() and len(name) > 5)
    words = f"{name.capitalize()}, {day:%B} {day.day}. It happened in {day.year}."
    (written,) = written_days(words)
    assert (
        completed(written, words) in (day, None)
        if (day.month, day.day) == (2, 29)
        else completed(written, words) == day
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("April 16. The truce of April 2031 held.", date(2031, 4, 16)),
        ("April 16. Statement no. 2031-04 of the Front.", date(2031, 4, 16)),
        ("April 16. The truce of May 2031 held.", None),
        ("April 16. April 2031 was worse than April 2030.", None),
        ("April 31. The truce of April 2031 held.", None),
    ],
)
def test_without_a_weekday_only_the_one_year_told_for_that_month_will_do(words: str, day: date | None) -> None:
    written = next(iter(written_days(words)), None)
    assert (None if written is None else completed(written, words)) == day


def test_years_are_numbers_of_their_own() -> None:
    assert years_in("In 2030, 2,031 of 2031.5 homes; since 16.04.2029 and 1999.") == {2030, 2029, 1999}
