"""A fact that a report tells twice is one claim, which keeps every passage that tells it."""

from recount.model import Claim, Event
from tests.extract.test_claims import claims_of

HEADLINE = "Rocket attack kills nine in Grelda."
BODY = "Nine people died in the violence in Grelda on Tuesday, a monitoring group said."
ANOTHER = "In Oskerne two farmers were shot dead by gunmen."


def only(text: str) -> Claim:
    [told] = claims_of(text)
    return told


def test_a_fact_told_twice_is_one_claim_and_keeps_both_passages() -> None:
    told = only(f"{HEADLINE} {BODY}")
    assert sorted([told.words, *(quote.words for quote in told.repeats)]) == sorted(
        ["Rocket attack kills nine in Grelda", BODY[:-1]]
    )


def test_every_passage_stands_in_the_text_where_it_is_said_to() -> None:
    text = f"{HEADLINE} {BODY}"
    assert [quote.span.of(text) for quote in only(text).repeats] == [quote.words for quote in only(text).repeats]


def test_the_kind_of_event_that_one_passage_tells_is_kept() -> None:
    assert only(f"{HEADLINE} {BODY}").event is Event.SHELLING


def test_facts_told_once_repeat_nothing() -> None:
    first, second = claims_of(f"{HEADLINE} {ANOTHER}")
    assert first.repeats == second.repeats == ()
