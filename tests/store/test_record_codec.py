"""Nouns come back from their JSON as they went in; what does not fit them is an error."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import Claim, Doubt, Event, Mark, Place, Precision, Span
from recount.store.codec import (
    decode_claim,
    decode_counted,
    decode_report,
    decode_text,
    encode,
    encode_report,
    hash_of,
)
from tests.store.tellings import BRUNNOTH, NOWHERE, a_count, body, claim, counted, killed, place, report, text, within

CLAIM = claim(
    "courier",
    doubts=frozenset(Doubt),
    when=within(date(2031, 4, 10), None),
    where=(place(BRUNNOTH), Place("Velkith", NOWHERE, Precision.TOWN, None, (BRUNNOTH, BRUNNOTH))),
    counts=(a_count(9),),
    chains=((body("Blue Lamps"), body("Norvane Press")),),
    marks=(Mark("counts", Span(0, 4)),),
    several=True,
)


def test_a_claim_with_all_that_it_can_hold_comes_back_as_it_was() -> None:
    assert decode_claim(encode(CLAIM)) == CLAIM


def test_an_incident_comes_back_as_it_was() -> None:
    incident = counted(CLAIM, tolls=(killed(9, None),), origins=("Norvane Press",))
    assert decode_counted(encode(incident)) == incident


@given(st.text(st.characters(codec="utf-8")))
def test_a_text_comes_back_character_by_character(words: str) -> None:
    assert decode_text(encode(text(words))) == text(words)


def test_a_report_comes_back_with_its_bytes_which_its_json_does_not_hold() -> None:
    told = report("courier", "The secret words.", title="A title")
    assert decode_report(encode_report(told), told.raw) == told
    assert "secret" not in encode_report(told)


@given(st.permutations(list(Doubt)))
def test_equal_nouns_are_equal_json(doubts: list[Doubt]) -> None:
    told = claim("courier", doubts=frozenset(doubts))
    assert encode(told) == encode(claim("courier", doubts=frozenset(reversed(doubts))))


@pytest.mark.parametrize(
    ("field", "value"), [("event", "picnic"), ("report", 7), ("anchor", None), ("counts", {}), ("doubts", ["maybe"])]
)
def test_what_does_not_fit_the_noun_is_an_error(field: str, value: object) -> None:
    told = msgspec.json.decode(encode(CLAIM))
    with pytest.raises(msgspec.ValidationError):
        decode_claim(msgspec.json.encode(told | {field: value}).decode())


def test_a_field_without_a_default_must_be_there() -> None:
    told = msgspec.json.decode(encode(Claim("courier", NOWHERE, NOWHERE, "x", Event.OTHER)))
    del told["words"]
    with pytest.raises(msgspec.ValidationError):
        decode_claim(msgspec.json.encode(told).decode())


def test_bytes_are_known_by_their_hash_alone() -> None:
    assert hash_of(b"one") == hash_of(b"one") != hash_of(b"One")
