"""Texts break off anywhere: a page that was cut, a headline, a caption. Whatever is left is read."""

import json
from pathlib import Path

import pytest

from recount.clean import clean
from recount.extract import extract
from recount.knowledge import load
from recount.model import Report

CASES = json.loads((Path(__file__).parents[1] / "cases" / "forms.json").read_text())
# Each of these breaks off behind every word of some forms, and all of them together of every form.
PARTS = 8


@pytest.mark.parametrize("part", range(PARTS))
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes(part: int) -> None:
    for number, case in enumerate(CASES):
        words = case["text"].split()
        for last in range(1 + (part + number) % PARTS, len(words) + 1, PARTS):
            text = " ".join(words[:last])
            reading = extract(clean(Report("cut", text.encode())), load())
            assert all(claim.words in text for claim in reading.claims)
