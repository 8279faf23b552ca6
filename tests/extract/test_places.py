"""Places: which names of a sentence are places, and where what it tells happened."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.extract.test_claims import claims_of

CASES = json.loads((Path(__file__).parents[1] / "cases" / "places.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_where_each_claim_of_a_text_happened(case: dict[str, Any]) -> None:
    assert [[place.name for place in claim.where] for claim in claims_of(case["text"])] == case["where"]
