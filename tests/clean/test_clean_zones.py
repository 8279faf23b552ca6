"""Every line is title, dateline, story, caption or furniture, and nothing of a page is lost or counted twice."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.model import Media, Reading, ZoneKind
from tests.clean.pages import STORY, TITLE, cases, cleaned, content, lines, zones

LINES = st.sampled_from(
    [
        *(
            TITLE,
            *STORY,
            "",
            "clear",
            "Log in",
            "Read: Harbour reopens",
            "Related articles",
            "Leave a Reply",
            "16 April 2031",
        ),
        *(
            "Smoke over Brunnoth. [Staff Photographer/Norvane Press]",
            "By Staff Writer",
            "— — —",
            "(Source: Blue Lamps)",
        ),
        *(
            f"{TITLE} - World - Norvane Daily English",
            f"BRUNNOTH, Veldania (Reuters) - {STORY[0]}",
            "🕯 1 2 3",
            "April 16",
        ),
        *(f"16 April 2031 {TITLE} {STORY[0]} Tags Brunnoth Shelling The army said so.", "Photo:", "a", "(", "12:30"),
        *(f"{STORY[2]} (Source: Highland Front's Media Office / 16.04.2031)", f"{STORY[1]} Copyright © Norvane Daily"),
    ]
)
PAGES = st.lists(LINES | st.text(max_size=40), min_size=1, max_size=14)


@pytest.mark.parametrize("case", cases("zones"))
def test_lines_are_what_they_are_on_a_page(case: dict[str, Any]) -> None:
    told = [(ZoneKind(kind), words) for kind, words in case["lines"]]
    found = cleaned(_page(told))
    at = 0
    for kind, words in told:
        words = " ".join(words.split())
        start = content(found).index(words, at)
        at = start + len(words)
        assert found.text is not None
        assert {found.text.zone_at(place) for place in (start, at - 1)} == {kind}, words


def _page(told: list[tuple[ZoneKind, str]]) -> str:
    """Words that end with a space go on in the same line."""
    return "".join(words if words.endswith(" ") else f"{words}\n\n" for _, words in told)


def _whole(reading: Reading) -> bool:
    """Whether zones stand in order, do not overlap, and cover all that is not white space."""
    assert reading.text is not None
    at = 0
    for zone in reading.text.zones:
        between, words = reading.text.content[at : zone.span.start], zone.span.of(reading.text.content)
        if zone.span.start < at or between.strip() or not words or words != words.strip():
            return False
        at = zone.span.end
    return not reading.text.content[at:].strip()


@given(PAGES, st.sampled_from(["\n", "\n\n", "\r\n", " "]))
def test_zones_never_overlap_and_cover_all_that_is_not_white_space(told: list[str], between: str) -> None:
    found = cleaned(between.join(told))
    assert found.text is None or _whole(found)


@given(PAGES)
def test_zones_of_markdown_are_whole_too(told: list[str]) -> None:
    found = cleaned("\n\n".join(told), Media.MARKDOWN)
    assert found.text is None or _whole(found)


@given(st.text(), st.text())
def test_any_text_under_any_given_title_is_whole(words: str, title: str) -> None:
    found = cleaned(words, title=title)
    assert found.text is None or _whole(found)


@given(PAGES)
def test_cleaning_the_same_bytes_again_gives_the_same_text(told: list[str]) -> None:
    assert cleaned("\n\n".join(told)) == cleaned("\n\n".join(told))


def test_a_whole_page_in_one_line_is_told_apart() -> None:
    page = f"16 April 2031 {TITLE} BRUNNOTH (Reuters) - {' '.join(STORY)} Copyright © Norvane Daily 2031"
    told = zones(cleaned(page, title=TITLE))

    assert [kind.value for kind, _ in told] == ["dateline", "headline", "dateline", "body", "furniture"]
    assert told[3][1] == " ".join(STORY)


def test_a_given_title_is_the_headline_where_the_page_has_it() -> None:
    told = zones(cleaned(lines("A first line of seven words stands here", "TITLE", "STORY"), title=TITLE))
    assert (ZoneKind.HEADLINE, TITLE) in told


def test_the_title_told_again_before_the_story_is_no_story() -> None:
    told = zones(cleaned(lines("TITLE", f"16 April 2031 {TITLE} {STORY[0]}", *STORY[1:])))
    assert [words for kind, words in told if kind is ZoneKind.BODY] == ["\n\n".join(STORY)]
