"""Figures in words: as they were claimed, and never 0 for what is not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import Count, Figure, Group, Outcome, Span, Standing, Toll, Vague, Work
from recount.web.show import figures

HERE = Span(0, 1)
NUMBERS = st.integers(1, 10**7) | st.none()


@pytest.mark.parametrize(
    ("low", "high", "approx", "vague", "words"),
    [
        (20, 20, False, None, "20"),
        (1600, None, False, None, "at least 1,600"),
        (None, 9, False, None, "up to 9"),
        (3, 7, False, None, "3–7"),
        (20, 20, True, None, "about 20"),
        (20, None, True, None, "at least 20 or so"),
        (None, None, False, "dozens", "dozens"),
        (None, None, False, "unknown", "not told"),
        (None, None, False, None, "not told"),
    ],
)
def test_a_figure_is_said_as_it_was_claimed(
    low: int | None, high: int | None, approx: bool, vague: str | None, words: str
) -> None:
    assert figures.bounds(low, high, approx=approx, vague=vague) == words


@given(NUMBERS, NUMBERS)
def test_every_bound_told_is_in_the_words(low: int | None, high: int | None) -> None:
    words = figures.bounds(low, high)
    for bound in (low, high):
        assert bound is None or figures.number(bound) in words
    assert (words == figures.NOT_TOLD) == (low is None and high is None)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(Outcome.KILLED, HERE, low=1, high=1, group=Group.WOMAN), "1 woman killed"),
        (Count(Outcome.KILLED, HERE, Standing.CIVILIAN, low=3), "at least 3 civilians killed"),
        (Count(Outcome.INJURED, HERE, vague=Vague.DOZENS), "dozens of people injured"),
        (Count(Outcome.INJURED, HERE, vague=Vague.SEVERAL, work=Work.RESCUE), "several rescue workers injured"),
        (Count(Outcome.KILLED, HERE, Standing.CIVILIAN, vague=Vague.UNKNOWN), "civilians killed, number not told"),
        (Count(Outcome.KILLED, HERE, Standing.COMBATANT, low=2, high=2, side="River Guard"),
         "2 combatants (River Guard) killed"),
        (Count(Outcome.KILLED_OR_INJURED, HERE, low=20, high=20, approx=True), "about 20 people killed or injured"),
    ],
)  # fmt: skip
def test_a_count_says_who_and_what_happened(count: Count, words: str) -> None:
    assert figures.count(count) == words


def _told(low: int | None = None, high: int | None = None, *, approx: bool = False, vague: str | None = None) -> Figure:
    return Figure("Blue Lamps", Outcome.KILLED, "people", low, high, approx, vague, "a@1", False)


@pytest.mark.parametrize(
    ("toll", "main", "span"),
    [
        (Toll(Outcome.KILLED, 20, 20, 20, "range"), "20", None),
        (Toll(Outcome.KILLED, 13, 20, 27, "range"), "20", "13–27"),
        (Toll(Outcome.KILLED, 13, None, 27, "range"), "13–27", None),
        (Toll(Outcome.KILLED, 20, 20, None, "range"), "at least 20", None),
        (Toll(Outcome.KILLED, 13, 20, None, "range"), "20", "at least 13"),
        (Toll(Outcome.KILLED, None, None, 7, "range"), "up to 7", None),
        (Toll(Outcome.KILLED, 20, 20, 20, "range", (_told(20, 20, approx=True),)), "about 20", None),
        (Toll(Outcome.KILLED, None, None, None, "range", (_told(vague="dozens"),)), "dozens", None),
    ],
)
def test_a_toll_shows_its_best_figure_and_the_range_claimed(toll: Toll, main: str, span: str | None) -> None:
    assert figures.toll(toll) == figures.TollWords(main, span)


@pytest.mark.parametrize("toll", [None, Toll(Outcome.KILLED, None, None, None, "range", (_told(vague="unknown"),))])
def test_no_figure_is_not_told_rather_than_none_killed(toll: Toll | None) -> None:
    assert figures.toll(toll) == figures.TollWords("not told", told=False)
