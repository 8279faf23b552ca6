"""Absolute dates in a text: which day is written where.

Words that count back from the publication day ("yesterday", "last week") are not read here. The publication day must
be found before they mean anything.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

from recount.model import Span


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as the text writes it. Year and weekday (Monday is 0) are absent where the text leaves them out."""

    span: Span
    year: int | None
    month: int
    number: int
    weekday: int | None = None

    @property
    def day(self) -> date | None:
        """The day itself; none where the year is not written or the calendar has no such day."""
        return None if self.year is None else _made(self.year, self.month, self.number)


def _names(table: str) -> dict[str, int]:
    words = tomllib.loads((files("recount.language.en") / "days.toml").read_text("utf-8"))
    return {str(word): int(number) for word, number in words[table].items()}


def _any(words: Iterable[str]) -> str:
    """Longest first; capitalised or in capitals, because "may" and "march" are words too."""
    forms = {form for word in words for form in (word.capitalize(), word.upper())}
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


MONTHS = _names("months")
WEEKDAYS = _names("weekdays")

_MONTH = _any(MONTHS)
_WEEKDAY = rf"(?:(?P<weekday>{_any(WEEKDAYS)})\b\.?,?\s+(?:the\s+)?)?"
_NUMBER = r"\d{1,2}"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"

# "Jul 012016": tables lose the comma between day and year, so nothing need stand between the two. A day without a
# year must not be the start of a longer number or of a time of day.
_MONTH_FIRST = (
    rf"(?P<m1>{_MONTH})\b\.?\s+(?:(?P<d1>{_NUMBER}){_ORDINAL}(?:[,.]\s*|\s+|)(?P<y1>{_YEAR})"
    rf"|(?P<d0>{_NUMBER}){_ORDINAL}(?!\d|[.,:]\d))"
)
_DAY_FIRST = rf"(?P<d2>{_NUMBER}){_ORDINAL}(?:\s+of\s+|\s+|-)(?P<m2>{_MONTH})\b\.?(?:(?:,\s*|\s+|-)(?P<y2>{_YEAR}))?"
_YEAR_FIRST = rf"(?P<y3>(?:19|20)\d\d)(?P<s3>[-/.])(?P<m3>{_NUMBER})(?P=s3)(?P<d3>{_NUMBER})(?!\d)"
_FIGURES = rf"(?P<a4>{_NUMBER})(?P<s4>[-/.])(?P<b4>{_NUMBER})(?P=s4)(?P<y4>{_YEAR})"
_DATE = re.compile(rf"(?<![\w./-]){_WEEKDAY}(?:{_MONTH_FIRST}|{_DAY_FIRST}|{_YEAR_FIRST}|{_FIGURES})")
_FIGURE = re.compile(r"\d")
_A_MONTH = re.compile(
    rf"(?<![\d,.])(?P<y1>(?:19|20)\d\d)-(?P<n>\d\d)(?!\d)|\b(?P<name>{_MONTH})\b\.?,?\s(?P<y2>{_YEAR})"
)
_A_YEAR = re.compile(r"(?<!\d)(?<!\d,)(?:19|20)\d\d(?!\d|[,.]\d)")


def written_days(text: str, start: int = 0, end: int | None = None) -> list[WrittenDay]:
    """Every day written out in a text, or between two places of it, in order.

    Days that no calendar has are left out, and so are days in figures between slashes that can be read two ways.

    >>> [written.day.isoformat() for written in written_days("Sun 10 Jul 2016, 07.03.2017 and 04/05/2017")]
    ['2016-07-10', '2017-03-07']
    """
    last = len(text) if end is None else end
    if _FIGURE.search(text, start, last) is None:
        return []
    matches = _DATE.finditer(text, start, last)
    return [written for match in matches if (written := _written(match)) is not None]


def _written(match: re.Match[str]) -> WrittenDay | None:
    parts = match.groupdict()
    year = parts["y1"] or parts["y2"] or parts["y3"] or parts["y4"]
    if parts["a4"] is not None:
        month_day = _figures(int(parts["a4"]), int(parts["b4"]), parts["s4"])
        if month_day is None:
            return None
        month, number = month_day
    elif parts["m3"] is not None:
        month, number = int(parts["m3"]), int(parts["d3"])
    else:
        month = MONTHS[(parts["m1"] or parts["m2"]).lower()]
        number = int(parts["d1"] or parts["d0"] or parts["d2"])
    # 2000 had a 29th of February, so it stands in for a year that is not told.
    if _made(2000 if year is None else int(year), month, number) is None:
        return None
    weekday = None if parts["weekday"] is None else WEEKDAYS[parts["weekday"].lower()]
    return WrittenDay(Span(*match.span()), None if year is None else int(year), month, number, weekday)


def _figures(first: int, second: int, mark: str) -> tuple[int, int] | None:
    """Month and day of "07.03.2017": day first between points or hyphens, undecided between slashes."""
    if second > 12:
        return (first, second)
    if first > 12 or first == second or mark != "/":
        return (second, first)
    return None


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def years_in(text: str) -> set[int]:
    """The years that a text names, alone or within a date."""
    return {int(year) for year in _A_YEAR.findall(text)}


def completed(written: WrittenDay, text: str) -> date | None:
    """The day meant by a day without a year.

    With its weekday: in the latest year that the text tells, or in the one after it, where the two agree; for a report
    speaks of this year or of earlier ones. Without: in the year that the text tells for that month, if it tells one.
    """
    if written.weekday is None:
        told = {year for year, month in _months_in(text) if month == written.month}
        return _made(told.pop(), written.month, written.number) if len(told) == 1 else None
    years = years_in(text)
    for year in sorted({near for told in years for near in (told, told + 1)}, reverse=True):
        day = _made(year, written.month, written.number)
        if day is not None and day.weekday() == written.weekday:
            return day
    return None


def _months_in(text: str) -> set[tuple[int, int]]:
    """The months that a text tells with their year: "September 2010", or "2010-09" in a number of reference."""
    found = _A_MONTH.finditer(text)
    pairs = ((match["y1"] or match["y2"], match["n"] or MONTHS[match["name"].lower()]) for match in found)
    return {(int(year), int(month)) for year, month in pairs}


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday from a day on, the day itself included: at most six days later."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
