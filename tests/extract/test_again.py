"""People whom a report counts twice are counted once, and others beside them are not lost."""

import pytest

from tests.extract.test_claims import claims_of

DETAINED = "Soldiers detained {} in the village of Tarsk on Monday. After questioning, {} were detained."
KILLED = "Soldiers killed several fighters in the village of Tarsk on Monday. The patrol returned fire, killing {}."


@pytest.mark.parametrize(
    ("first", "then", "claims"),
    [
        ("four men, including a commander", "the commander and three additional men", 1),
        ("four men", "the commander and two additional men", 2),
        ("several men", "nine men", 1),
        ("nine men", "several men", 1),
        ("a leader", "several men", 2),
        ("several men", "two additional men", 2),
    ],
    ids=[
        "parts that sum to the whole are the same people",
        "parts that do not are others",
        "a figure tells how many several were",
        "several may be nine",
        "one is not several",
        "additional people are others",
    ],
)
def test_people_taken(first: str, then: str, claims: int) -> None:
    assert len(claims_of(DETAINED.format(first, then))) == claims


@pytest.mark.parametrize(
    ("then", "claims"),
    [("several fighters", 1), ("dozens of fighters", 2), ("several more fighters", 2), ("nine fighters", 2)],
    ids=["the same word is of the same dead", "another is not", "more are others", "a figure is of others"],
)
def test_people_killed(then: str, claims: int) -> None:
    assert len(claims_of(KILLED.format(then))) == claims


def test_the_figure_takes_the_place_of_the_word() -> None:
    [told] = claims_of(DETAINED.format("several men", "nine men"))
    assert [count.low for count in told.counts] == [9]


def test_one_person_each_of_two_deeds_of_a_sentence_are_two() -> None:
    told = claims_of("Soldiers arrested a leader and detained one man in the village of Tarsk.")
    assert [count.low for claim in told for count in claim.counts] == [1, 1]


def test_several_of_them_are_counted() -> None:
    [told] = claims_of("Soldiers attacked the fighters in the village of Tarsk, killing several of them.")
    assert [count.vague is not None for count in told.counts] == [True]
