"""Bytes become characters, every guess is told, and what is no text is refused with its reason."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.clean.decode import LONGEST
from recount.model import IssueKind, Media, Reading
from tests.clean.pages import STORY, cleaned, content

WORDS = f"{STORY[0]} Zoë’s bakery in Brünnoth was hit too, “by mistake”, the army said. Published on 16 April 2031."


def _fault(reading: Reading) -> IssueKind:
    assert reading.text is None
    (issue,) = reading.issues
    assert issue.fatal
    return issue.kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_usual_encodings_are_read_without_a_word(encoding: str) -> None:
    reading = cleaned(WORDS.encode(encoding))
    assert (content(reading), reading.issues) == (WORDS, ())


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_the_mark_says_which_byte_comes_first(encoding: str) -> None:
    mark = {"utf-16-be": codecs.BOM_UTF16_BE, "utf-16-le": codecs.BOM_UTF16_LE}[encoding]
    assert content(cleaned(mark + WORDS.encode(encoding))) == WORDS


def test_a_told_encoding_is_believed_where_every_byte_means_something() -> None:
    reading = cleaned(WORDS.encode("cp1252"), encoding="cp1252")
    assert (content(reading), reading.issues) == (WORDS, ())


@pytest.mark.parametrize("told", ["ascii", "x-nothing", "ü", "utf\0"])
def test_a_told_encoding_that_cannot_be_is_an_issue_and_the_text_is_read_all_the_same(told: str) -> None:
    reading = cleaned(WORDS, encoding=told)
    (issue,) = reading.issues
    assert content(reading) == WORDS
    assert (issue.kind, issue.fatal) == (IssueKind.ENCODING, False)


def test_an_encoding_that_is_not_told_is_guessed_and_said_to_be() -> None:
    reading = cleaned(WORDS.encode("cp1252"))
    (issue,) = reading.issues
    assert content(reading) == WORDS
    assert issue.kind is IssueKind.ENCODING
    assert "cp1252, a guess" in issue.reason


def test_a_page_tells_its_own_encoding() -> None:
    page = f'<html><head><meta charset="windows-1252"></head><body><p>{WORDS}</p></body></html>'
    reading = cleaned(page.encode("cp1252"), Media.HTML)
    assert WORDS in content(reading)
    assert reading.issues == ()


@pytest.mark.parametrize(("encoding", "cut"), [("utf-8", 1), ("utf-16", 1), ("utf-32", 3)])
def test_a_file_cut_within_a_character_is_read_up_to_there(encoding: str, cut: int) -> None:
    reading = cleaned(f"{WORDS} “{WORDS}”".encode(encoding)[:-cut])
    (issue,) = reading.issues
    assert content(reading).startswith(WORDS)
    assert issue.kind is IssueKind.ENCODING
    assert "1 places that mean nothing" in issue.reason


@pytest.mark.parametrize("raw", [b"", b" \r\n\t ", "\ufeff \u200b".encode(), b"&nbsp;"])
def test_nothing_to_read_is_empty(raw: bytes) -> None:
    assert _fault(cleaned(raw)) is IssueKind.EMPTY


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n and more",
        b"%PDF-1.7 and more",
        b"PK\x03\x04 and more",
        b"{\\rtf1 and more}",
        b"words with a \0 amid them",
        bytes(range(1, 32)) * 20,
    ],
)
def test_what_is_no_text_is_binary(raw: bytes) -> None:
    assert _fault(cleaned(raw)) is IssueKind.BINARY


@pytest.mark.parametrize("raw", [b"a" * (LONGEST + 1), b"a" * (4 * LONGEST + 1)])
def test_what_is_too_long_for_a_report_is_told_so(raw: bytes) -> None:
    assert _fault(cleaned(raw)) is IssueKind.TOO_LARGE


@given(st.binary(max_size=300), st.sampled_from(Media))
def test_any_bytes_end_as_a_text_or_as_a_fault(raw: bytes, media: Media) -> None:
    reading = cleaned(raw, media)
    assert (reading.text is None) is any(issue.fatal for issue in reading.issues)
