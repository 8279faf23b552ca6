"""Claims that judgements speak of are found again after better reading, and never mistaken for a neighbour."""

from dataclasses import replace

import pytest

from recount.link.finding import Finder, now
from recount.model import Claim, Span, Subject, Text
from tests.link.telling import claim

THEN = "On Monday a raid killed seven people in Tarsk. On Tuesday a raid killed seven people in Ostrel."
QUOTE = "a raid killed seven people"
FIRST, SECOND = THEN.index(QUOTE), THEN.rindex(QUOTE)


def text(content: str) -> Text:
    return Text(content, f"hash of {content}", "1", ())


def subject(start: int, **more: object) -> Subject:
    before, after = THEN[max(0, start - 20) : start], THEN[start + len(QUOTE) :][:20]
    made = Subject(f"a@{start + 14}", "a", text(THEN).hash, QUOTE, start, before, after)
    return replace(made, **more)  # type: ignore[arg-type]


def read(content: str, words: str, figure: str, after: int = 0) -> Claim:
    """A claim of these words at their first place after another one."""
    start = content.index(words, after)
    at = start + words.index(figure)
    quote = Span(start, start + len(words))
    return replace(claim("a"), anchor=Span(at, at + len(figure)), quote=quote, words=words)


def test_in_the_same_text_the_words_stand_where_they_stood() -> None:
    assert now(subject(SECOND), text(THEN)) == Span(SECOND, SECOND + len(QUOTE))


@pytest.mark.parametrize("start", [FIRST, SECOND])
def test_in_another_text_they_stand_where_the_same_words_are_around_them(start: int) -> None:
    longer = f"An update of our earlier report, with more from the scene.\n\n{THEN}"
    found = now(subject(start), text(longer))
    assert found is not None
    assert found.start == start + len(longer) - len(THEN)


def test_words_that_are_gone_stand_nowhere() -> None:
    assert now(subject(FIRST), text("Nothing of it is told any more.")) is None
    assert now(subject(FIRST, quote=""), text(THEN)) is None


def test_a_claim_read_from_more_words_than_before_is_the_same() -> None:
    wider = read(THEN, "On Tuesday a raid killed seven people in Ostrel", "seven")
    assert Finder.over([wider], {"a": text(THEN)}).find(subject(SECOND)) == wider


def test_of_two_claims_of_the_same_words_the_one_at_its_place_is_meant() -> None:
    claims = [read(THEN, QUOTE, "seven"), read(THEN, QUOTE, "seven", after=FIRST + 1)]
    finder = Finder.over(claims, {"a": text(THEN)})
    assert [finder.find(subject(start)) for start in (FIRST, SECOND)] == claims


def test_a_neighbour_that_shares_a_few_words_is_not_taken_for_it() -> None:
    neighbour = read(THEN, "people in Tarsk. On Tuesday", "Tuesday")
    assert Finder.over([neighbour], {"a": text(THEN)}).find(subject(FIRST)) is None


def test_a_claim_that_stood_in_the_same_words_then_is_not_the_one_meant() -> None:
    other = read(THEN, QUOTE, "people")
    judged = subject(FIRST, beside=(other.anchor.start,))
    assert Finder.over([other], {"a": text(THEN)}).find(judged) is None
    assert Finder.over([other], {"a": text(THEN)}).find(subject(FIRST)) == other


def test_white_space_and_capitals_that_a_better_cleaner_repairs_do_not_lose_it() -> None:
    repaired = text(THEN.replace("a raid killed", "A raid\nkilled", 1))
    claim_now = read(repaired.content, "A raid\nkilled seven people", "seven")
    judged = subject(FIRST, quote="a  raid killed seven people")
    assert Finder.over([claim_now], {"a": repaired}).find(judged) == claim_now
