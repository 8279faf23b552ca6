"""Day words mean the interval of days that the annotation guide gives them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.language.en.days import find_days, read_days
from recount.language.tokens import tokens

CASES = json.loads((Path(__file__).parents[1] / "cases" / "days.json").read_text())


@pytest.mark.parametrize(
    "case",
    CASES,
    ids=lambda case: f"{case['words']} seen from {case['published']}{' to come' if 'to_come' in case else ''}",
)
def test_day_words_bound_the_days_they_tell(case: dict[str, Any]) -> None:
    published = None if case["published"] is None else date.fromisoformat(case["published"])
    when = read_days(case["words"], published, case.get("to_come", False))
    if case["days"] is None:
        assert when is None
    else:
        assert when is not None
        assert [day and str(day) for day in (when.earliest, when.latest)] == case["days"]
        assert when.lasts == case.get("lasting", False)


@given(st.sampled_from([case["words"] for case in CASES]), st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_no_publication_day_puts_the_end_before_the_beginning(words: str, published: date) -> None:
    when = read_days(words, published)
    assert when is None or when.earliest is None or when.latest is None or when.earliest <= when.latest


@given(st.text(max_size=120))
def test_any_text_can_be_searched_for_days(text: str) -> None:
    words = tokens(text)
    for found in find_days(words):
        assert 0 <= found.first < found.last <= len(words)
