"""Words of a text with their places in it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from recount.model import Span

# An abbreviation with its points, a grouped or decimal number, a word with inner hyphens, apostrophes or digits
# ("US-led", "Masa’a’da", "F-16"), else one mark.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*(?:-[^\W\d_]+(?:-[^\W\d_]+)*)?"
    r"|[^\W\d_]+(?:[-'’‘`][^\W_]+)*|[^\s\w]|_|\d+"
)
# A text of at most so many characters is a name or a few words of a text.
_LONGEST_NAME = 100
_START = attrgetter("start")
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
    whole = _of_text(text) if len(text) > _LONGEST_NAME else _of_name(text)
    if span is None:
        return list(whole)
    first, last = bisect_left(whole, span.start, key=_START), bisect_left(whole, span.end, key=_START)
    if _reaches(whole, first, span.start, text) or _reaches(whole, last, span.end, text):
        return _tokens(_TOKEN.finditer(text, span.start, span.end))
    return whole[first:last]


def lower_at(sentence: Sequence[Token], position: int) -> str:
    """The plain form of the word at a position; nothing past either end."""
    return sentence[position].lower if 0 <= position < len(sentence) else ""


def _reaches(found: Sequence[Token], position: int, place: int, text: str) -> bool:
    """Whether the token before a position reaches beyond a place, which then parts a word."""
    # Matched again, since a token's own end leaves a possessive ending out.
    match = _TOKEN.match(text, found[position - 1].start) if position > 0 else None
    return match is not None and match.end() > place


# The stages ask for the sentences of one text again and again.
@lru_cache(maxsize=2)
def _of_text(text: str) -> list[Token]:
    return _tokens(_TOKEN.finditer(text))


# Between them they ask for names and day words, which many reports share and which must not push the text out.
@lru_cache(maxsize=10_000)
def _of_name(text: str) -> list[Token]:
    return _tokens(_TOKEN.finditer(text))


def _tokens(found: Iterable[re.Match[str]]) -> list[Token]:
    made = []
    for match in found:
        written, lower, stem, capital, word = _form(match.group())
        start = match.start()
        made.append(Token(written, lower, stem, capital, word, start, start + len(written)))
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
