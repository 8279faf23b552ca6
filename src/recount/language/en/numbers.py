"""Numbers of people, spelled or in figures."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from recount.language.tokens import Token, lower_at

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+$")
_PLAIN = re.compile(r"\d+$")
_LEADING = re.compile(r"[1-9]\d{0,2}$")
_GROUP = re.compile(r"\d{3}$")
_DECIMAL = re.compile(r"\d+\.\d+$")


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number that the tokens `first` up to, not including, `last` tell."""

    value: int
    first: int
    last: int


@cache
def _words() -> dict[str, dict[str, float]]:
    with Path(__file__).with_name("numbers.toml").open("rb") as file:
        return tomllib.load(file)


def number_at(sentence: Sequence[Token], position: int) -> Number | None:
    """The number that begins at a token, or nothing.

    Figures may be grouped by commas or multiplied ("1.4 million"); words may be joined by hyphens, spaces or "and".

    >>> from recount.language.tokens import tokens
    >>> number_at(tokens("a quarter of a million people"), 0).value
    250000
    >>> number_at(tokens("one hundred and twenty-six died"), 0).value
    126
    """
    if not opens_number(sentence[position].lower):
        return None
    return (
        _fraction(sentence, position)
        or _and_a_half(sentence, position)
        or _figures(sentence, position)
        or _spelled(sentence, position)
    )


@cache
def number_words() -> frozenset[str]:
    """Words that a spelled number can begin with, up to a first hyphen."""
    words = _words()
    return frozenset({"a", *words["units"], *words["tens"], *words["multipliers"], *words["fractions"]})


@lru_cache(maxsize=100_000)
def opens_number(word: str) -> bool:
    """Whether a number can begin with a word: in figures, or spelled, alone or before a hyphen."""
    return word[0].isdigit() or word.partition("-")[0] in number_words()


def _figures(sentence: Sequence[Token], position: int) -> Number | None:
    written = sentence[position].text
    multiplier = _words()["multipliers"].get(lower_at(sentence, position + 1))
    if _DECIMAL.match(written):
        return None if multiplier is None else Number(round(float(written) * multiplier), position, position + 2)
    if not (_GROUPED.match(written) or _PLAIN.match(written)):
        return None
    value, last = int(written.replace(",", "")), position + 1
    while _GROUP.match(lower_at(sentence, last)) and _grouped_by_space(sentence, position, last):
        value, last = value * 1000 + int(sentence[last].text), last + 1
    if last > position + 1 or multiplier is None:
        return Number(value, position, last)
    return Number(round(value * multiplier), position, position + 2)


def _grouped_by_space(sentence: Sequence[Token], first: int, position: int) -> bool:
    """Whether three digits go on with the figure before them: "12 400" does, "2016 300" does not."""
    return (
        _LEADING.match(sentence[first].text) is not None and sentence[position].start == sentence[position - 1].end + 1
    )


def _and_a_half(sentence: Sequence[Token], position: int) -> Number | None:
    """ "one and a half million", "two and a half thousand" """
    value = _small(lower_at(sentence, position))
    if value is None or [lower_at(sentence, position + n) for n in (1, 2, 3)] != ["and", "a", "half"]:
        return None
    whole = _words()["multipliers"].get(lower_at(sentence, position + 4))
    return None if whole is None else Number(round((value + 0.5) * whole), position, position + 5)


def _fraction(sentence: Sequence[Token], position: int) -> Number | None:
    words = _words()
    start = position + (lower_at(sentence, position) in ("a", "one"))
    part = words["fractions"].get(lower_at(sentence, start))
    if part is None:
        return None
    after = start + 1 + (lower_at(sentence, start + 1) == "of")
    if lower_at(sentence, after) not in ("a", "one"):
        return None
    whole = words["multipliers"].get(lower_at(sentence, after + 1))
    return None if whole is None else Number(round(part * whole), position, after + 2)


def _spelled(sentence: Sequence[Token], position: int) -> Number | None:
    words, total, current, last = _words(), 0, 0, position
    if lower_at(sentence, position) == "a" and lower_at(sentence, position + 1) in words["multipliers"]:
        current, last = 1, position + 1
    while last < len(sentence):
        value = _small(lower_at(sentence, last))
        multiplier = words["multipliers"].get(lower_at(sentence, last))
        if value is not None and _may_follow(current, value):
            current += value
        elif multiplier is not None and current:
            total, current = _multiply(total, current, int(multiplier))
        elif not (lower_at(sentence, last) == "and" and _joins(sentence, last, total or current)):
            break
        last += 1
    return Number(total + current, position, last) if last > position and total + current else None


def _may_follow(current: int, value: int) -> bool:
    """Whether a smaller number continues one: "twenty" + "one", "hundred" + "six", but not "two" + "three"."""
    if current == 0:
        return True
    return (current % 100 == 0 and value < 100) or (current % 10 == 0 and current % 100 >= 20 and value < 10)


def _multiply(total: int, current: int, multiplier: int) -> tuple[int, int]:
    if multiplier >= 1000:
        return total + current * multiplier, 0
    return total, current * multiplier


def _joins(sentence: Sequence[Token], position: int, so_far: int) -> bool:
    """Whether "and" continues the number: only after hundreds, and before a small number."""
    value = _small(lower_at(sentence, position + 1))
    return so_far >= 100 and so_far % 100 == 0 and value is not None


def _small(word: str) -> int | None:
    words = _words()
    for kind in ("units", "tens"):
        if word in words[kind]:
            return int(words[kind][word])
    first, _, second = word.partition("-")
    if first in words["tens"] and second in words["units"]:
        return int(words["tens"][first] + words["units"][second])
    return None
