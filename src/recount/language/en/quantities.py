"""How many: a number or a word that stands for one, with what bounds it."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from recount.language.en.numbers import Number, number_at, number_words, opens_number
from recount.language.phrases import Phrases
from recount.language.tokens import Token, lower_at
from recount.model import Vague


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, over the tokens `first` up to, not including, `last`; `figure` is the token of the number itself."""

    first: int
    last: int
    figure: int
    low: int | None = None
    high: int | None = None
    approx: bool = False
    vague: Vague | None = None


@cache
def _bounds() -> Phrases[str]:
    words = _words()
    kinds = ("at_least", "at_most", "about", "plain")
    return Phrases((phrase, kind) for kind in kinds for phrase in words[kind])


@cache
def _vague() -> Phrases[Vague]:
    return Phrases((phrase, Vague(value)) for phrase, value in _words()["vague"].items())


@cache
def _or_more() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in _words()["or_more"])


@cache
def _words() -> dict[str, dict[str, str]]:
    with Path(__file__).with_name("quantities.toml").open("rb") as file:
        return tomllib.load(file)


def quantity_at(sentence: Sequence[Token], position: int) -> Quantity | None:
    """The quantity that begins at a token, with the words that bound it, or nothing.

    >>> from recount.language.tokens import tokens
    >>> q = quantity_at(tokens("between 20 and 25 people"), 0)
    >>> (q.low, q.high)
    (20, 25)
    >>> quantity_at(tokens("dozens of civilians"), 0).vague.value
    'dozens'
    """
    ranged = _between(sentence, position)
    if ranged is not None:
        return ranged
    bounds, start = _leading_bounds(sentence, position)
    if start >= len(sentence):
        return None
    number = number_at(sentence, start)
    if number is not None and lower_at(sentence, number.last) in _words()["clock"]:
        return None
    if number is not None:
        return _bounded(sentence, bounds, replace(_exact(number), first=position))
    vague = _vague().at(sentence, start)
    if vague is None and start > position:
        vague, start = _vague().at(sentence, position), position
    return None if vague is None else _standing_for(sentence, position, start, vague.last, vague.value)


def adds(words: str) -> bool:
    """Whether the words of a count tell of people beside those told before.

    >>> adds("one additional suspect"), adds("more than 20 people"), adds("17 others")
    (True, False, True)
    """
    told = words.lower().replace("more than", "").split()
    return any(word in told for word in _words()["additional"])


def quantities(sentence: Sequence[Token]) -> list[Quantity]:
    """Every quantity of a sentence, from left to right, without overlaps."""
    found, position = [], 0
    while position < len(sentence):
        quantity = quantity_at(sentence, position) if _may_open(sentence[position].lower) else None
        if quantity is None:
            position += 1
        else:
            found.append(quantity)
            position = quantity.last
    return found


@cache
def _openers() -> frozenset[str]:
    """Words that a quantity can begin with; all others are passed over at once."""
    return _bounds().openers | _vague().openers | number_words() | {"between", "from"}


@lru_cache(maxsize=100_000)
def _may_open(word: str) -> bool:
    return opens_number(word) or word.partition("-")[0] in _openers()


def _exact(number: Number) -> Quantity:
    return Quantity(number.first, number.last, number.first, number.value, number.value)


def _leading_bounds(sentence: Sequence[Token], position: int) -> tuple[list[str], int]:
    kinds = []
    hit = _bounds().at(sentence, position)
    while hit is not None:
        kinds.append(hit.value)
        position = hit.last
        hit = _bounds().at(sentence, position) if position < len(sentence) else None
    return kinds, position


def _bounded(sentence: Sequence[Token], bounds: list[str], quantity: Quantity) -> Quantity:
    upper = _upper_of_range(sentence, quantity.last)
    if upper is not None and quantity.low is not None and upper.value > quantity.low:
        quantity = replace(quantity, high=upper.value, last=upper.last)
    if "at_least" in bounds:
        return replace(quantity, high=None)
    if "at_most" in bounds:
        return replace(quantity, low=None)
    after = _or_more().at(sentence, quantity.last) if quantity.last < len(sentence) else None
    if after is not None:
        return replace(quantity, high=None, last=after.last)
    return replace(quantity, approx="about" in bounds)


def _upper_of_range(sentence: Sequence[Token], position: int) -> Number | None:
    """The 25 of "20 to 25", of "20-25" and of "20 or 25"."""
    if position + 1 < len(sentence) and sentence[position].lower in ("to", "-", "–", "or"):
        return number_at(sentence, position + 1)
    return None


def _between(sentence: Sequence[Token], position: int) -> Quantity | None:
    if sentence[position].lower not in ("between", "from") or position + 1 >= len(sentence):
        return None
    low = number_at(sentence, position + 1)
    if low is None or low.last + 1 >= len(sentence) or sentence[low.last].lower not in ("and", "to"):
        return None
    high = number_at(sentence, low.last + 1)
    if high is None or high.value <= low.value:
        return None
    return Quantity(position, high.last, low.first, low.value, high.value)


def _standing_for(sentence: Sequence[Token], first: int, figure: int, last: int, vague: Vague) -> Quantity:
    """A vague word; "tens of" and "hundreds of" take the next one in ("hundreds of thousands")."""
    return Quantity(first, last, figure, vague=vague)
