"""The words that tell when a fact happened, claim by claim of a short report."""

import json
from pathlib import Path
from typing import Any

import pytest

from recount.model import Claim
from tests.extract.test_claims import claims_of

CASES = json.loads((Path(__file__).parents[1] / "cases" / "told-days.json").read_text())
FIELDS = ("when", "since", "dateline", "no later")


def told(claim: Claim, text: str) -> list[str] | None:
    marks = [[mark.field, mark.span.of(text)] for mark in claim.marks if mark.field in FIELDS]
    assert len(marks) <= 1
    return marks[0] if marks else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_days(case: dict[str, Any]) -> None:
    assert [told(claim, case["text"]) for claim in claims_of(case["text"])] == case["days"]
