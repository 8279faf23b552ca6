"""Characters as they were meant, in lines as they were meant."""

import re

import ftfy

# Curly quotes stay as they are: a quote of the report must be found in its page letter for letter.
_AS_MEANT = ftfy.TextFixerConfig(uncurl_quotes=False, explain=False)
# An apostrophe that passed through two wrong encodings, as in tables of articles: "Syria\ufffd_s army".
_LOST_APOSTROPHE = re.compile(r"(?<=[^\W_])\ufffd_?(?=s\b)")
_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANKS = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_MANY_BREAKS = re.compile(r"\n{3,}")
_PARAGRAPH = re.compile(r"\n\n+")

# Mail and many editors break lines at 65 to 80 characters; a page's own short lines are never all that long.
_WRAPPED_AT_MOST = 100
_WRAPPED_AT_LEAST = 45


def repair(characters: str) -> str:
    """The text with mojibake undone, one kind of line break and of space, and nothing that cannot be seen.

    >>> repair("The mayor\\u00e2\\u20ac\\u2122s\\u00a0house\\r\\n")
    'The mayor’s house'
    """
    # Characters of ASCII alone cannot have been decoded wrongly; only entities can be left in them.
    if not characters.isascii() or "&" in characters:
        characters = ftfy.fix_text(characters, _AS_MEANT)
        characters = _LOST_APOSTROPHE.sub("’", characters)
    # Most texts are of plain lines; to ask so takes a tenth of the time that replacing nothing takes.
    printable = characters.replace("\n", "").isprintable()
    lines = characters if printable else _CONTROL.sub("", _BREAK.sub("\n", characters))
    if not printable or "  " in lines:
        lines = _BLANKS.sub(" ", lines)
    if "\n" in lines:
        lines = _MANY_BREAKS.sub("\n\n\n", _AROUND_BREAK.sub("\n", lines))
    return lines.strip()


def unwrap(text: str) -> str:
    """Join the lines of paragraphs that were broken at a fixed width, because a line break ends a sentence."""
    if "\n" not in text:
        return text
    return "\n\n".join(_unwrapped(paragraph) for paragraph in text.split("\n\n"))


def _unwrapped(paragraph: str) -> str:
    lines = paragraph.split("\n")
    widths = [len(line) for line in lines]
    wrapped = (
        len(lines) > 2
        and max(widths) <= _WRAPPED_AT_MOST
        and min(widths[:-1]) >= _WRAPPED_AT_LEAST
        and max(widths[:-1]) - min(widths[:-1]) <= 20
        and any(line[:1].islower() for line in lines[1:])
    )
    return " ".join(lines) if wrapped else paragraph
