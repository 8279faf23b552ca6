"""The publication day is taken from where reports tell it, with how it is known, and is never made up."""

from datetime import date
from typing import Any

import pytest

from recount.model import DayFrom, IssueKind, Published
from tests.clean.pages import TITLE, cases, cleaned, lines


@pytest.mark.parametrize("case", cases("publication-days"))
def test_the_day_is_told_completed_inferred_or_absent(case: dict[str, Any]) -> None:
    day, known = case["day"], case["known"]
    expected = None if day is None else Published(date.fromisoformat(day), DayFrom(known))
    assert cleaned(lines(*case["lines"])).report.published == expected


def test_a_given_day_outranks_what_the_text_tells_and_the_difference_is_an_issue() -> None:
    given = Published(date(2031, 4, 18), DayFrom.GIVEN)
    reading = cleaned(lines("TITLE", "16 April 2031", "STORY"), published=given)

    assert reading.report.published == given
    (issue,) = reading.issues
    assert issue.kind is IssueKind.DISAGREEMENT
    assert "2031-04-18" in issue.reason
    assert "2031-04-16" in issue.reason


def test_a_given_day_that_the_text_tells_too_is_no_issue() -> None:
    given = Published(date(2031, 4, 16), DayFrom.GIVEN)
    assert cleaned(lines("TITLE", "16 April 2031", "STORY"), published=given).issues == ()


def test_without_a_day_words_that_count_back_from_it_are_an_issue() -> None:
    (issue,) = cleaned(lines("TITLE", "STORY")).issues
    assert (issue.kind, issue.fatal) == (IssueKind.DAY, False)


def test_without_a_day_a_text_that_needs_none_has_no_issue() -> None:
    assert cleaned(lines(TITLE, "Shells fell on the market of Brunnoth and killed nine people.")).issues == ()
