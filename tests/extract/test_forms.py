"""The forms in which reports tell people, figures, deeds and who speaks; what is read wrongly is marked as such."""

import json
from pathlib import Path
from typing import Any

import pytest

from recount.extract.claims import counts_of
from recount.extract.counts import find_counts
from recount.extract.scene import scene
from recount.knowledge import load
from recount.model import Claim, Count, Span, ZoneKind
from tests.extract.test_claims import claims_of, shown

CASES = json.loads((Path(__file__).parents[1] / "cases" / "forms.json").read_text())
ADDED = ("against", "counts", "sides")


def named(case: dict[str, Any]) -> Any:
    """A case under its group and rule; one that is known to be read wrongly must fail, so that its mending is seen."""
    marks = [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
    return pytest.param(case, id=f"{case['group']}: {case['rule']}", marks=marks)


def row(count: Count) -> list[Any]:
    told: list[Any] = [count.outcome.value, count.who, count.low, count.high]
    told += ["approx"] if count.approx else []
    told += [count.vague.value] if count.vague is not None else []
    return told + ([count.part_of] if count.part_of is not None else [])


def all_shown(claim: Claim, text: str, fields: list[str]) -> dict[str, Any]:
    told = shown(claim, text, [field for field in fields if field not in ADDED])
    added = {
        "against": list(claim.against),
        "counts": [row(count) for count in claim.counts],
        "sides": [count.side for count in claim.counts],
    }
    return {field: told[field] if field in told else added[field] for field in fields}


@pytest.mark.parametrize("case", [named(case) for case in CASES if "counts" in case])
def test_people_are_counted_in_whatever_form_they_are_told(case: dict[str, Any]) -> None:
    text = case["text"]
    told = scene(text, Span(0, len(text)), ZoneKind(case.get("zone", "body")), load())
    assert [row(count) for count in counts_of(told, find_counts(told))] == case["counts"]


@pytest.mark.parametrize("case", [named(case) for case in CASES if "claims" in case])
def test_facts_are_read_in_whatever_form_they_are_told(case: dict[str, Any]) -> None:
    text = case["text"]
    claims = claims_of(text)
    told = [all_shown(claim, text, list(fields)) for claim, fields in zip(claims, case["claims"], strict=False)]
    assert told == case["claims"], [claim.words for claim in claims]
    assert len(claims) == len(case["claims"]), [claim.words for claim in claims]
