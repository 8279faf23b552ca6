"""Counts: what happened to how many, and which are parts of which."""

import json
from pathlib import Path
from typing import Any

import pytest

from recount.extract.claims import counts_of
from recount.extract.counts import find_counts
from recount.extract.scene import scene
from recount.knowledge import load
from recount.model import Span, ZoneKind

CASES = json.loads((Path(__file__).parents[1] / "cases" / "counts.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_counts_of_a_sentence(case: dict[str, Any]) -> None:
    text = case["text"]
    told = scene(text, Span(0, len(text)), ZoneKind.BODY, load())
    read = []
    for count in counts_of(told, find_counts(told)):
        row: list[Any] = [count.outcome.value, count.who, count.low, count.high]
        row += [count.vague.value] if count.vague is not None else []
        row += [count.part_of] if count.part_of is not None else []
        read.append(row)
    assert read == case["counts"]
