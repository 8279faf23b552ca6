"""A quote stands in its sentence, or alone where the text does not have it."""

from dataclasses import replace

from recount.web.show.quoting import LONGEST, quoted
from tests.web.veldania import COURIER, COURIER_TEXT, NORVANE, NORVANE_TEXT, told

CLAIM = told(NORVANE, NORVANE_TEXT, "at least 23 people died", "23")


def test_the_sentence_around_a_quote() -> None:
    shown = quoted(CLAIM, NORVANE_TEXT)
    assert shown.before == "Blue Lamps said that "
    assert "".join(piece.words for piece in shown.quote.pieces) == CLAIM.words
    assert shown.after == " in a strike on Brunnoth last week."


def test_a_quote_may_end_in_the_next_sentence() -> None:
    words = "last week. Marrovia denied it"
    shown = quoted(told(NORVANE, NORVANE_TEXT, words, "week"), NORVANE_TEXT)
    assert shown.before.startswith("Blue Lamps said")
    assert shown.after == "."


def test_a_line_ends_a_sentence() -> None:
    shown = quoted(told(COURIER, COURIER_TEXT, "At least 35 others were wounded", "35"), COURIER_TEXT)
    assert (shown.before, shown.after) == ("", ", the monitor said.")


def test_without_its_text_a_quote_stands_alone() -> None:
    shown = quoted(CLAIM, None)
    assert (shown.before, shown.after, shown.found) == ("", "", False)
    assert shown.quote.pieces[0].words == CLAIM.words


def test_a_text_that_has_other_words_there_is_not_marked() -> None:
    moved = replace(NORVANE_TEXT, content="x" + NORVANE_TEXT.content)
    assert not quoted(CLAIM, moved).found


def test_a_sentence_without_end_is_cut() -> None:
    content = "word " * 200 + CLAIM.words + " word" * 200
    start = content.index(CLAIM.words)
    text = replace(NORVANE_TEXT, content=content, zones=())
    claim = told(NORVANE, text, CLAIM.words, "23")
    assert claim.quote.start == start
    shown = quoted(claim, text)
    assert len(shown.before) <= LONGEST + 2
    assert len(shown.after) <= LONGEST + 2
    assert shown.before.startswith("…")
