"""The words that tell when a fact happened, claim by claim of a short report."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recount.extract import extract
from recount.knowledge import load
from recount.model import Claim, DayFrom, Published, Reading, Report, Span, Text, Zone, ZoneKind
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


@pytest.mark.parametrize(
    ("above", "told_day"),
    [("Joint Command", ["dateline", "TARSK (16 April 2031)"]), ("The road to Tarsk was open again in spring.", None)],
    ids=["the line of a sender stands above a dateline", "a dateline amid a story tells nothing of its lead"],
)
def test_dateline_of_a_lead(above: str, told_day: list[str] | None) -> None:
    lines = [above, "TARSK (16 April 2031)", "Shells killed nine people in the village of Ostrel."]
    text = "\n".join(lines)
    kinds = (ZoneKind.BODY, ZoneKind.DATELINE, ZoneKind.BODY)
    zones = tuple(
        Zone(kind, Span(start := text.index(line), start + len(line))) for kind, line in zip(kinds, lines, strict=True)
    )
    reading = extract(Reading(Report("sample", text.encode()), Text(text, "hash", "test", zones)), load())
    assert [told(claim, text) for claim in reading.claims] == [told_day]


@pytest.mark.parametrize(
    ("published", "told_day"),
    [(date(2031, 3, 11), ["no later", "Monday"]), (date(2031, 3, 17), ["when", "Tuesday"])],
    ids=["the day after that Monday", "the Monday after that Tuesday"],
)
def test_a_day_told_before_is_not_that_of_what_was_said_earlier(published: date, told_day: list[str]) -> None:
    text = (
        "Shells killed nine people in the village of Ostrel on Tuesday. "
        "On Monday the Red Crescent said the shells had killed 21 people in the town of Tarsk."
    )
    report = Report("sample", text.encode(), published=Published(published, DayFrom.TOLD))
    zones = (Zone(ZoneKind.BODY, Span(0, len(text))),)
    claims = extract(Reading(report, Text(text, "hash", "test", zones)), load()).claims
    assert [told(claim, text) for claim in claims] == [["when", "Tuesday"], told_day]
