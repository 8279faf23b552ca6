"""A day told by its place in the calendar: "16 April 2018", "May 3-5", "2017-04-16", "16.04.2017", "Christmas Day"."""

import re
from collections.abc import Sequence
from datetime import date

from recount.language.en.days.bounds import made
from recount.language.en.days.listed import feasts, numbers
from recount.language.en.days.meaning import DAYS_OF_A_YEAR, DayWords, Meaning
from recount.language.en.days.skipping import skip
from recount.language.tokens import Token, lower_at
from recount.model import Days

YEAR = re.compile(r"(?:19|20)\d\d$")
_DAY = re.compile(r"(\d{1,2})(?:-?(?:st|nd|rd|th))?$")
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_FIGURES = re.compile(r"(\d{1,2})([./])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
# So many tokens a date in figures has.
_PARTS = 5
_MONTHS_OF_A_YEAR, _LONGEST_MONTH = 12, 31

_MonthDay = tuple[int, int]


def day_number(sentence: Sequence[Token], position: int) -> int | None:
    """The number of a day of a month that stands at a token."""
    match = _DAY.match(lower_at(sentence, position))
    return None if match is None or not 1 <= int(match.group(1)) <= _LONGEST_MONTH else int(match.group(1))


def iso(sentence: Sequence[Token], position: int) -> DayWords | None:
    """2017-04-16, which stands as several tokens"""
    run = "".join(token.text for token in sentence[position : position + _PARTS])
    match = _ISO.match(run)
    day = None if match is None else made(*(int(part) for part in match.groups()))
    return None if day is None else DayWords(position, position + _PARTS, lambda _: day, certain=True)


def in_figures(sentence: Sequence[Token], position: int) -> DayWords | None:
    """16.04.2017, one token; 16/04/2017 or 04/16/2017, several: nothing where it may mean either of two days"""
    parted = lower_at(sentence, position + 1) == "/"
    last = position + (_PARTS if parted else 1)
    match = _FIGURES.match("".join(token.text for token in sentence[position:last]))
    if match is None:
        return None
    first, second, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
    months = [(day, month) for day, month in ((first, second), (second, first)) if month <= _MONTHS_OF_A_YEAR]
    if parted and len({*months}) > 1:
        return None
    day = made(year, months[0][1], months[0][0]) if months else None
    return None if day is None else DayWords(position, last, lambda _: day, certain=True)


def feast(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "Christmas Day", "New Year's Eve 2009" """
    hit = feasts().at(sentence, position)
    return None if hit is None else _dated(sentence, position, hit.last, hit.value)


def written(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "16 April 2018", "April 16, 2018", "April 16", "the 16th of April", each after a weekday or not"""
    start = position
    if numbers("weekdays").get(lower_at(sentence, start)) is not None:
        start = skip(sentence, start + 1, ",", "the")
    start = skip(sentence, start, "the", "on")
    number = day_number(sentence, start)
    if number is not None:
        month_at = skip(sentence, start + 1, "of", "-")
        month = _month_at(sentence, month_at)
        after = skip(sentence, month_at + 1, ",", ".")
        return None if month is None else _dated(sentence, position, after, (month, number))
    month = _month_at(sentence, start)
    day_at = skip(sentence, start + 1, ".", "the")
    number = day_number(sentence, day_at)
    if month is None or number is None:
        return None
    return _up_to(sentence, position, day_at, (month, number)) or _dated(
        sentence, position, day_at + 1, (month, number)
    )


def _month_at(sentence: Sequence[Token], position: int) -> int | None:
    month = numbers("months").get(lower_at(sentence, position))
    return None if month is None or not sentence[position].capital else month


def _up_to(sentence: Sequence[Token], first: int, day_at: int, month_day: _MonthDay) -> DayWords | None:
    """ "May 3-5", "April 24 to 26, 2018": no time of day, and no figure of people behind a dash of its own"""
    join = day_at + 1
    last = day_number(sentence, join + 1)
    if last is None or last <= month_day[1] or lower_at(sentence, join) not in ("-", "–", "to"):
        return None
    if lower_at(sentence, join) != "to" and sentence[join].start != sentence[day_at].end:
        return None
    end = _dated(sentence, first, join + 2, (month_day[0], last))
    start = _dated(sentence[: day_at + 1], first, day_at + 1, month_day).start
    return DayWords(first, end.last, _seen_from(start, end.start), end.start, certain=end.certain)


def _seen_from(start: Meaning, end: Meaning) -> Meaning:
    def mean(day: date | None) -> Days | None:
        last = end(day)
        return None if last is None else start(last.latest)

    return mean


def _dated(sentence: Sequence[Token], first: int, after: int, month_day: _MonthDay) -> DayWords:
    """A day with the year that stands behind it, else the last such day."""
    month, number = month_day
    year_at = skip(sentence, after, ",")
    if YEAR.match(lower_at(sentence, year_at)):
        day = made(int(sentence[year_at].lower), month, number)
        return DayWords(first, year_at + 1, lambda _: day, certain=day is not None, numbered=True)
    last = after - 1 if lower_at(sentence, after - 1) in (",", ".") else after

    def mean(anchor: date | None) -> Days | None:
        if anchor is None:
            return None
        this = made(anchor.year, month, number)
        late = this is None or this.latest is None or this.latest > anchor
        return made(anchor.year - 1, month, number) if late else this

    return DayWords(first, last, mean, comes_again=DAYS_OF_A_YEAR, numbered=True)
