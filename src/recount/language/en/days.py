"""Day words of a sentence, and the days that they mean for a publication day.

The rules are those of the annotation guide (`when` and "Settled cases"): relative words count back from the
publication day, a bare weekday is the last such day up to and including it, "last week" is Monday to Sunday before
this week, "earlier this month" ends the day before. A day without a year is the last such day that is not after the
publication day. Nothing is made more exact than it is told.
"""

import calendar
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

from recount.language.en.numbers import number_at, number_words, opens_number
from recount.language.phrases import Phrases
from recount.language.tokens import Token, lower_at, tokens
from recount.model import Days, When

Meaning = Callable[[date | None], Days | None]
"""What day words mean for a publication day: nothing where they need one and there is none."""

# Words that may stand before a weekday, and before a length of time.
_WEEKDAY_OPENERS = ("last", "early", "late", "earlier", "this", "previous")
_LENGTH_OPENERS = ("for", "nearly", "almost", "some", "after", "in")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_DAY = re.compile(r"(\d{1,2})(?:-?(?:st|nd|rd|th))?$")
# Words tell news where they mean a stretch of so many days more than one, so many days back at most.
_NEWS, _WEEK = 2, 7
_DAYS_OF_A_YEAR = 365
# So many words behind "since" the day may stand that something began: "since the army began its push two weeks ago".
_CLAUSE = 16
_ANY_DAY = date(2000, 6, 14)
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class DayWords:
    """The tokens `first` up to, not including, `last`, that tell when.

    `lasting` means that they tell a stretch of time that something went on for ("since March", "between April and
    August"), and not the possible days of an episode; `certain`, that their year is told.
    `comes_again` is in how many days such a day comes again, for a weekday and a date without a year.
    """

    first: int
    last: int
    start: Meaning
    end: Meaning | None = None
    lasting: bool = False
    weekday: bool = False
    certain: bool = False
    comes_again: int | None = None

    @property
    def near(self) -> bool:
        """Whether they tell a day or two, seen from the publication day or without a year: news, and no history."""
        when = None if self.lasting or self.certain else self.mean(_ANY_DAY)
        if when is None or when.earliest is None or when.latest is None:
            return False
        return (when.latest - when.earliest).days <= _NEWS and (_ANY_DAY - when.latest).days <= _WEEK

    def mean_to_come(self, published: date | None) -> When | None:
        """When that is for what was still to come: the next such day, where the words do not tell which."""
        if published is None or self.comes_again is None:
            return self.mean(published)
        return self.mean(published + timedelta(days=self.comes_again - 1))

    def mean(self, published: date | None) -> When | None:
        """When that is, for a report of this publication day; nothing where it cannot be known."""
        start = self.start(published)
        if self.end is None:
            end = start if not self.lasting or published is None else Days.on(published)
        else:
            end = self.end(published)
        if start is None and end is None:
            return None
        return _in_order(start or Days(None, None), end or Days(None, None), self.lasting)


def _in_order(start: Days, end: Days, lasting: bool) -> When | None:
    """A stretch from start to end, or an episode between them; nothing where they contradict each other."""
    if start.earliest is not None and end.latest is not None and start.earliest > end.latest:
        return None
    return When(start, end) if lasting else When.within(Days(start.earliest, end.latest))


Rule = Callable[[Sequence[Token], int], DayWords | None]
"""What reads day words of one kind at a token."""


@cache
def _table() -> dict[str, dict[str, object]]:
    with Path(__file__).with_name("days.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _numbers(name: str) -> dict[str, int]:
    return {word: int(str(value)) for word, value in _table()[name].items()}


@cache
def _near() -> Phrases[tuple[int, int]]:
    return Phrases((phrase, (days[0], days[1])) for phrase, days in _table()["near"].items())  # type: ignore[index]


@cache
def _calendar() -> Phrases[str]:
    return Phrases((phrase, str(rule)) for phrase, rule in _table()["calendar"].items())


def find_days(sentence: Sequence[Token]) -> list[DayWords]:
    """Every run of day words in a sentence, longest first at each place, without overlaps."""
    found: list[DayWords] = []
    position = 0
    while position < len(sentence):
        words = days_at(sentence, position) if _may_open(sentence[position].lower) else None
        if words is None:
            position += 1
        else:
            found.append(words)
            position = words.last
    return found


@cache
def _openers() -> frozenset[str]:
    """Words that day words can begin with; all others are passed over at once, which is most of a text."""
    table = _table()
    listed = {*table["openers"]["words"], *table["months"], *table["weekdays"], *table["parts"]}  # type: ignore[misc]
    return frozenset(listed) | _near().openers | _calendar().openers | number_words()


@lru_cache(maxsize=100_000)
def _may_open(word: str) -> bool:
    return word[0].isdigit() or word.partition("-")[0] in _openers() or word.removesuffix("s") in _numbers("weekdays")


def read_days(text: str, published: date | None, to_come: bool = False) -> When | None:
    """When a run of words tells, such as the one a claim marks; nothing where it tells none.

    Days look back from the publication day, but ahead where what they tell of was still `to_come`.

    >>> when = read_days("since early February", date(2017, 3, 7))
    >>> (when.earliest, when.latest)
    (datetime.date(2017, 2, 1), datetime.date(2017, 3, 7))
    """
    words = find_days(tokens(text))
    if not words:
        return None
    return words[0].mean_to_come(published) if to_come else words[0].mean(published)


def days_at(sentence: Sequence[Token], position: int) -> DayWords | None:
    """The longest day words that begin at a token."""
    for rule in _stretches(sentence[position].lower):
        words = rule(sentence, position)
        if words is not None:
            return words
    return _one_or_two(sentence, position)


@lru_cache(maxsize=50_000)
def _stretches(word: str) -> tuple[Rule, ...]:
    """The rules for stretches of time, and times that count back, whose words can begin with a word."""
    opened = (
        (_since, word == "since"),
        (_between, word in ("between", "from")),
        (_past, word in ("the", "past", "last", "previous")),
        (_ago, opens_number(word)),
        (_long, word in _LENGTH_OPENERS),
    )
    return tuple(rule for rule, opens in opened if opens)


def _skip(sentence: Sequence[Token], position: int, *words: str) -> int:
    while lower_at(sentence, position) in words:
        position += 1
    return position


def _since(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "since March 2011", "since the conflict began in March 2011", "starting on Monday" """
    if lower_at(sentence, position) != "since":
        return None
    for start in range(position + 1, min(position + _CLAUSE, len(sentence))):
        if not sentence[start].word:
            return None
        words = _ago(sentence, start) or _one_or_two(sentence, start)
        if words is not None:
            return DayWords(position, words.last, words.start, lasting=True, certain=words.certain)
    return None


def _between(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "between April and August 2019", "from 3 to 5 May" """
    if lower_at(sentence, position) not in ("between", "from"):
        return None
    first = _point(sentence, position + 1) or _bare_day(sentence, position + 1)
    if first is None or lower_at(sentence, first.last) not in ("and", "to", "until", "through"):
        return None
    second = _point(sentence, first.last + 1)
    if second is None:
        return None
    start, end = first.start, second.start
    return DayWords(position, second.last, lambda day: _before(start, end(day)), end, lasting=True)


def _before(start: Meaning, end: Days | None) -> Days | None:
    """The first of two days takes its year and month from the second."""
    return None if end is None or end.latest is None else start(end.latest)


def _bare_day(sentence: Sequence[Token], position: int) -> DayWords | None:
    match = _DAY.match(lower_at(sentence, position))
    if match is None:
        return None
    number = int(match.group(1))

    def mean(anchor: date | None) -> Days | None:
        return None if anchor is None else _made(anchor.year, anchor.month, number)

    return DayWords(position, position + 1, mean)


def _past(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "in the past two weeks", "over the last five days", "during the past month" """
    start = _skip(sentence, position, "the")
    if lower_at(sentence, start) not in ("past", "last", "previous"):
        return None
    number = number_at(sentence, start + 1) if start + 1 < len(sentence) else None
    value, after = (number.value, number.last) if number else (1, start + 1)
    if number is None and (lower_at(sentence, start) == "last" or start == position):
        return None
    return _lasting(sentence, position, after, value)


def _lasting(sentence: Sequence[Token], first: int, unit: int, number: int) -> DayWords | None:
    days = _numbers("lengths").get(lower_at(sentence, unit))
    if days is not None:
        return DayWords(first, unit + 1, _back(days * number), _until, lasting=True)
    if lower_at(sentence, unit) in ("month", "months"):
        return DayWords(first, unit + 1, _months_back(number), _until, lasting=True)
    if lower_at(sentence, unit) in ("year", "years"):
        return DayWords(first, unit + 1, _months_back(12 * number), _until, lasting=True)
    return None


def _until(day: date | None) -> Days | None:
    return None if day is None else Days.on(day)


def _back(days: int) -> Meaning:
    return lambda day: None if day is None else Days.on(day - timedelta(days=days))


def _months_back(months: int) -> Meaning:
    def mean(day: date | None) -> Days | None:
        if day is None:
            return None
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        return Days.on(date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])))

    return mean


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
    if lower_at(sentence, unit + 1) != "ago" and lower_at(sentence, unit) not in _numbers("lengths"):
        return None
    days = _numbers("lengths").get(lower_at(sentence, unit))
    if days is not None:
        return DayWords(position, unit + 2, _back(days * value))
    if lower_at(sentence, unit) in ("month", "months"):
        return DayWords(position, unit + 2, _month_of(value))
    if lower_at(sentence, unit) in ("year", "years"):
        return DayWords(position, unit + 2, _year_of(value))
    return None


def _month_of(months: int) -> Meaning:
    def mean(day: date | None) -> Days | None:
        if day is None:
            return None
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        return _month(year, month + 1)

    return mean


def _year_of(years: int) -> Meaning:
    return lambda day: None if day is None else _year(day.year - years)


def _long(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "nearly three weeks of clashes", "for ten days", "14 villages in four days": up to the publication day"""
    if lower_at(sentence, position) not in _LENGTH_OPENERS:
        return None
    start = _skip(sentence, position, "for", "in", "nearly", "almost", "some", "after", "more", "than", "over", "the")
    number = number_at(sentence, start) if start < len(sentence) else None
    if number is None and lower_at(sentence, start) != "a":
        return None
    value, unit = (1, start + 1) if number is None else (number.value, number.last)
    for_long = lower_at(sentence, position) in ("for", "in")
    if not for_long and lower_at(sentence, unit + 1) != "of":
        return None
    if lower_at(sentence, position) == "in" and lower_at(sentence, unit) not in ("days", "weeks"):
        return None
    return _lasting(sentence, position, unit, value)


def _one_or_two(sentence: Sequence[Token], position: int) -> DayWords | None:
    """One day, week, month or year, or two days: "on Saturday and Sunday", "Saturday night to Sunday" """
    first = _point(sentence, position)
    if first is None or not first.weekday or lower_at(sentence, first.last) not in ("and", "or", "to"):
        return first
    second = _point(sentence, first.last + 1)
    if second is None or not second.weekday:
        return first
    start, end = first.start, second.start
    return DayWords(position, second.last, lambda day: _before(start, end(day)), end)


def _point(sentence: Sequence[Token], position: int) -> DayWords | None:
    """One day, week, month or year."""
    if position >= len(sentence):
        return None
    for rule in _points(sentence[position].lower, sentence[position].stem):
        words = rule(sentence, position)
        if words is not None:
            return words
    return None


@lru_cache(maxsize=50_000)
def _points(word: str, stem: str) -> tuple[Rule, ...]:
    """The rules for a day, week, month or year whose words can begin with a word: hardly ever more than two."""
    figure, month = word[0].isdigit(), word in _numbers("months")
    weekday = word in _numbers("weekdays") or stem in _numbers("weekdays")
    opened = (
        (_iso, figure),
        (_date, figure or month or weekday or word in ("the", "on")),
        (_near_day, word in _near().openers or stem in _near().openers),
        (_calendar_words, word in _calendar().openers or stem in _calendar().openers),
        (_weekday, weekday or word in _WEEKDAY_OPENERS),
        (_part, word == "the" or word.partition("-")[0] in _table()["parts"]),
        (_month_year, month or word in ("last", "this")),
        (_bare_year, figure),
    )
    return tuple(rule for rule, opens in opened if opens)


def _iso(sentence: Sequence[Token], position: int) -> DayWords | None:
    """2017-04-16, which stands as several tokens"""
    run = "".join(token.text for token in sentence[position : position + 5])
    match = _ISO.match(run)
    if match is None:
        return None
    day = _made(*(int(part) for part in match.groups()))
    return None if day is None else DayWords(position, position + 5, lambda _: day, certain=True)


def _near_day(sentence: Sequence[Token], position: int) -> DayWords | None:
    hit = _near().at(sentence, position)
    if hit is None:
        return None
    first, last = hit.value

    def mean(day: date | None) -> Days | None:
        return None if day is None else Days(day + timedelta(days=first), day + timedelta(days=last))

    return DayWords(position, hit.last, mean)


def _calendar_words(sentence: Sequence[Token], position: int) -> DayWords | None:
    hit = _calendar().at(sentence, position)
    if hit is None:
        return None
    rule = hit.value
    return DayWords(position, hit.last, lambda day: None if day is None else _by_calendar(rule, day))


def _by_calendar(rule: str, day: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    before = day - timedelta(days=1)
    month_before = date(day.year, day.month, 1) - timedelta(days=1)
    return {
        "week before": Days(monday - timedelta(days=7), monday - timedelta(days=1)),
        "week": Days(monday, day),
        "week so far": Days(monday, max(monday, before)),
        "weekend": Days(saturday, min(saturday + timedelta(days=1), day)),
        "month before": _month(month_before.year, month_before.month),
        "month": Days(day.replace(day=1), day),
        "month so far": Days(day.replace(day=1), max(day.replace(day=1), before)),
        "year before": _year(day.year - 1),
        "year": Days(date(day.year, 1, 1), day),
        "year so far": Days(date(day.year, 1, 1), max(date(day.year, 1, 1), before)),
    }[rule]


def _weekday_at(sentence: Sequence[Token], position: int) -> int | None:
    """The weekday that a token names. Where apostrophes were lost, "Saturdays" is Saturday's, but not after "on"."""
    number = _numbers("weekdays").get(lower_at(sentence, position))
    if number is None and 0 <= position < len(sentence) and lower_at(sentence, position - 1) != "on":
        return _numbers("weekdays").get(sentence[position].stem)
    return number


def _weekday(sentence: Sequence[Token], position: int) -> DayWords | None:
    start = position + (lower_at(sentence, position) in _WEEKDAY_OPENERS)
    number = _weekday_at(sentence, start)
    if number is None or not sentence[start].capital or len(lower_at(sentence, start)) < 4:
        return None
    before_today = lower_at(sentence, position) in ("last", "previous")

    def mean(day: date | None) -> Days | None:
        if day is None:
            return None
        back = (day.weekday() - number) % 7 or (7 if before_today else 0)
        return Days.on(day - timedelta(days=back))

    return DayWords(position, start + 1, mean, weekday=True, comes_again=None if before_today else _WEEK)


def _date(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "16 April 2018", "April 16, 2018", "April 16", "the 16th of April", each after a weekday or not"""
    start = position
    if _numbers("weekdays").get(lower_at(sentence, start)) is not None:
        start = _skip(sentence, start + 1, ",", "the")
    start = _skip(sentence, start, "the", "on")
    months = _numbers("months")
    day_first = _DAY.match(lower_at(sentence, start))
    if day_first is not None:
        month_at = _skip(sentence, start + 1, "of", "-")
        month = months.get(lower_at(sentence, month_at))
        if month is None or not sentence[month_at].capital:
            return None
        return _dated(sentence, position, _skip(sentence, month_at + 1, ",", "."), (month, int(day_first.group(1))))
    month = months.get(lower_at(sentence, start))
    if month is None or not sentence[start].capital:
        return None
    day_at = _skip(sentence, start + 1, ".", "the")
    day_after = _DAY.match(lower_at(sentence, day_at))
    if day_after is None:
        return None
    return _dated(sentence, position, day_at + 1, (month, int(day_after.group(1))))


def _dated(sentence: Sequence[Token], first: int, after: int, month_day: tuple[int, int]) -> DayWords | None:
    month, number = month_day
    year_at = _skip(sentence, after, ",")
    if _YEAR.match(lower_at(sentence, year_at)):
        day = _made(int(sentence[year_at].lower), month, number)
        return DayWords(first, year_at + 1, lambda _: day, certain=day is not None)
    last = after - 1 if lower_at(sentence, after - 1) in (",", ".") else after

    def mean(anchor: date | None) -> Days | None:
        if anchor is None:
            return None
        this = _made(anchor.year, month, number)
        return (
            this
            if this is not None and this.latest is not None and this.latest <= anchor
            else _made(anchor.year - 1, month, number)
        )

    return DayWords(first, last, mean, comes_again=_DAYS_OF_A_YEAR)


def _part(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "early February", "late 2014", "the end of March" """
    start = _skip(sentence, position, "the")
    word, _, joined = lower_at(sentence, start).partition("-")
    part = str(_table()["parts"].get(word, ""))
    if not part:
        return None
    if joined in _numbers("months"):
        whole: DayWords | None = _month_year(sentence, start, joined)
    else:
        after = _skip(sentence, start + 1, "of", "-", "in")
        whole = _month_year(sentence, after) or _bare_year(sentence, after)
    if whole is None:
        return None
    mean = whole.start
    return DayWords(position, whole.last, lambda day: _part_of(part, mean(day)), certain=whole.certain)


def _part_of(part: str, whole: Days | None) -> Days | None:
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    first, last = whole.earliest, whole.latest
    if (last - first).days > 40:
        quarter = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[part]
        return Days(date(first.year, quarter[0], 1), _month(first.year, quarter[1]).latest)
    tenth = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
    return Days(first.replace(day=tenth[0]), first.replace(day=min(tenth[1], last.day)))


def _month_year(sentence: Sequence[Token], position: int, written: str | None = None) -> DayWords | None:
    """ "March 2011", "February this year", "last September", "in June" """
    start = position + (lower_at(sentence, position) in ("last", "this"))
    word = written or lower_at(sentence, start)
    month = _numbers("months").get(word)
    if month is None or len(word) < 3 or (not sentence[start].capital and written is None):
        return None
    after = _skip(sentence, start + 1, ",", "of")
    if _YEAR.match(lower_at(sentence, after)):
        year = int(sentence[after].lower)
        return DayWords(position, after + 1, lambda _: _month(year, month), certain=True)
    if word == "may" and lower_at(sentence, position - 1) not in ("in", "since", "last", "of", "early", "late", "and"):
        return None
    if (lower_at(sentence, after), lower_at(sentence, after + 1)) in (("this", "year"), ("last", "year")):
        back = lower_at(sentence, after) == "last"
        return DayWords(position, after + 2, lambda day: None if day is None else _month(day.year - back, month))
    this_month = lower_at(sentence, position) != "last"
    again = _DAYS_OF_A_YEAR if this_month else None
    return DayWords(
        position,
        start + 1,
        lambda day: None if day is None else _latest_month(day, month, this_month),
        comes_again=again,
    )


def _latest_month(day: date, month: int, may_be_this: bool) -> Days:
    if month < day.month or (month == day.month and may_be_this):
        return _month(day.year, month)
    return _month(day.year - 1, month)


def _bare_year(sentence: Sequence[Token], position: int) -> DayWords | None:
    if not _YEAR.match(lower_at(sentence, position)):
        return None
    if lower_at(sentence, position - 1) not in (
        "in",
        "since",
        "early",
        "late",
        "mid",
        "of",
        "during",
        "from",
        "and",
        "to",
        "until",
        "between",
        "through",
        "",
    ):
        return None
    year = int(sentence[position].lower)
    return DayWords(position, position + 1, lambda _: _year(year), certain=True)


def _made(year: int, month: int, day: int) -> Days | None:
    try:
        return Days.on(date(year, month, day))
    except ValueError:
        return None


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))
