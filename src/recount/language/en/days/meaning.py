"""What day words are: where they stand, and what they mean for a publication day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recount.language.tokens import Token
from recount.model import Days, When

Meaning = Callable[[date | None], Days | None]
"""What day words mean for a publication day: nothing where they need one and there is none."""

# Words tell news where they mean a stretch of so many days more than one, so many days back at most.
_NEWS, WEEK = 2, 7
DAYS_OF_A_YEAR = 365
_ANY_DAY = date(2000, 6, 14)


@dataclass(frozen=True, slots=True)
class DayWords:
    """The tokens `first` up to, not including, `last`, that tell when.

    `lasting` means that they tell a stretch of time that something went on for ("since March", "between April and
    August"), and not the possible days of an episode; `weekday` and `numbered`, that they tell a day by the one or the
    other; `certain`, that its year is told; `again`, that they mean the day told before them ("later that day").
    `inner` is where the day begins that a stretch is told by, behind what began on it: "since the army left in May".
    `comes_again` is in how many days such a day comes again, for a weekday and a date without a year.
    """

    first: int
    last: int
    start: Meaning
    end: Meaning | None = None
    lasting: bool = False
    weekday: bool = False
    numbered: bool = False
    certain: bool = False
    again: bool = False
    inner: int | None = None
    comes_again: int | None = None

    @property
    def near(self) -> bool:
        """Whether they tell a day or two, seen from the publication day or without a year: news, and no history."""
        days = None if self.lasting or self.certain else self.in_some_report
        return days is not None and (days[1] - days[0]).days <= _NEWS and (_ANY_DAY - days[1]).days <= WEEK

    @property
    def in_some_report(self) -> tuple[date, date] | None:
        """The first and last day that they mean in some report: how long that is, and how far back."""
        when = self.mean(_ANY_DAY)
        if when is None or when.earliest is None or when.latest is None:
            return None
        return when.earliest, when.latest

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
