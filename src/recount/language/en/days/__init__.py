"""Day words of a sentence, and the days that they mean for a publication day.

The rules are those of the annotation guide (`when` and "Settled cases"): relative words count back from the
publication day, a bare weekday is the last such day up to and including it, "last week" is Monday to Sunday before
this week, "earlier this month" ends the day before. A day without a year is the last such day that is not after the
publication day. Nothing is made more exact than it is told.
"""

from recount.language.en.days.finding import find_days, read_days
from recount.language.en.days.meaning import DayWords

__all__ = ["DayWords", "find_days", "read_days"]
