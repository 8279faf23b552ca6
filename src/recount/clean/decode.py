"""Bytes to characters, with a word about every guess."""

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

from recount.model import Issue, IssueKind, Media, Report

LONGEST = 5_000_000
"""Characters. A novel has half a million: what is longer is an archive or a dump and no report."""

_MOST_BYTES = 4 * LONGEST
_SAMPLE = 200_000
# In these any two bytes mean something, so that a picture read as one of them loses one character in thirty.
_WIDE = ("utf-16", "utf-32")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the first bytes of common files that are no text look like; some of them have no NUL near their beginning.
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"BZh", b"{\\rtf")
_TOLD_IN_PAGE = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,30})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a report; none where the issue says why they cannot be had."""

    characters: str | None
    issue: Issue | None = None


def decode(report: Report) -> Decoded:
    """Read the bytes by their mark, by what was said of them, as UTF-8, and by a guess last of all."""
    if len(report.raw) > _MOST_BYTES:
        return _too_large(report)
    if not report.raw.strip():
        return Decoded(None, Issue(IssueKind.EMPTY, report.id, "The report is empty: there is nothing to read.", True))
    encoding = _marked(report.raw)
    if report.raw.startswith(_BINARY) or (encoding is None and report.encoding is None and b"\0" in report.raw):
        return _binary(report)
    decoded = _by_name(report, encoding)
    characters = decoded.characters or ""
    if len(characters) > LONGEST:
        return _too_large(report)
    if len(_CONTROL.findall(characters)) > len(characters) // 5:
        return _binary(report)
    return decoded


def _by_name(report: Report, marked: str | None) -> Decoded:
    """The first encoding, surest first, in which every byte means something."""
    told = report.encoding if marked is None else marked
    if told is None and report.media is Media.HTML:
        inside = _TOLD_IN_PAGE.search(report.raw, 0, 4096)
        told = None if inside is None else inside.group(1).decode("ascii")
    for name in (told, "utf-8"):
        characters = None if name is None else _strictly(report.raw, name)
        if characters is not None:
            return Decoded(characters, None if name == told or told is None else _not_as_told(report, told))
    damaged = None if marked is None else _damaged(report, marked)
    return _guessed(report) if damaged is None else damaged


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (ValueError, LookupError):
        return None


def _damaged(report: Report, encoding: str) -> Decoded | None:
    """What is told of a file cut within a character, or with a stray byte: nearly all of it still means something.

    Nothing where more than one in ten characters beyond ASCII is lost, or one in a hundred of a wide encoding.
    """
    characters = report.raw.decode(encoding, errors="replace")
    lost = characters.count("\ufffd")
    telling = len(characters) // 10 if encoding in _WIDE else sum(not character.isascii() for character in characters)
    if lost * 10 > telling:
        return None
    named = encoding.upper().removesuffix("-SIG")
    reason = f"The bytes are {named} but for {lost} places that mean nothing, which stand as \ufffd in the text."
    return Decoded(characters, Issue(IssueKind.ENCODING, report.id, reason))


def _guessed(report: Report) -> Decoded:
    damaged = _damaged(report, "utf-8")
    if damaged is not None:
        return damaged
    name = _likely(report.raw[:_SAMPLE])
    characters = report.raw.decode(name, errors="replace")
    lost = characters.count("\ufffd")
    reason = f"The encoding is not told and the bytes are not UTF-8: read as {name}, a guess"
    reason += f", with {lost} characters lost." if lost else "."
    return Decoded(characters, Issue(IssueKind.ENCODING, report.id, f"{reason} Give the encoding if it reads wrongly."))


def _likely(sample: bytes) -> str:
    """The encoding of Western Windows for a text with few other bytes than ASCII, since English is what is read."""
    if sum(byte > 127 for byte in sample) * 10 < len(sample) and _strictly(sample, "cp1252") is not None:
        return "cp1252"
    best = charset_normalizer.from_bytes(sample).best()
    return "cp1252" if best is None else best.encoding


def _not_as_told(report: Report, told: str) -> Issue:
    return Issue(IssueKind.ENCODING, report.id, f"The bytes are not {told}, as was said of them: read as UTF-8.")


def _marked(raw: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)


def _binary(report: Report) -> Decoded:
    reason = (
        "This is not text: it looks like a picture, a program, a PDF or another binary file. Give its text instead."
    )
    return Decoded(None, Issue(IssueKind.BINARY, report.id, reason, fatal=True))


def _too_large(report: Report) -> Decoded:
    reason = f"The text is longer than {LONGEST:,} characters, too long for one report. Split it into its reports."
    return Decoded(None, Issue(IssueKind.TOO_LARGE, report.id, reason, fatal=True))
