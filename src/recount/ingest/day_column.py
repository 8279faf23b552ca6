"""Publication days from a table's column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from recount.model import UsageError


class Order(StrEnum):
    """What stands first in a day written as numbers."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


_TIME = re.compile(r"(?:T|,?\s+)\d{1,2}:\d\d.*$")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$|((?:19|20)\d\d)(\d\d)(\d\d)$")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$")
# Months written out settle themselves; commas, points and hyphens are taken for spaces before.
_WRITTEN_OUT = tuple(
    f"{weekday}{day}" for weekday in ("", "%A ", "%a ") for day in ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the values of a whole column say of their order: the first value that can be read in one way only.

    `unclear` is the first value that can be read in both.
    """

    day_first: str | None = None
    month_first: str | None = None
    unclear: str | None = None

    def of(self, value: str) -> "Evidence":
        """The same with one more value looked at.

        >>> Evidence().of("7/10/2016").of("13/10/2016").order
        <Order.DAY_FIRST: 'day first'>
        """
        readings = dict(_readings(value))
        if len(set(readings.values())) == 2:
            return self if self.unclear is not None else Evidence(self.day_first, self.month_first, value)
        if list(readings) == [Order.DAY_FIRST] and self.day_first is None:
            return Evidence(value, self.month_first, self.unclear)
        if list(readings) == [Order.MONTH_FIRST] and self.month_first is None:
            return Evidence(self.day_first, value, self.unclear)
        return self

    @property
    def order(self) -> Order | None:
        """The order of the column; none where nothing settles it or its values contradict one another."""
        if (self.day_first is None) == (self.month_first is None):
            return None
        return Order.MONTH_FIRST if self.day_first is None else Order.DAY_FIRST

    @property
    def problem(self) -> str | None:
        """Why the column's days cannot be read, where it has days that need an order and none is settled."""
        if self.day_first is not None and self.month_first is not None:
            return f'its values contradict each other ("{self.day_first}", "{self.month_first}")'
        if self.order is None and self.unclear is not None:
            return f'"{self.unclear}" has two meanings, and no other value tells which number is the day'
        return None


def read_day(value: str, date_format: str | None, order: Order | None) -> date | None:
    """The day that a value means; none where it means none, or where only an order could tell."""
    if date_format is not None:
        return _made(value.strip(), date_format)
    readings = dict(_readings(value))
    if not readings:
        return _settled(value)
    if len(readings) == 2 and len(set(readings.values())) == 1:
        return readings[Order.DAY_FIRST]
    return None if order is None else readings.get(order)


def needs_order(value: str) -> bool:
    """Whether a value is a day written as numbers whose order the column must settle."""
    return next(_readings(value), None) is not None


def check_format(date_format: str) -> None:
    """Refuse a format that cannot be read, or that does not tell a whole day."""
    day = datetime(2001, 2, 3)
    try:
        whole = datetime.strptime(day.strftime(date_format), date_format).date() == day.date()
    except (ValueError, re.error) as error:
        raise UsageError(f'The date format "{date_format}" cannot be used: {error}. An example: %d/%m/%Y.') from error
    if not whole:
        raise UsageError(f'The date format "{date_format}" does not tell day, month and year. An example: %d/%m/%Y.')


def _settled(value: str) -> date | None:
    """A day that needs no column to be understood: year first, or its month written out."""
    bare = _TIME.sub("", value.strip())
    year_first = _YEAR_FIRST.match(bare)
    if year_first is not None:
        year, month, number = (int(part) for part in year_first.groups() if part is not None and part.isdecimal())
        return _day(year, month, number)
    words = " ".join(re.sub(r"[-,.]", " ", bare).split())
    return next((day for written in _WRITTEN_OUT if (day := _made(words, written)) is not None), None)


def _readings(value: str) -> Iterator[tuple[Order, date]]:
    """The days that a value written as numbers can mean."""
    match = _NUMBERS.match(_TIME.sub("", value.strip()))
    if match is None:
        return
    first, second, year = (int(part) for part in match.group(1, 3, 4))
    for order, day in ((Order.DAY_FIRST, _day(year, second, first)), (Order.MONTH_FIRST, _day(year, first, second))):
        if day is not None:
            yield order, day


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _made(value: str, date_format: str) -> date | None:
    try:
        return datetime.strptime(value, date_format).date()
    except ValueError:
        return None
