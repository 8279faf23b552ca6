"""What bytes are, by looking at their first ones."""

import codecs

from recount.model import Issue, IssueKind, Media

MEDIA_OF_ENDING = {
    ".txt": Media.TEXT,
    ".text": Media.TEXT,
    ".html": Media.HTML,
    ".htm": Media.HTML,
    ".xhtml": Media.HTML,
    ".md": Media.MARKDOWN,
    ".markdown": Media.MARKDOWN,
}

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_HEAD = 8192


def binary_kind(raw: bytes) -> str | None:
    """What the bytes are where they are no text; nothing where they may be text.

    >>> binary_kind(b"%PDF-1.7")
    'a PDF document'
    """
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            return kind
    if raw.startswith(_WIDE_MARKS):
        return None
    head = raw[:_HEAD]
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    # Control characters are rarer than one in ten even in badly damaged text; bytes at random hold one in nine.
    return "binary" if b"\0" in raw or controls * 10 > len(head) else None


def looks_like_page(raw: bytes) -> bool:
    """Whether bytes of no known ending start as an HTML page does."""
    head = raw[:_HEAD].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html"))


def media_of(ending: str, raw: bytes) -> Media:
    """What the ending says, else what the bytes look like."""
    said = MEDIA_OF_ENDING.get(ending.lower())
    if said is not None:
        return said
    return Media.HTML if looks_like_page(raw) else Media.TEXT


def fault_of(raw: bytes, subject: str, max_bytes: int) -> Issue | None:
    """Why these bytes can be no report; nothing where they may be one."""
    if len(raw) > max_bytes:
        return too_large(subject, max_bytes)
    if not raw.removeprefix(codecs.BOM_UTF8).strip():
        return Issue(IssueKind.EMPTY, subject, "It is empty. Check that it was saved whole.", fatal=True)
    kind = binary_kind(raw)
    if kind is not None:
        reason = f"It is {kind}, not text. Save it as text or HTML first."
        return Issue(IssueKind.BINARY, subject, reason, fatal=True)
    return None


def too_large(subject: str, max_bytes: int) -> Issue:
    """That something holds more than one report can."""
    reason = f"It is larger than {max_bytes:,} bytes. One report a file or row: split it and add the parts."
    return Issue(IssueKind.TOO_LARGE, subject, reason, fatal=True)
