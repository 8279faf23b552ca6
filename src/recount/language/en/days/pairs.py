"""Two days told together."""

from collections.abc import Sequence
from datetime import date

from recount.language.en.days.meaning import DayWords, Meaning
from recount.language.en.days.points import bare_day, point
from recount.language.tokens import Token, lower_at
from recount.model import Days


def one_or_two(sentence: Sequence[Token], position: int) -> DayWords | None:
    """One day, week, month or year, or two days: "Saturday and Sunday", "Saturday night to Sunday", "3-5 May" """
    first = point(sentence, position)
    if first is None:
        first = bare_day(sentence, position)
        return None if first is None else _two(sentence, first, ("and", "to", "or", "-", "–", "/"))
    if first.weekday:
        return _two(sentence, first, ("and", "or", "to")) or first
    return first


def _two(sentence: Sequence[Token], first: DayWords, joins: Sequence[str]) -> DayWords | None:
    """A day with the one joined to it, both told by their weekday or the first by its number alone."""
    if lower_at(sentence, first.last) not in joins:
        return None
    second = point(sentence, first.last + 1)
    if second is None or not (second.weekday if first.weekday else second.numbered):
        return None
    return joined(first.first, first, second)


def joined(opening: int, first: DayWords, second: DayWords, lasting: bool = False) -> DayWords:
    """From one day up to another, told from the token `opening` on."""
    start, end = first.start, second.start
    return DayWords(opening, second.last, lambda day: _before(start, end(day)), end, lasting, certain=second.certain)


def up_to_number(opening: int, first: DayWords, number: DayWords) -> DayWords:
    """From a day to one told by its number alone, which is of the same month."""
    return DayWords(
        opening, number.last, first.start, lambda day: _before(number.start, first.start(day)), lasting=True
    )


def _before(start: Meaning, end: Days | None) -> Days | None:
    """The one of two days takes its year and month from the other."""
    latest: date | None = None if end is None else end.latest
    return None if latest is None else start(latest)
