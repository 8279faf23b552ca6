"""The marks of Markdown go and its words stay."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.clean.markdown import front_matter, plain
from recount.model import DayFrom, Media, Published, ZoneKind
from tests.clean.pages import STORY, TITLE, cases, cleaned, content, zones


@pytest.mark.parametrize("case", cases("markdown"))
def test_marks_go_and_words_stay(case: dict[str, Any]) -> None:
    assert plain(case["words"]) == case["plain"]


@given(st.text(st.characters(categories=("L", "Nd", "Zs")), max_size=60))
def test_a_text_without_marks_stays_as_it_is(words: str) -> None:
    assert plain(words) == words


def test_front_matter_tells_title_outlet_and_day() -> None:
    reading = cleaned(
        f"---\ntitle: '{TITLE}'\ndate: 2031-04-16\noutlet: Norvane Daily\n---\n# {TITLE}\n\n{STORY[0]}", Media.MARKDOWN
    )
    known = reading.report
    assert (known.title, known.outlet) == (TITLE, "Norvane Daily")
    assert known.published == Published(date(2031, 4, 16), DayFrom.METADATA)
    assert zones(reading) == [(ZoneKind.HEADLINE, TITLE), (ZoneKind.BODY, STORY[0])]


def test_front_matter_is_only_what_stands_first() -> None:
    assert front_matter(f"{TITLE}\n---\ntitle: Another\n---\n") == {}
    assert front_matter("---\nTitle : A truce \n---") == {"title": "A truce"}


def test_a_list_within_the_story_is_story() -> None:
    reading = cleaned(
        f"# {TITLE}\n\n{STORY[0]}\n\nThe monitor listed what was hit:\n\n- the mill\n- the bakery\n", Media.MARKDOWN
    )
    assert content(reading).endswith("the mill\nthe bakery")
    assert zones(reading)[-1][0] is ZoneKind.BODY
