"""Spellings of one name agree, and names of two places do not."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.language.folding import alike, fold, same_name, sound

CASES = json.loads((Path(__file__).parents[1] / "cases" / "names.json").read_text())
NAMES = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd", "Pd", "Po", "Zs")), min_size=1, max_size=30)


def _case(case: dict[str, Any]) -> Any:
    failing = case.get("failing")
    marks = [] if failing is None else [pytest.mark.xfail(strict=True, reason=failing)]
    return pytest.param(case, marks=marks, id=f"{case['one']}, {case['other']}")


@pytest.mark.parametrize("case", [_case(case) for case in CASES])
def test_spellings_of_one_name_agree_and_two_names_do_not(case: dict[str, Any]) -> None:
    assert same_name(case["one"], case["other"]) is case["same"]


@pytest.mark.parametrize(
    "written", ["Al-Rastan", "ar Rastan", "Rastan", "AR-RASTAN", "al Rastan", "Ar Rastân", "‘Rastan’"]
)
def test_articles_hyphens_accents_and_case_do_not_count(written: str) -> None:
    assert fold(written) == "rastan"


@pytest.mark.parametrize(
    "article", ["al", "el", "as", "ar", "an", "ash", "az", "ad", "at", "ath", "adh", "es", "er", "en", "ez"]
)
def test_every_form_of_the_article_is_left_out_inside_a_name_too(article: str) -> None:
    assert fold(f"Deir {article}-Zor") == fold(f"Deir {article} Zor") == "deirzor"


@pytest.mark.parametrize("name", ["Al", "The", "As", "Has", "Alma", "Aleppo", "Elmira"])
def test_a_name_is_never_eaten_as_an_article(name: str) -> None:
    assert fold(name) == name.lower()


def test_other_scripts_have_a_key_too() -> None:
    assert fold("Київ") == "kiiv"
    assert fold("حلب") == "hlb"


@given(NAMES)
def test_a_key_is_plain_and_stays_as_it_is(name: str) -> None:
    key = fold(name)
    assert key == "" or (key.isalnum() and key.isascii() and key == key.lower())
    assert fold(key) == key


@given(NAMES, NAMES)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert same_name(one, other) is same_name(other, one)


@given(NAMES)
def test_a_name_is_alike_to_itself(name: str) -> None:
    assert same_name(name, name)
    assert sound(name) == sound(name.upper()) or not name.isascii()
