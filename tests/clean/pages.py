"""Reports as they come in from an invented outlet, and what of them a test looks at."""

import json
from pathlib import Path
from typing import Any

import pytest

from recount.clean import clean
from recount.model import Media, Reading, Report, ZoneKind

TITLE = "Shelling of a market in Brunnoth kills nine"
STORY = (
    "Shells fell on the market of Brunnoth on Wednesday and killed nine people, a medic told the Rights Monitor.",
    "The monitor said that another 14 people were wounded when the second shell hit the bakery beside the market.",
    "The army did not answer questions about the shelling of the town.",
)


def cases(name: str) -> list[Any]:
    """The examples of a file under tests/cases, each under its rule; known failures as strict expected failures."""
    told = json.loads((Path(__file__).parents[1] / "cases" / f"{name}.json").read_text("utf-8"))
    return [pytest.param(case, marks=_marks(case), id=case["rule"]) for case in told]


def _marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=case["failing"])] if "failing" in case else []


def cleaned(words: str | bytes, media: Media = Media.TEXT, **known: Any) -> Reading:
    raw = words.encode() if isinstance(words, str) else words
    return clean(Report("courier", raw, media, **known))


def content(reading: Reading) -> str:
    assert reading.text is not None
    return reading.text.content


def zones(reading: Reading) -> list[tuple[ZoneKind, str]]:
    """The zones with their words."""
    assert reading.text is not None
    return [(zone.kind, zone.span.of(reading.text.content)) for zone in reading.text.zones]


def lines(*told: str) -> str:
    """A page with a blank line between its lines; STORY stands for a whole story, TITLE for its title."""
    whole = (line for one in told for line in (STORY if one == "STORY" else (one,)))
    return "\n\n".join(TITLE if line == "TITLE" else line for line in whole)
