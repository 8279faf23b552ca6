"""Agreement beyond chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.score import Kappa

VERDICTS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=30)


def test_the_example_that_textbooks_have() -> None:
    told = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    made = Kappa.of(told)
    assert (made.agreed, made.of_all) == (35, 50)
    assert made.by_chance == pytest.approx(0.5)
    assert made.value == pytest.approx(0.4)


def test_where_chance_alone_agrees_there_is_none() -> None:
    assert Kappa.of([("yes", "yes")] * 5).value is None
    assert Kappa.of([]).value is None


@given(VERDICTS)
def test_it_does_not_matter_who_is_named_first(told: list[tuple[str, str]]) -> None:
    one, other = Kappa.of(told).value, Kappa.of([(b, a) for a, b in told]).value
    assert one == other or one == pytest.approx(other)


@given(VERDICTS)
def test_it_is_one_at_most_and_one_only_where_all_agree(told: list[tuple[str, str]]) -> None:
    made = Kappa.of(told)
    if made.value is not None:
        assert made.value <= 1
        assert (made.value == pytest.approx(1)) == (made.agreed == made.of_all)
