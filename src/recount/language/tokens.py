"""Words of a text with their places in it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from recount.model import Span

# An abbreviation with its points, a grouped or decimal number, a word with inner hyphens, apostrophes or digits
# ("US-led", "Masa’a’da", "F-16"), else one mark.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*(?:-[^\W\d_]+(?:-[^\W\d_]+)*)?"
    r"|[^\W\d_]+(?:[-'’‘`][^\W_]+)*|[^\s\w]|_|\d+"
)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)


class Token(NamedTuple):
    """A word, number or mark. `lower` is its plain form: lower-cased, without a possessive ending.

    `stem` is the plain form that it may have where a report lost its apostrophes: "Syrias" may be "Syria's". `capital`
    tells whether it begins with a capital letter, `word` whether it has a letter or digit, and so is no mark.
    """

    # A tuple, since a frozen dataclass takes four times as long to make, and a report has a token a word.
    text: str
    lower: str
    stem: str
    capital: bool
    word: bool
    start: int
    end: int


def tokens(text: str, span: Span | None = None) -> list[Token]:
    """The tokens of a text, or of a span of it; places count from the beginning of the text.

    >>> [t.text for t in tokens("Two of the hospital's staff died.")]
    ['Two', 'of', 'the', 'hospital', 'staff', 'died', '.']
    """
    whole = _whole(text)
    if span is None:
        return list(whole.tokens)
    first, last = bisect_left(whole.starts, span.start), bisect_left(whole.starts, span.end)
    if whole.reaches(first, span.start) or whole.reaches(last, span.end):
        return _tokens(_TOKEN.finditer(text, span.start, span.end))
    return whole.tokens[first:last]


def lower_at(sentence: Sequence[Token], position: int) -> str:
    """The plain form of the word at a position; nothing past either end."""
    return sentence[position].lower if 0 <= position < len(sentence) else ""


class _Whole(NamedTuple):
    """The tokens of a whole text with the places that each was read from, its possessive ending included."""

    tokens: list[Token]
    starts: list[int]
    ends: list[int]

    def reaches(self, position: int, place: int) -> bool:
        """Whether the token before a position reaches beyond a place, which then parts a word."""
        return position > 0 and self.ends[position - 1] > place


# The stages ask for the sentences of one text again and again, and now and then for a few words of it.
@lru_cache(maxsize=2)
def _whole(text: str) -> _Whole:
    found = list(_TOKEN.finditer(text))
    return _Whole(_tokens(found), [match.start() for match in found], [match.end() for match in found])


def _tokens(found: Iterable[re.Match[str]]) -> list[Token]:
    made = []
    for match in found:
        form = _form(match.group())
        start = match.start()
        made.append(Token._make((*form, start, start + len(form[0]))))
    return made


# Few words are new: a language's common ones are most of a text.
@lru_cache(maxsize=100_000)
def _form(written: str) -> tuple[str, str, str, bool, bool]:
    """A word without its possessive ending, its plain form and stem, and whether it is capitalised and no mark."""
    bare = _POSSESSIVE.sub("", written)
    lower = _plain(bare)
    lost = len(lower) > 3 and lower[-1] == "s" and bare[0].isupper()
    return bare, lower, lower[:-1] if lost else lower, bare[0].isupper(), bare[0].isalnum()


def _plain(word: str) -> str:
    return word.lower() if len(word) == 1 else word.lower().replace("’", "'").replace("‘", "'").replace(".", "")
