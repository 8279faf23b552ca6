"""What a person writes for a field, as a claim holds it; what is no value is refused with the forms there are."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recount.cli.telling import field as in_words
from recount.knowledge import load
from recount.link.values import attribute, encoded, with_value
from recount.model import Claim, DayFrom, Event, Field, Published, Reading, Report, Scope, Span, Text, UsageError, When
from recount.run.wording import value_of

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests" / "cases" / "values.json").read_text("utf-8"))
LISTS = load(ROOT / "src" / "recount" / "samples" / "lists")
WORDS = "Seven people were killed in the Veldanian village of Ilmesk in Saravel."
CLAIM = Claim("a", Span(0, 5), Span(0, len(WORDS)), WORDS, Event.ATTACK)
REPORT = Report("a", WORDS.encode(), published=Published(date(2031, 3, 15), DayFrom.GIVEN))
READING = Reading(REPORT, Text(WORDS, "hash", "1", ()), (CLAIM,))


def corrected(field: Field, words: str, claim: Claim = CLAIM) -> Claim:
    return with_value(claim, field, encoded(field, value_of(field, words, claim, READING, LISTS)))


@pytest.mark.parametrize("case", [case for case in CASES if "told" in case], ids=lambda case: case["rule"])
def test_a_value_is_told_as_a_reader_would_tell_it(case: dict[str, Any]) -> None:
    field = Field(case["field"])
    assert in_words(corrected(field, case["words"]), field) == case["told"]


@pytest.mark.parametrize("case", [case for case in CASES if "refused" in case], ids=lambda case: case["rule"])
def test_what_is_no_value_is_refused_in_words(case: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=case["refused"]):
        corrected(Field(case["field"]), case["words"])


def test_every_field_has_an_example() -> None:
    assert {case["field"] for case in CASES if "told" in case} == set(Field)


def test_the_days_of_a_running_total_are_its_first_and_last() -> None:
    total = replace(CLAIM, scope=Scope.PERIOD)
    when = corrected(Field.WHEN, "2031-03-01..2031-03-14", total).when
    assert when == When.through(date(2031, 3, 1), date(2031, 3, 14))


def test_other_places_lie_in_another_larger_place() -> None:
    within = replace(CLAIM, within="Kethmar")
    assert corrected(Field.WHERE, "Ilmesk", within).within == "Saravel"


@pytest.mark.parametrize("field", Field)
def test_a_value_that_is_kept_comes_back_as_it_was(field: Field) -> None:
    words = next(case["words"] for case in CASES if case["field"] == field and "told" in case)
    made = corrected(field, words)
    kept = encoded(field, getattr(made, attribute(field)))
    assert with_value(made, field, kept) == made
