"""The lines of a text, and what the form of a line alone tells of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recount.clean.lists import bare, either, phrases, starts, table
from recount.model import Span

# A remark in brackets may follow, such as the source line of a statement.
_SENTENCE_END = re.compile(r"""[.!?:;…]["'”’»)\]]*(?:\s\([^()]{2,120}\)\.?)?$""")
_LONGEST_END = 130
_AGENCY = either(table("furniture")["agencies"])
_CREDIT_WORD = either(table("furniture")["credits"])
_CREDIT = re.compile(
    # [Name/Agency], (Agency Photo), (Name, Agency), [File photo]
    rf"[\[(](?:[^\[\]()\d]{{2,60}}/\s?[^\[\]()\d]{{2,60}}|[^\[\]()]{{0,60}}\b(?i:{_CREDIT_WORD})\b[^\[\]()]{{0,60}}"
    rf"|(?:[^\[\]()]{{1,60}}[,:]\s*)?(?:{_AGENCY}))[\])]$"
    # NAME NAME / AGENCY, Name Name/Agency
    rf"|(?:[A-Z][\w.'’-]*\s){{0,3}}[A-Z][\w.'’-]*\s?/\s?(?i:{_AGENCY})(?:\s(?i:via)\s.{{2,30}})?$"
    # … Photo: Name Name; … Photograph: Name/Agency
    r"|\b(?i:photo(?:graph)?|image|picture|credit)s?\s?(?i:by|:)\s?\S.{0,60}$"
    # a sentence, then the agency alone
    rf"|[.!?”\"]\s(?:{_AGENCY})$"
)
_CREDIT_ENDS = ("]", ")", *table("furniture")["agencies"])
_PICTURES = ("photo", "image", "picture", "credit")
_LONGEST_CAPTION = 80
_LONGEST_LINK = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the space around it."""

    span: Span
    words: str
    length: int

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, or announces what follows."""
        return _SENTENCE_END.search(self.words, max(0, len(self.words) - _LONGEST_END)) is not None

    @property
    def paragraph(self) -> bool:
        """Whether it reads like a paragraph of a story: long, or a whole sentence."""
        return self.length > 22 or (self.length >= 6 and self.ends_sentence)

    @property
    def headline_like(self) -> bool:
        """Whether it reads like a headline or a link: short, with no end of a sentence."""
        return self.length <= 22 and not self.ends_sentence


def split(content: str) -> list[Line]:
    """Every line of a text that is not blank."""
    return list(_lines(content))


def _lines(content: str) -> Iterator[Line]:
    start = 0
    for line in content.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words[0])
            yield Line(Span(first, first + len(words)), words, len(words.split()))
        start += len(line) + 1


def is_furniture(line: Line) -> bool:
    """Whether a line is a button, a menu entry, a link to another story or a legal line."""
    if line.length > _LONGEST_LINK:
        return False
    plain = line.words.lower().replace("’", "'")
    return bare(plain) in phrases("furniture", "lines") or plain.startswith(starts("furniture", "starts"))


def opens_form(line: Line) -> bool:
    """Whether a form for comments begins here."""
    return line.length <= _LONGEST_LINK and bare(line.words).startswith(starts("furniture", "forms"))


def opens_list(line: Line) -> bool:
    """Whether it is the heading of a list of other stories."""
    return line.length <= 6 and bare(line.words) in phrases("furniture", "lists")


def is_caption(line: Line) -> bool:
    """Whether it stands under a picture: it ends with a credit or begins as captions do.

    >>> is_caption(split("A bridge near the capital. [Staff Photographer/River Agency]")[0])
    True
    """
    if line.length > _LONGEST_CAPTION:
        return False
    lower = line.words.lower()
    if lower.startswith(starts("furniture", "captions")):
        return True
    return _may_be_credit(line.words, lower) and _CREDIT.search(line.words) is not None


def _may_be_credit(words: str, lower: str) -> bool:
    """Whether a line has what no credit is without; most lines have not, and searching them takes long."""
    return words.endswith(_CREDIT_ENDS) or "/" in words or any(word in lower for word in _PICTURES)
