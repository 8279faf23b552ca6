"""Days in words, as exactly as they are known and no more."""

from calendar import monthrange
from datetime import date

from recount.model import Days, When
from recount.web.show.labels import label

NOT_TOLD = "day not told"


def day(value: date) -> str:
    """A day.

    >>> day(date(2018, 4, 15))
    '15 April 2018'
    """
    return f"{value.day} {_month(value)} {value.year}"


def days(interval: Days) -> str:
    """An interval of possible days; whole months and years by their names.

    >>> days(Days(date(2018, 4, 9), date(2018, 4, 15))), days(Days(date(2018, 4, 1), date(2018, 4, 30)))
    ('9–15 April 2018', 'April 2018')
    """
    first, last = interval.earliest, interval.latest
    if first is None and last is None:
        return NOT_TOLD
    if first is None or last is None:
        return f"on or after {day(first)}" if first is not None else f"on or before {day(last or date.min)}"
    return span(first, last)


def span(first: date, last: date) -> str:
    """From one day to another, saying month and year once where they are the same."""
    if first == last:
        return day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_month(first)} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def when(told: When | None) -> str:
    """When an event was, short enough for a list."""
    if told is None:
        return NOT_TOLD
    if not told.lasts:
        return days(told.start)
    start, end = _end(told.start), _end(told.end)
    if start is None and end is None:
        return NOT_TOLD
    if start is None:
        return f"to {end}, start not told"
    if end is None:
        return f"since {start}"
    if (lasted := _lasted(told)) is not None:
        return span(*lasted)
    return f"from {start} to {end}"


def when_in_full(told: When | None) -> str:
    """When an event was, saying whether it lasted all those days or fell somewhere in them."""
    if told is not None and (lasted := _lasted(told)) is not None:
        return f"from {day(lasted[0])} to {day(lasted[1])}"
    closed = told is not None and told.earliest is not None and told.latest is not None
    return f"some time within {when(told)}" if closed and is_spread(told) else when(told)


def is_spread(told: When | None) -> bool:
    """Whether it is one event whose day is not exactly known."""
    return told is not None and not told.lasts and told.earliest != told.latest


def _lasted(told: When) -> tuple[date, date] | None:
    first, last = told.earliest, told.latest
    if first is None or last is None or not told.lasts:
        return None
    return (first, last) if (told.start, told.end) == (Days.on(first), Days.on(last)) else None


def _end(interval: Days) -> str | None:
    return None if interval.earliest is None and interval.latest is None else days(interval)


def _months(first: date, last: date) -> str:
    if (first.month, last.month, first.year) == (1, 12, last.year):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_month(first)} {first.year}"
    if first.year == last.year:
        return f"{_month(first)} – {_month(last)} {last.year}"
    return f"{_month(first)} {first.year} – {_month(last)} {last.year}"


def _month(value: date) -> str:
    return label("month", str(value.month))
