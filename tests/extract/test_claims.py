"""Claims: who says that what happened to whom, where, when and by whose hand, sentence by sentence."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.extract import extract
from recount.knowledge import load
from recount.model import Claim, Issue, IssueKind, Outcome, Reading, Report, Span, Text, Zone, ZoneKind

CASES = json.loads((Path(__file__).parents[1] / "cases" / "claims.json").read_text())


def reading(text: str, *issues: Issue) -> Reading:
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),) if text else ()
    return Reading(Report("sample", text.encode()), Text(text, "hash", "test", zones), issues=issues)


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract(reading(text), load()).claims


def shown(claim: Claim, text: str, fields: list[str]) -> dict[str, Any]:
    sources = list(dict.fromkeys(source.shown for chain in claim.chains for source in chain))
    told = {
        "event": claim.event.value,
        "scope": claim.scope.value,
        "status": claim.status.value,
        "doubts": sorted(doubt.value for doubt in claim.doubts),
        "when": next((mark.span.of(text) for mark in claim.marks if mark.field == "when"), None),
        "where": [place.name for place in claim.where],
        "by": list(claim.by),
        "against": list(claim.against),
        "target": list(claim.target),
        "sources": sources,
        "killed": [count.low for count in claim.counts if count.outcome is Outcome.KILLED],
    }
    return {field: told[field] for field in fields}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_claims_of_a_text(case: dict[str, Any]) -> None:
    claims = claims_of(case["text"])
    wanted = case["claims"]
    assert len(claims) == len(wanted), [claim.words for claim in claims]
    for claim, fields in zip(claims, wanted, strict=True):
        assert shown(claim, case["text"], list(fields)) == fields


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_every_claim_keeps_its_words(case: dict[str, Any]) -> None:
    text = case["text"]
    for claim in claims_of(text):
        assert claim.quote.of(text) == claim.words
        assert all(0 <= mark.span.start < mark.span.end <= len(text) for mark in claim.marks)
        assert all(place.span.of(text) == place.name for place in claim.where)
        assert all(count.part_of is None or 0 <= count.part_of < len(claim.counts) for count in claim.counts)


@given(st.lists(st.sampled_from([case["text"] for case in CASES]), max_size=6))
def test_claims_of_a_report_have_ids_of_their_own(texts: list[str]) -> None:
    claims = claims_of(" ".join(texts))
    assert len({claim.id for claim in claims}) == len(claims)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    claims_of(text)


def test_a_text_in_another_language_has_no_claims() -> None:
    text = "An air strike killed seven people in the village of Tarsk."
    issue = Issue(IssueKind.LANGUAGE, "sample", "not English")
    assert extract(reading(text, issue), load()).claims == ()


def test_a_headline_counts_only_where_the_story_tells_nothing() -> None:
    text = "Seven dead in Tarsk air strike\nThe village of Tarsk was quiet."
    end = text.index("\n")
    zones = (Zone(ZoneKind.HEADLINE, Span(0, end)), Zone(ZoneKind.BODY, Span(end + 1, len(text))))
    told = extract(Reading(Report("sample", b""), Text(text, "hash", "test", zones)), load()).claims
    assert [count.low for claim in told for count in claim.counts] == [7]


def test_a_story_without_a_place_happened_where_its_headline_says() -> None:
    text = "Death Toll in Raqqa Rises\nTwenty people were killed by shelling on Monday."
    end = text.index("\n")
    zones = (Zone(ZoneKind.HEADLINE, Span(0, end)), Zone(ZoneKind.BODY, Span(end + 1, len(text))))
    told = extract(Reading(Report("sample", b""), Text(text, "hash", "test", zones)), load()).claims
    assert [[place.name for place in claim.where] for claim in told] == [["Raqqa"]]


def test_a_story_calls_terrorists_whom_its_headline_names() -> None:
    text = "Army kills PKK fighters\nTurkish troops killed nine terrorists in the village of Tarsk on Monday."
    end = text.index("\n")
    zones = (Zone(ZoneKind.HEADLINE, Span(0, end)), Zone(ZoneKind.BODY, Span(end + 1, len(text))))
    told = extract(Reading(Report("sample", b""), Text(text, "hash", "test", zones)), load()).claims
    assert [claim.against for claim in told] == [("PKK",)]


def test_furniture_holds_no_claims() -> None:
    text = "Read: Air strike kills seven people in the village of Tarsk"
    zones = (Zone(ZoneKind.FURNITURE, Span(0, len(text))),)
    assert extract(Reading(Report("sample", b""), Text(text, "hash", "test", zones)), load()).claims == ()
