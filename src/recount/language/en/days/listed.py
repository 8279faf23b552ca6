"""The lists of day words, and which words a run of them can begin with."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from recount.language.en.numbers import number_words
from recount.language.phrases import Phrases


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((files("recount.language.en") / "days.toml").read_text("utf-8"))


@cache
def numbers(name: str) -> Mapping[str, int]:
    """A list of words that stand for a number each: months, weekdays, lengths of time."""
    return {word: int(value) for word, value in _table()[name].items()}


@cache
def parts() -> Mapping[str, str]:
    """Words for a part of a month or year."""
    return {word: str(part) for word, part in _table()["parts"].items()}


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of one kind."""
    return frozenset(_table()["words"][name])


@cache
def near() -> Phrases[tuple[int, int]]:
    """Phrases that count in days from the publication day: first, last."""
    return Phrases((phrase, (days[0], days[1])) for phrase, days in _table()["near"].items())


@cache
def calendar_words() -> Phrases[str]:
    """Phrases for weeks, months and years that hold, precede or follow the publication day."""
    return Phrases((phrase, str(rule)) for phrase, rule in _table()["calendar"].items())


@cache
def feasts() -> Phrases[tuple[int, int]]:
    """Days that have a name in every year: month, day."""
    return Phrases((phrase, (day[0], day[1])) for phrase, day in _table()["feasts"].items())


@cache
def again() -> Phrases[bool]:
    """Phrases for the day that was told before, and whether they mean the publication day where none was."""
    return Phrases((phrase, bool(today)) for phrase, today in _table()["again"].items())


@cache
def _openers() -> frozenset[str]:
    """Words that day words can begin with; all others are passed over at once, which is most of a text."""
    listed = {*words("openers"), *numbers("months"), *numbers("weekdays"), *numbers("seasons"), *parts()}
    phrases = near().openers | calendar_words().openers | feasts().openers | again().openers
    return frozenset(listed) | phrases | number_words()


@lru_cache(maxsize=100_000)
def may_open(word: str) -> bool:
    """Whether a run of day words can begin with a word."""
    return word[0].isdigit() or word.partition("-")[0] in _openers() or word.removesuffix("s") in numbers("weekdays")
