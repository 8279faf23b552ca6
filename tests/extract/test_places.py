"""Places: which names of a sentence are places, and where what it tells happened."""

import json
from pathlib import Path
from typing import Any

import pytest

from recount.extract import extract
from recount.knowledge import load
from recount.model import Claim, Reading, Report, Span, Text, Zone, ZoneKind

CASES = json.loads((Path(__file__).parents[1] / "cases" / "places.json").read_text())


def claims_of(text: str) -> tuple[Claim, ...]:
    body = (Zone(ZoneKind.BODY, Span(0, len(text))),)
    return extract(Reading(Report("sample", text.encode()), Text(text, "hash", "test", body)), load()).claims


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_where_each_claim_of_a_text_happened(case: dict[str, Any]) -> None:
    assert [[place.name for place in claim.where] for claim in claims_of(case["text"])] == case["where"]
