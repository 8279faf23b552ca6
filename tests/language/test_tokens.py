"""Tokens stand where they are in the text, in a plain form that lists can be compared with."""

from hypothesis import given
from hypothesis import strategies as st

from recount.language.phrases import Phrases
from recount.language.sentences import sentences
from recount.language.tokens import tokens
from recount.model import Span


@given(st.text())
def test_every_token_is_its_run_of_the_text(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.text


@given(st.text(alphabet=st.sampled_from("abS.'’-,1 \n")), st.integers(0, 30), st.integers(0, 30))
def test_a_span_is_read_as_if_it_stood_alone(text: str, first: int, length: int) -> None:
    span = Span(min(first, len(text)), min(first + length, len(text)))
    alone = [(t.text, t.lower, t.start + span.start, t.end + span.start) for t in tokens(span.of(text))]
    assert [(t.text, t.lower, t.start, t.end) for t in tokens(text, span)] == alone


def test_possessives_and_points_do_not_hide_a_word() -> None:
    assert [t.lower for t in tokens("the regime’s U.S.-led foes' camp")][:4] == ["the", "regime", "us", "-"]


def test_a_phrase_is_found_where_reports_lost_their_apostrophes() -> None:
    phrases = Phrases([("Marrovia", "country")])
    assert [hit.value for hit in phrases.find(tokens("Marrovias army and Marrovia's jets"))] == ["country", "country"]


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("car", "vehicle"), ("car bomb", "bomb")])
    assert [hit.value for hit in phrases.find(tokens("a car bomb hit a car"))] == ["bomb", "vehicle"]


def test_the_longest_phrase_wins_where_apostrophes_were_lost_within_it() -> None:
    phrases = Phrases([("old Harbour", "quay"), ("old Harbours watch", "body"), ("old Harbour watch office", "office")])
    told = tokens("old Harbours watch, old Harbours watch office, old Harbours")
    assert [hit.value for hit in phrases.find(told)] == ["body", "office", "quay"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_sentences_are_runs_of_the_text_in_order(text: str) -> None:
    end = 0
    for span in sentences(text, Span(0, len(text))):
        assert end <= span.start < span.end <= len(text)
        end = span.end


def test_a_line_break_ends_a_sentence() -> None:
    text = "Seven killed in Tarsk\n\nSeven people died. Nobody claimed it."
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == [
        "Seven killed in Tarsk",
        "Seven people died.",
        "Nobody claimed it.",
    ]
