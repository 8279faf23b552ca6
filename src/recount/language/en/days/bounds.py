"""The days of a month, a year or a part of them, and those that count back from a day."""

import calendar
from datetime import date, timedelta

from recount.language.en.days.meaning import Meaning
from recount.model import Days

# More days than this make a year, and no month.
_OF_A_MONTH = 40


def made(year: int, month: int, day: int) -> Days | None:
    """One day of the calendar; nothing where it has no such day."""
    try:
        return Days.on(date(year, month, day))
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """A month."""
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_days(year: int) -> Days:
    """A year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def part_of(part: str, whole: Days | None) -> Days | None:
    """The early, middle or late part of a month, in tenths, or of a year, in quarters."""
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    first, last = whole.earliest, whole.latest
    if (last - first).days > _OF_A_MONTH:
        quarter = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[part]
        return Days(date(first.year, quarter[0], 1), month_days(first.year, quarter[1]).latest)
    tenth = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
    return Days(first.replace(day=tenth[0]), first.replace(day=min(tenth[1], last.day)))


def season_of(month: int, year: int) -> Days:
    """The three months from a month on."""
    over, last = divmod(month + 1, 12)
    return Days(date(year, month, 1), month_days(year + over, last + 1).latest)


def latest_month(day: date, month: int, may_be_this: bool) -> Days:
    """The last such month up to a day."""
    if month < day.month or (month == day.month and may_be_this):
        return month_days(day.year, month)
    return month_days(day.year - 1, month)


def on_it(day: date | None) -> Days | None:
    """The publication day itself."""
    return None if day is None else Days.on(day)


def back(days: int) -> Meaning:
    """So many days before the publication day."""
    return lambda day: None if day is None else Days.on(day - timedelta(days=days))


def before(days: int) -> Meaning:
    """At least so many days before the publication day."""
    return lambda day: None if day is None else Days(None, day - timedelta(days=days))


def months_back(months: int) -> Meaning:
    """The same day so many months before."""

    def mean(day: date | None) -> Days | None:
        if day is None:
            return None
        year, month = _month_before(day, months)
        return Days.on(date(year, month, min(day.day, calendar.monthrange(year, month)[1])))

    return mean


def month_of(months: int) -> Meaning:
    """The whole month that was so many months before."""
    return lambda day: None if day is None else month_days(*_month_before(day, months))


def year_of(years: int) -> Meaning:
    """The whole year that was so many years before."""
    return lambda day: None if day is None else year_days(day.year - years)


def _month_before(day: date, months: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return year, month + 1


def by_calendar(rule: str, day: date) -> Days:
    """The week, weekend, month or year that a rule of the list names, seen from a day."""
    monday = day - timedelta(days=day.weekday())
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    yesterday = day - timedelta(days=1)
    month_before = day.replace(day=1) - timedelta(days=1)
    month_after = day.replace(day=28) + timedelta(days=4)
    return {
        "week before": Days(monday - timedelta(days=7), monday - timedelta(days=1)),
        "week": Days(monday, day),
        "week so far": Days(monday, max(monday, yesterday)),
        "week after": Days(monday + timedelta(days=7), monday + timedelta(days=13)),
        "weekend": Days(saturday, min(saturday + timedelta(days=1), day)),
        "month before": month_days(month_before.year, month_before.month),
        "month": Days(day.replace(day=1), day),
        "month so far": Days(day.replace(day=1), max(day.replace(day=1), yesterday)),
        "month after": month_days(month_after.year, month_after.month),
        "year before": year_days(day.year - 1),
        "year": Days(date(day.year, 1, 1), day),
        "year so far": Days(date(day.year, 1, 1), max(date(day.year, 1, 1), yesterday)),
        "year after": year_days(day.year + 1),
    }[rule]
