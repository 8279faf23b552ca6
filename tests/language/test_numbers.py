"""Numbers and quantities mean what a reader takes them to mean."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.language.en.numbers import number_at
from recount.language.en.quantities import quantities, quantity_at
from recount.language.tokens import tokens

CASES = Path(__file__).parents[1] / "cases"


@pytest.mark.parametrize("case", json.loads((CASES / "numbers.json").read_text()), ids=lambda case: case["text"])
def test_a_number_is_read_whole(case: dict[str, Any]) -> None:
    words = tokens(case["text"])
    number = number_at(words, 0)
    assert number is not None
    assert (number.value, number.last) == (case["value"], len(words))


@pytest.mark.parametrize("case", json.loads((CASES / "quantities.json").read_text()), ids=lambda case: case["text"])
def test_a_quantity_keeps_its_bounds(case: dict[str, Any]) -> None:
    quantity = quantity_at(tokens(case["text"] + " people"), 0)
    assert quantity is not None
    vague = None if quantity.vague is None else quantity.vague.value
    assert (quantity.low, quantity.high, quantity.approx, vague) == (
        case["low"],
        case["high"],
        case.get("approx", False),
        case.get("vague"),
    )


@given(st.integers(min_value=1, max_value=999_999_999))
def test_figures_with_and_without_commas_are_one_number(value: int) -> None:
    plain, grouped = number_at(tokens(str(value)), 0), number_at(tokens(f"{value:,}"), 0)
    assert plain is not None
    assert grouped is not None
    assert plain.value == grouped.value == value


@given(st.text(max_size=80))
def test_quantities_never_overlap_and_stay_inside(text: str) -> None:
    words = tokens(text)
    end = 0
    for quantity in quantities(words):
        assert end <= quantity.first < quantity.last <= len(words)
        end = quantity.last
