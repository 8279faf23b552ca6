"""Words of a text with their places in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recount.model import Span

# An abbreviation with its points, a grouped or decimal number, a word with inner hyphens, apostrophes or digits
# ("US-led", "Masa’a’da", "F-16"), else one mark.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*(?:-[^\W\d_]+(?:-[^\W\d_]+)*)?"
    r"|[^\W\d_]+(?:[-'’‘`][^\W_]+)*|[^\s\w]|_|\d+"
)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. `lower` is its plain form: lower-cased, without a possessive ending.

    `stem` is the plain form that it may have where a report lost its apostrophes: "Syrias" may be "Syria's".
    """

    text: str
    lower: str
    stem: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it has a letter or digit, and so is no mark."""
        return self.text[0].isalnum()


def tokens(text: str, span: Span | None = None) -> list[Token]:
    """The tokens of a text, or of a span of it; places count from the beginning of the text.

    >>> [t.text for t in tokens("Two of the hospital's staff died.")]
    ['Two', 'of', 'the', 'hospital', 'staff', 'died', '.']
    """
    return list(_tokens(text, span or Span(0, len(text))))


def _tokens(text: str, span: Span) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, span.start, span.end):
        written = match.group()
        bare = _POSSESSIVE.sub("", written)
        lower = _plain(bare)
        lost = len(lower) > 3 and lower[-1] == "s" and bare[0].isupper()
        yield Token(bare, lower, lower[:-1] if lost else lower, match.start(), match.start() + len(bare))


def _plain(word: str) -> str:
    return word.lower() if len(word) == 1 else word.lower().replace("’", "'").replace("‘", "'").replace(".", "")
