"""How figures came about: updates told apart from further people, and what stands of it all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import Assertion, Claim, Count, Outcome, Scope, Span, Step
from recount.tally import history, tolls
from tests.tally.people_told import RANGE, dead, incident, killed, published, said

DAYS = published(a=1, b=2, c=3, d=4)


def worded(origin: str, words: str, figure: str, low: int, report: str) -> Claim:
    """What an origin says in these very words, the figure found in them."""
    at = Span(words.index(figure), words.index(figure) + len(figure))
    claim = said(origin, replace(dead(low), span=at), report=report)
    return replace(claim, quote=Span(0, len(words)), words=words)


def steps(*claims: Claim) -> list[tuple[str, int | None, Step, bool]]:
    """Of each figure, whose it is, at least how many, what it does to earlier ones, and whether it stands."""
    made = history(incident(*claims), DAYS)
    return [(one.figure.origin, one.figure.low, one.step, one.stands) for one in made]


def test_a_toll_that_grows_is_told_day_by_day_and_the_last_one_stands() -> None:
    made = history(
        incident(*(said("Blue Lamps", dead(low), report=report) for low, report in ((100, "c"), (58, "a"), (72, "b")))),
        DAYS,
    )
    assert [(one.day and one.day.day, one.figure.low, one.stands) for one in made] == [
        (1, 58, False),
        (2, 72, False),
        (3, 100, True),
    ]
    assert [one.step for one in made] == [Step.FIRST, Step.UPDATED, Step.UPDATED]


def test_figures_of_two_origins_are_two_histories() -> None:
    first, second = said("Blue Lamps", dead(58), report="a"), said("Norvane", dead(72), report="b")
    assert steps(first, second) == [("Blue Lamps", 58, Step.FIRST, True), ("Norvane", 72, Step.FIRST, True)]


def test_a_figure_told_again_is_no_update() -> None:
    first, again = (said("Blue Lamps", dead(58), report=report) for report in "ab")
    assert steps(first, again) == [("Blue Lamps", 58, Step.FIRST, False), ("Blue Lamps", 58, Step.REPEATED, True)]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("another five people died of their wounds", "five people"),
        ("five more people died of their wounds", "five more people"),
        ("five more died", "five"),
    ],
)
def test_further_people_are_added_by_the_words_that_tell_of_them(words: str, figure: str) -> None:
    first, more = said("Blue Lamps", dead(20), report="a"), worded("Blue Lamps", words, figure, 5, "b")
    assert killed(first, more, bylines=DAYS) == (25, 25, 25)
    assert steps(first, more) == [("Blue Lamps", 20, Step.FIRST, True), ("Blue Lamps", 5, Step.ADDED, True)]


def test_a_toll_that_rose_takes_the_place_of_the_one_before() -> None:
    first, risen = said("Blue Lamps", dead(20), report="a"), worded("Blue Lamps", "it rose to 25", "25", 25, "b")
    assert killed(first, risen, bylines=DAYS) == (25, 25, 25)
    assert [one.worded for one in history(incident(first, risen), DAYS)] == [False, True]


def test_further_people_told_with_the_toll_that_they_bring_about_are_in_it() -> None:
    words = "another five people died, bringing the toll to 25"
    both = replace(
        worded("Blue Lamps", words, "five people", 5, "b"),
        counts=(
            replace(dead(5), span=Span(8, 19)),
            replace(dead(25), span=Span(len(words) - 2, len(words))),
        ),
    )
    assert killed(said("Blue Lamps", dead(20), report="a"), both, bylines=DAYS) == (25, 25, 25)


def test_further_people_who_may_be_those_told_already_are_not_added() -> None:
    plain, more = said("Blue Lamps", dead(5), report="a"), worded("Blue Lamps", "another 5 died", "5", 5, "b")
    assert killed(plain, more, bylines=DAYS) == (5, 5, 5)


def test_more_people_behind_others_of_the_same_claim_are_beside_those() -> None:
    words = "nine were killed and five more hurt"
    counts = (
        replace(dead(9), span=Span(0, 4)),
        replace(dead(5, outcome=Outcome.INJURED), span=Span(words.index("five"), words.index(" hurt"))),
    )
    claim = replace(said("Blue Lamps", *counts, report="b"), quote=Span(0, len(words)), words=words)
    earlier = said("Blue Lamps", dead(4, outcome=Outcome.INJURED), report="a")
    assert killed(earlier, claim, bylines=DAYS, outcome=Outcome.INJURED) == (5, 5, 5)


def test_a_total_over_several_episodes_is_told_as_one_and_gives_no_toll() -> None:
    single, total = said("Blue Lamps", dead(10), report="a"), said("Norvane", dead(40), report="b", several=True)
    assert steps(single, total) == [("Blue Lamps", 10, Step.FIRST, True), ("Norvane", 40, Step.SEVERAL, False)]


def test_what_is_denied_or_no_figure_has_no_place_in_it() -> None:
    denied = said("Norvane", dead(3), report="a", assertion=Assertion.DENIED)
    total = said("Norvane", dead(900), report="b", scope=Scope.PERIOD)
    assert steps(denied, total, said("Blue Lamps", dead(None), report="c")) == []


def test_a_report_without_a_day_comes_first_and_has_none() -> None:
    first, undated = said("Blue Lamps", dead(20), report="a"), said("Blue Lamps", dead(30), report="undated")
    made = history(incident(first, undated), DAYS)
    assert [(one.day is None, one.figure.low, one.stands) for one in made] == [(True, 30, False), (False, 20, True)]


_WORDS = ("another 5 people", "5 people", "it rose to 5 people", "5 more people")


def _count(low: int | None, additional: bool, cumulative: bool, part: bool) -> Count:
    made = dead(low, additional=additional and not cumulative, cumulative=cumulative)
    return replace(made, part_of=0) if part else made


@st.composite
def _claims(draw: st.DrawFn) -> list[Claim]:
    made = []
    for at in range(draw(st.integers(1, 6))):
        words = draw(st.sampled_from(_WORDS))
        first = _count(draw(st.none() | st.integers(1, 60)), draw(st.booleans()), draw(st.booleans()), False)
        rest = [
            _count(draw(st.integers(1, 9)), False, False, draw(st.booleans())) for _ in range(draw(st.integers(0, 1)))
        ]
        counts = (replace(first, span=Span(words.index("5"), len(words))), *rest)
        claim = said(
            draw(st.sampled_from(["Blue Lamps", "Norvane", None])), *counts, report=draw(st.sampled_from("abcd"))
        )
        several = draw(st.booleans()) and draw(st.booleans())
        made.append(replace(claim, anchor=Span(at, at + 1), quote=Span(0, len(words)), words=words, several=several))
    return made


@given(_claims())
def test_what_stands_of_a_history_is_what_the_tolls_are_made_of(claims: list[Claim]) -> None:
    one = incident(*claims)
    standing = [told.figure for told in history(one, DAYS) if told.stands]
    figures = [figure for toll in tolls(one, RANGE, DAYS) for figure in toll.figures]
    telling = [figure for figure in figures if (figure.low, figure.high, figure.vague) != (None, None, None)]
    key = lambda figure: (figure.origin, figure.outcome, figure.who, figure.low or 0, figure.claim)  # noqa: E731
    assert sorted(map(key, standing)) == sorted(map(key, telling))


@given(_claims())
def test_every_figure_claimed_is_in_the_history(claims: list[Claim]) -> None:
    told = {(one.figure.claim, one.figure.low) for one in history(incident(*claims), DAYS)}
    figures = {(claim.id, count.low) for claim in claims for count in claim.counts if count.low is not None}
    assert told == figures


@given(_claims())
def test_a_day_never_comes_before_an_earlier_one(claims: list[Claim]) -> None:
    days = [one.day for one in history(incident(*claims), DAYS) if one.day is not None]
    assert days == sorted(days)
