"""The lists of this folder, read once and made ready for comparing."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_WORD = re.compile(r"\w+")


@cache
def table(file: str) -> dict[str, list[str]]:
    """The lists of one file in this folder by their names.

    >>> "leave a reply" in table("furniture")["forms"]
    True
    """
    with Path(__file__).with_name(f"{file}.toml").open("rb") as opened:
        return tomllib.load(opened)


@cache
def phrases(file: str, name: str) -> frozenset[str]:
    """One list, each phrase bare of outer marks, for comparing with whole lines."""
    return frozenset(bare(phrase) for phrase in table(file)[name])


@cache
def starts(file: str, name: str) -> tuple[str, ...]:
    """One list in lower case, for asking how a line begins."""
    return tuple(phrase.lower() for phrase in table(file)[name])


def bare(line: str) -> str:
    """A line in lower case without the marks around it and with plain apostrophes."""
    first, last = 0, len(line)
    while first < last and not line[first].isalnum():
        first += 1
    while first < last and not line[last - 1].isalnum():
        last -= 1
    return line[first:last].lower().replace("’", "'")


def words_of(line: str) -> list[str]:
    """The words of a line in lower case, without marks."""
    return _WORD.findall(line.lower())


def either(phrases_: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases_, key=lambda phrase: (-len(phrase), phrase)))
