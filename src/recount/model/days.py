"""Days as intervals: what is not told stays open."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of possible days, both ends included; an end that nothing bounds is absent.

    >>> Days(date(2018, 4, 9), date(2018, 4, 15)) & Days(date(2018, 4, 1), date(2018, 4, 12))
    Days(earliest=datetime.date(2018, 4, 9), latest=datetime.date(2018, 4, 12))
    """

    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"days out of order: {self.earliest} after {self.latest}")

    def __and__(self, other: "Days") -> "Days | None":
        """The days possible under both, or nothing where they contradict each other."""
        earliest = max((d for d in (self.earliest, other.earliest) if d is not None), default=None)
        latest = min((d for d in (self.latest, other.latest) if d is not None), default=None)
        if earliest is not None and latest is not None and earliest > latest:
            return None
        return Days(earliest, latest)

    @classmethod
    def on(cls, day: date) -> "Days":
        """One certain day."""
        return cls(day, day)


@dataclass(frozen=True, slots=True)
class When:
    """When an event began and ended, each an interval of possible days.

    An episode on an unknown day of a week has that week for both; a running total from a day up to another has the
    first for its start and the second for its end. Overlap with another telling may narrow either, never the time
    between them (DESIGN, rule 2).
    """

    start: Days
    end: Days

    @classmethod
    def within(cls, days: Days) -> "When":
        """An episode on one of these days."""
        return cls(days, days)

    @classmethod
    def through(cls, first: date | None, last: date | None) -> "When":
        """Something that lasted from one day to another."""
        return cls(Days(first, first), Days(last, last))

    @property
    def earliest(self) -> date | None:
        """The first day it can have touched."""
        return self.start.earliest

    @property
    def latest(self) -> date | None:
        """The last day it can have touched."""
        return self.end.latest

    @property
    def lasts(self) -> bool:
        """Whether start and end are told apart."""
        return self.start != self.end
