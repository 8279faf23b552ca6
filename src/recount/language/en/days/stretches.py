"""Stretches of time that something went on for, and times that count back."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from recount.language.en.days.bounds import back, before, month_of, months_back, on_it, year_of
from recount.language.en.days.listed import numbers, words
from recount.language.en.days.meaning import DayWords, Meaning, Rule
from recount.language.en.days.pairs import joined, one_or_two, up_to_number
from recount.language.en.days.points import bare_day, point
from recount.language.en.days.skipping import skip
from recount.language.en.numbers import number_at, opens_number
from recount.language.tokens import Token, lower_at
from recount.model import Days

# So many words behind "since" the day may stand that something began: "since the army began its push two weeks ago".
_CLAUSE = 16
_MONTHS, _YEARS = ("month", "months"), ("year", "years")
_DAYS_OF_A_MONTH, _MONTHS_OF_A_YEAR = 30, 12
# What lasts so many days goes on "during" them; a day or a weekend bounds one episode.
_GOES_ON = 6


@lru_cache(maxsize=50_000)
def stretches(word: str) -> tuple[Rule, ...]:
    """The rules for stretches of time, and times that count back, whose words can begin with a word."""
    opened = (
        (_since, word == "since"),
        (_between, word in ("between", "from")),
        (_past, word in ("the", "past", "last", "previous")),
        (_ago, opens_number(word)),
        (_long_ago, word in words("vague") or word in numbers("lengths") or word in (*_MONTHS, *_YEARS)),
        (_long, word in words("before_lengths")),
        (_all_of, word in words("throughout")),
    )
    return tuple(rule for rule, opens in opened if opens)


def _since(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "since March 2011", "since the conflict began in March 2011" """
    if lower_at(sentence, position) != "since":
        return None
    for start in range(position + 1, min(position + _CLAUSE, len(sentence))):
        if not sentence[start].word:
            return None
        found = _ago(sentence, start) or one_or_two(sentence, start)
        if found is not None:
            return DayWords(position, found.last, found.start, lasting=True, certain=found.certain, inner=found.first)
    return None


def _between(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "between April and August 2019", "from 3 to 5 May", "between May 3 and 5" """
    if lower_at(sentence, position) not in ("between", "from"):
        return None
    first = point(sentence, position + 1) or bare_day(sentence, position + 1)
    if first is None or lower_at(sentence, first.last) not in ("and", "to", "until", "through"):
        return None
    second = point(sentence, first.last + 1)
    if second is not None:
        return joined(position, first, second, lasting=True)
    number = bare_day(sentence, first.last + 1) if first.numbered else None
    return None if number is None else up_to_number(position, first, number)


def _past(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "in the past two weeks", "over the last five days", "during the past month" """
    start = skip(sentence, position, "the")
    if lower_at(sentence, start) not in ("past", "last", "previous"):
        return None
    number = number_at(sentence, start + 1) if start + 1 < len(sentence) else None
    value, after = (number.value, number.last) if number else (1, start + 1)
    if number is None and (lower_at(sentence, start) == "last" or start == position):
        return None
    return _lasting(sentence, position, after, value)


def _lasting(sentence: Sequence[Token], first: int, unit: int, number: int) -> DayWords | None:
    days = numbers("lengths").get(lower_at(sentence, unit))
    if days is not None:
        return DayWords(first, unit + 1, back(days * number), on_it, lasting=True)
    if lower_at(sentence, unit) in _MONTHS:
        return DayWords(first, unit + 1, months_back(number), on_it, lasting=True)
    if lower_at(sentence, unit) in _YEARS:
        return DayWords(first, unit + 1, months_back(_MONTHS_OF_A_YEAR * number), on_it, lasting=True)
    return None


def _ago(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "two weeks ago" is that day; "three months ago" that month, "five years ago" that year"""
    number = number_at(sentence, position)
    if number is not None:
        value, unit = number.value, number.last
    elif lower_at(sentence, position) == "a":
        value, unit = 1, position + 1
    else:
        return None
    if lower_at(sentence, unit + 1) not in ("ago", "earlier", "before"):
        return None
    if lower_at(sentence, unit + 1) != "ago" and lower_at(sentence, unit) not in numbers("lengths"):
        return None
    days = numbers("lengths").get(lower_at(sentence, unit))
    if days is not None:
        return DayWords(position, unit + 2, back(days * value))
    if lower_at(sentence, unit) in _MONTHS:
        return DayWords(position, unit + 2, month_of(value))
    if lower_at(sentence, unit) in _YEARS:
        return DayWords(position, unit + 2, year_of(value))
    return None


def _long_ago(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "several weeks ago", "a few days ago", "years ago": two of them at least"""
    unit = skip(sentence, position, *words("vague"))
    word = lower_at(sentence, unit)
    if lower_at(sentence, unit + 1) != "ago":
        return None
    days = numbers("lengths").get(word) if word.endswith("s") else None
    if word == "months":
        days = _DAYS_OF_A_MONTH
    elif word == "years":
        days = _DAYS_OF_A_MONTH * _MONTHS_OF_A_YEAR
    return None if days is None else DayWords(position, unit + 2, before(2 * days))


def _long(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "nearly three weeks of clashes", "for ten days", "14 villages in four days": up to the publication day"""
    opening = lower_at(sentence, position)
    if opening not in words("before_lengths"):
        return None
    start = skip(sentence, position, *words("within_lengths"))
    number = number_at(sentence, start) if start < len(sentence) else None
    if number is None and lower_at(sentence, start) != "a":
        return None
    value, unit = (1, start + 1) if number is None else (number.value, number.last)
    if opening not in ("for", "in") and lower_at(sentence, unit + 1) != "of":
        return None
    if opening == "in" and lower_at(sentence, unit) not in ("days", "weeks"):
        return None
    return _lasting(sentence, position, unit, value)


def _all_of(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "during February", "throughout last year": from its first day to its last"""
    opening = lower_at(sentence, position)
    found = (
        point(sentence, skip(sentence, position + 1, "the", "month", "of")) if opening in words("throughout") else None
    )
    whole = None if found is None else found.in_some_report
    if found is None or whole is None or (whole[1] - whole[0]).days < _GOES_ON:
        return None
    first, last = (_on_bound(found.start, of) for of in (attrgetter("earliest"), attrgetter("latest")))
    return DayWords(position, found.last, first, last, lasting=True, certain=found.certain)


def _on_bound(mean: Meaning, of: Callable[[Days], date | None]) -> Meaning:
    """One end of the days that words mean, as a day of its own."""

    def bound(published: date | None) -> Days | None:
        days = mean(published)
        day = None if days is None else of(days)
        return None if day is None else Days.on(day)

    return bound
