"""Days, weeks and months one after another, under the names that sort as time does."""

from collections.abc import Sequence
from datetime import date, timedelta

from recount.store.shapes import Period
from recount.web.show import days

_DAY = timedelta(days=1)


def first_day(key: str, period: Period) -> date:
    """The day that a period begins with.

    >>> first_day("2031-W10", Period.WEEK), first_day("2031-03", Period.MONTH)
    (datetime.date(2031, 3, 3), datetime.date(2031, 3, 1))
    """
    if period is Period.WEEK:
        year, week = key.split("-W")
        return date.fromisocalendar(int(year), int(week), 1)
    return date.fromisoformat(key if period is Period.DAY else f"{key}-01")


def last_day(key: str, period: Period) -> date:
    """The day that a period ends with."""
    return first_day(moved(key, period, 1), period) - _DAY


def moved(key: str, period: Period, by: int) -> str:
    """The period so many later, or earlier.

    >>> moved("2031-12", Period.MONTH, 2), moved("2031-W01", Period.WEEK, -1), moved("2031-03-01", Period.DAY, -1)
    ('2032-02', '2030-W52', '2031-02-28')
    """
    first = first_day(key, period)
    if period is Period.MONTH:
        year, month = divmod(first.year * 12 + first.month - 1 + by, 12)
        return f"{year:04}-{month + 1:02}"
    later = first + by * (_DAY if period is Period.DAY else 7 * _DAY)
    if period is Period.DAY:
        return later.isoformat()
    year, week, _ = later.isocalendar()
    return f"{year:04}-W{week:02}"


def between(first: str, last: str, period: Period) -> Sequence[str]:
    """All periods from one to another, both included."""
    held = [first]
    while held[-1] < last:
        held.append(moved(held[-1], period, 1))
    return held


def steps(first: str, last: str, period: Period) -> int:
    """How many periods lie from one to another, both included."""
    begin, end = first_day(first, period), first_day(last, period)
    if period is Period.MONTH:
        return (end.year - begin.year) * 12 + end.month - begin.month + 1
    return (end - begin).days // (1 if period is Period.DAY else 7) + 1


def words(key: str, period: Period) -> str:
    """A period as people read it."""
    return days.span(first_day(key, period), last_day(key, period))
