"""Markdown to plain text: the marks go, the words stay."""

import re

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"^[ \t]*(?:=+|-{3,}|\*{3,}|_{3,}|```.*|~~~.*)[ \t]*$\n?", re.MULTILINE)
_LEAD = re.compile(r"^[ \t]*(?:(?:>[ \t]?)+|#{1,6}[ \t]+|[-*+][ \t]+(?=\S))", re.MULTILINE)
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_REFERENCE = re.compile(r"^[ \t]*\[[^\]\n]+\]:[ \t]+\S+.*$\n?", re.MULTILINE)
_ADDRESS = re.compile(r"<(https?://[^>\s]+)>")
_STRONG = re.compile(r"(\*\*\*|\*\*|\*|___|__|~~|`)(?=\S)([^\n]*?\S)\1")
_EMPHASIS = re.compile(r"(?<!\w)_(?=\S)([^_\n]*\S)_(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--.*?-->", re.DOTALL)


def front_matter(text: str) -> dict[str, str]:
    """The fields that stand between two rules at the very beginning, such as title and date."""
    block = _FRONT.match(text)
    if block is None:
        return {}
    return {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(block.group(1))}


def plain(text: str) -> str:
    """The words of a Markdown text in its own lines.

    >>> plain("# A *truce*\\n\\nSigned [today](https://example.org).")
    'A truce\\n\\nSigned today.'
    """
    text = _FRONT.sub("", text, count=1)
    for mark, words in (
        (_UNDERLINE, ""),
        (_REFERENCE, ""),
        (_LEAD, ""),
        (_HEADING_END, ""),
        (_PICTURE, r"\1"),
        (_LINK, r"\1"),
        (_ADDRESS, r"\1"),
        (_STRONG, r"\2"),
        (_STRONG, r"\2"),
        (_EMPHASIS, r"\1"),
        (_TAG, ""),
        (_ESCAPED, r"\1"),
    ):
        text = mark.sub(words, text)
    return text
