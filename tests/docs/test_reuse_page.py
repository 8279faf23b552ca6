"""The page on copied text tells the numbers that the code has."""

from pathlib import Path

from recount.link.reuse import copying, passages, sketching

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "reuse.md").read_text(encoding="utf-8").split())


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    assert f"sentence of {sketching._SHORTEST} words or more" in PAGE
    assert f"in {sketching._BANDS} bands of {sketching._ROWS}" in PAGE
    assert f"Runs of {passages._TRACE} equal words or more, parted by {passages._GAP} others at most" in PAGE
    assert f"counts from {passages._SHORTEST} words that both have" in PAGE
    assert f"A report of {copying._SHORTEST} words or more" in PAGE
    assert f"where {copying.COPY} of its words" in PAGE
