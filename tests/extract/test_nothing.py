"""What is no armed violence tells no violence and counts nobody, however warlike its words; crime beside it does."""

import json
from pathlib import Path
from typing import Any

import pytest

from recount.model import Event
from tests.extract.test_claims import claims_of

CASES = json.loads((Path(__file__).parents[1] / "cases" / "nothing.json").read_text())
PEACEFUL = {Event.PROTEST, Event.TALKS, Event.AGREEMENT, Event.OTHER}


def named(case: dict[str, Any]) -> Any:
    """A case under its group and rule; one that is known to be read wrongly must fail, so that its mending is seen."""
    marks = [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
    return pytest.param(case, id=f"{case['group']}: {case['rule']}", marks=marks)


@pytest.mark.parametrize("case", [named(case) for case in CASES if "counts" not in case])
def test_no_violence_is_read_where_none_is_told(case: dict[str, Any]) -> None:
    claims = claims_of(case["text"])
    assert [claim.words for claim in claims if claim.event not in PEACEFUL] == []
    assert [claim.words for claim in claims if claim.counts] == []


@pytest.mark.parametrize("case", [named(case) for case in CASES if "counts" in case])
def test_near_miss_violence_of_criminals_is_read_like_any_other(case: dict[str, Any]) -> None:
    claims = [claim for claim in claims_of(case["text"]) if claim.event not in PEACEFUL]
    told = [[count.outcome.value, count.who, count.low, count.high] for claim in claims for count in claim.counts]
    assert told == case["counts"]
