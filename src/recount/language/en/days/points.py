"""One day, week, month or year."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from recount.language.en.days.bounds import by_calendar, latest_month, month_days, part_of, season_of, year_days
from recount.language.en.days.dates import YEAR, day_number, feast, in_figures, iso, written
from recount.language.en.days.listed import again, calendar_words, feasts, near, numbers, parts, words
from recount.language.en.days.meaning import DAYS_OF_A_YEAR, WEEK, DayWords, Rule
from recount.language.en.days.skipping import skip
from recount.language.tokens import Token, lower_at
from recount.model import Days


def point(sentence: Sequence[Token], position: int) -> DayWords | None:
    """One day, week, month or year."""
    if position >= len(sentence):
        return None
    for rule in _points(sentence[position].lower, sentence[position].stem):
        found = rule(sentence, position)
        if found is not None:
            return found
    return None


def bare_day(sentence: Sequence[Token], position: int) -> DayWords | None:
    """A day by its number alone, whose month and year are told behind it: "from 3 to 5 May"."""
    number = day_number(sentence, position)
    if number is None:
        return None

    def mean(anchor: date | None) -> Days | None:
        whole = None if anchor is None else month_days(anchor.year, anchor.month)
        last = None if whole is None else whole.latest
        return None if anchor is None or last is None or number > last.day else Days.on(anchor.replace(day=number))

    return DayWords(position, position + 1, mean)


@lru_cache(maxsize=50_000)
def _points(word: str, stem: str) -> tuple[Rule, ...]:
    """The rules for a day, week, month or year whose words can begin with a word: hardly ever more than two."""
    figure, month = word[0].isdigit(), word in numbers("months")
    weekday = word in numbers("weekdays") or stem in numbers("weekdays")
    opened = (
        (iso, figure),
        (in_figures, figure),
        (written, figure or month or weekday or word in ("the", "on")),
        (_day_before, word in again().openers),
        (_near_day, word in near().openers or stem in near().openers),
        (_calendar_words, word in calendar_words().openers or stem in calendar_words().openers),
        (feast, word in feasts().openers),
        (_weekday, weekday or word in words("before_weekdays")),
        (_part, word == "the" or word.partition("-")[0] in parts()),
        (_season, word in ("last", "this") or word in numbers("seasons")),
        (_month_year, month or word in ("last", "this")),
        (_bare_year, figure),
    )
    return tuple(rule for rule, opens in opened if opens)


def _day_before(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "later that day", "earlier in the day": the day told before; where none was, the publication day for the last"""
    hit = again().at(sentence, position)
    if hit is None:
        return None
    today = hit.value
    return DayWords(position, hit.last, lambda day: Days.on(day) if today and day is not None else None, again=True)


def _near_day(sentence: Sequence[Token], position: int) -> DayWords | None:
    hit = near().at(sentence, position)
    if hit is None:
        return None
    first, last = hit.value

    def mean(day: date | None) -> Days | None:
        return None if day is None else Days(day + timedelta(days=first), day + timedelta(days=last))

    return DayWords(position, hit.last, mean)


def _calendar_words(sentence: Sequence[Token], position: int) -> DayWords | None:
    hit = calendar_words().at(sentence, position)
    if hit is None:
        return None
    rule = hit.value
    return DayWords(position, hit.last, lambda day: None if day is None else by_calendar(rule, day))


def _weekday_at(sentence: Sequence[Token], position: int) -> int | None:
    """The weekday that a token names. Where apostrophes were lost, "Saturdays" is Saturday's, but not after "on"."""
    number = numbers("weekdays").get(lower_at(sentence, position))
    if number is None and 0 <= position < len(sentence) and lower_at(sentence, position - 1) != "on":
        return numbers("weekdays").get(sentence[position].stem)
    return number


def _weekday(sentence: Sequence[Token], position: int) -> DayWords | None:
    opening = lower_at(sentence, position)
    start = position + (opening in words("before_weekdays"))
    number = _weekday_at(sentence, start)
    if number is None or not sentence[start].capital or len(lower_at(sentence, start)) < 4:
        return None
    before_today = opening in ("last", "previous")

    def mean(day: date | None) -> Days | None:
        if day is None:
            return None
        back = (day.weekday() - number) % WEEK or (WEEK if before_today else 0)
        return Days.on(day - timedelta(days=back - WEEK if opening == "next" else back))

    bound = before_today or opening == "next"
    return DayWords(position, start + 1, mean, weekday=True, comes_again=None if bound else WEEK)


def _part(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "early February", "late 2014", "the end of March" """
    start = skip(sentence, position, "the")
    word, _, joined = lower_at(sentence, start).partition("-")
    part = parts().get(word, "")
    if not part:
        return None
    if joined in numbers("months"):
        whole: DayWords | None = _month_year(sentence, start, joined)
    else:
        after = skip(sentence, start + 1, "of", "-", "in")
        whole = _month_year(sentence, after) or _bare_year(sentence, after)
    if whole is None:
        return None
    mean = whole.start
    return DayWords(position, whole.last, lambda day: part_of(part, mean(day)), certain=whole.certain)


def _season(sentence: Sequence[Token], position: int) -> DayWords | None:
    """ "summer 2014", "the spring of 2015", "last winter" """
    opening = lower_at(sentence, position)
    start = position + (opening in ("last", "this"))
    month = numbers("seasons").get(lower_at(sentence, start))
    if month is None:
        return None
    after = skip(sentence, start + 1, "of", ",")
    if YEAR.match(lower_at(sentence, after)):
        year = int(sentence[after].lower)
        return DayWords(position, after + 1, lambda _: season_of(month, year), certain=True)
    if start == position:
        return None

    def mean(day: date | None) -> Days | None:
        return None if day is None else season_of(month, day.year - (month > day.month))

    return DayWords(position, start + 1, mean)


def _month_year(sentence: Sequence[Token], position: int, written_as: str | None = None) -> DayWords | None:
    """ "March 2011", "February this year", "last September", "in June" """
    start = position + (lower_at(sentence, position) in ("last", "this"))
    word = written_as or lower_at(sentence, start)
    month = numbers("months").get(word)
    if month is None or len(word) < 3 or (not sentence[start].capital and written_as is None):
        return None
    after = skip(sentence, start + 1, ",", "of")
    if YEAR.match(lower_at(sentence, after)):
        year = int(sentence[after].lower)
        return DayWords(position, after + 1, lambda _: month_days(year, month), certain=True)
    if word == "may" and lower_at(sentence, position - 1) not in words("before_may"):
        return None
    if (lower_at(sentence, after), lower_at(sentence, after + 1)) in (("this", "year"), ("last", "year")):
        back = lower_at(sentence, after) == "last"
        return DayWords(position, after + 2, lambda day: None if day is None else month_days(day.year - back, month))
    return _bare_month(position, start + 1, month, lower_at(sentence, position) != "last")


def _bare_month(first: int, last: int, month: int, may_be_this: bool) -> DayWords:
    again_in = DAYS_OF_A_YEAR if may_be_this else None
    return DayWords(
        first, last, lambda day: None if day is None else latest_month(day, month, may_be_this), comes_again=again_in
    )


def _bare_year(sentence: Sequence[Token], position: int) -> DayWords | None:
    before = lower_at(sentence, position - 1)
    if not YEAR.match(lower_at(sentence, position)) or (before and before not in words("before_years")):
        return None
    year = int(sentence[position].lower)
    return DayWords(position, position + 1, lambda _: year_days(year), certain=True)
