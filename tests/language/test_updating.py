"""Words that say what a figure does to those told before it."""

import pytest

from recount.language.en.updating import tells_further, tells_update
from recount.model import Span


@pytest.mark.parametrize(
    "words",
    [
        "The number of dead rose to 72",
        "the toll had climbed to 100, medics said",
        "bringing the death toll to 31",
        "updating an earlier figure of 19",
        "31 dead, up from 12",
    ],
)
def test_a_toll_that_is_told_as_changed_is_an_update(words: str) -> None:
    assert tells_update(words)


@pytest.mark.parametrize(
    "words", ["72 people were killed", "Smoke rose over the square, where 72 died", "20 more died"]
)
def test_a_toll_that_is_only_told_is_none(words: str) -> None:
    assert not tells_update(words)


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("another five people died", "five people"),
        ("a further 12 civilians died of their wounds", "12 civilians"),
        ("five more people died", "five more people"),
        ("5 additional victims were found", "5 additional victims"),
        ("5 more died", "5"),
    ],
)
def test_another_further_and_more_tell_of_people_beside_those_told_before(words: str, figure: str) -> None:
    assert tells_further(words, _span(words, figure))


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("more than 20 people died", "20 people"),
        ("20 people died, more than on Monday", "20 people"),
        ("five more than on Monday were killed", "five"),
        ("in another village 20 people died", "20 people"),
        ("20 others were hurt", "20 others"),
    ],
)
def test_other_words_do_not(words: str, figure: str) -> None:
    assert not tells_further(words, _span(words, figure))


def _span(words: str, figure: str) -> Span:
    return Span(words.index(figure), words.index(figure) + len(figure))
