"""The publication day of a report, and how it is known."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain, islice

from recount.clean.datelines import is_background, tells_change
from recount.clean.dates import WEEKDAYS, WrittenDay, completed, next_weekday, written_days, years_in
from recount.clean.lists import either
from recount.model import DayFrom, Published, Text, Zone, ZoneKind

# A lead is the first paragraph or two; beyond it a day is as likely that of an older event.
_LEAD = 700
# A list of days is no dateline: after so many without a year, none of them is the report's own.
_TRIED = 8


def told_day(text: Text) -> date | None:
    """The publication day told in full where publication days stand; a day of change only for want of one."""
    written = list(_in_datelines(text))
    full = [(tells_change(text.content, one), one.day) for one in written if one.day is not None]
    return next((day for changed, day in sorted(full, key=lambda pair: pair[0])), None)


def worked_out(text: Text) -> Published | None:
    """A publication day where none is told in full: a weekday and day without a year, else the latest certain day."""
    lead = _lead(text)
    in_lead = () if lead is None else (one for one in _within(text, lead) if one.weekday is not None)
    told = chain(_in_datelines(text), _before_title(text), in_lead)
    partly = (written for written in told if written.year is None)
    for written in islice(partly, _TRIED):
        day = completed(written, text.content)
        if day is not None:
            return Published(day, DayFrom.COMPLETED)
    day = _latest(text)
    return None if day is None else Published(day, DayFrom.INFERRED)


def counts_back(text: Text) -> bool:
    """Whether the text has words whose day depends on its own: "yesterday", "on Wednesday", "last week"."""
    return any(_counting().search(text.content, zone.span.start, zone.span.end) for zone in _story(text))


def _in_datelines(text: Text) -> Iterator[WrittenDay]:
    for zone in text.zones:
        if zone.kind is ZoneKind.DATELINE:
            yield from written_days(text.content, zone.span.start, zone.span.end)


def _before_title(text: Text) -> Iterator[WrittenDay]:
    """The day that a title opens with, which may have been passed over: "Apr. 23: Two Held in Karrowa"."""
    titles = (zone for n, zone in enumerate(text.zones) if n == 0 or zone.kind is ZoneKind.HEADLINE)
    for span in (zone.span for zone in titles):
        for written in written_days(text.content, span.start, span.end)[:1]:
            if written.span.start == span.start and text.content.startswith(":", written.span.end):
                yield written


def _story(text: Text) -> Iterator[Zone]:
    return (zone for zone in text.zones if zone.kind in (ZoneKind.BODY, ZoneKind.HEADLINE))


def _lead(text: Text) -> Zone | None:
    return next((zone for zone in text.zones if zone.kind is ZoneKind.BODY), None)


def _within(text: Text, lead: Zone) -> list[WrittenDay]:
    return written_days(text.content, lead.span.start, min(lead.span.end, lead.span.start + _LEAD))


def _latest(text: Text) -> date | None:
    """The latest day that the text tells in full, moved on to a weekday that its lead names.

    Nothing where a later year is told too, or where no word counts back from the report's day: then the days told are
    those of old events, and the report may be of any time. A day in the title is not moved: it is the report's own.
    """
    told = [(day, zone.kind) for zone in text.zones for day in _certain(text, zone)]
    if not told or not counts_back(text):
        return None
    latest, kind = max(told)
    if max(years_in(text.content), default=0) > latest.year:
        return None
    lead = _lead(text)
    if lead is None or kind is ZoneKind.HEADLINE:
        return latest
    named = _weekday().search(text.content, lead.span.start, min(lead.span.end, lead.span.start + _LEAD))
    return latest if named is None else next_weekday(latest, WEEKDAYS[named.group().lower()])


def _certain(text: Text, zone: Zone) -> Iterator[date]:
    if zone.kind is not ZoneKind.FURNITURE:
        for written in written_days(text.content, zone.span.start, zone.span.end):
            if written.day is not None and not is_background(text.content, written):
                yield written.day


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(name.capitalize() for name in WEEKDAYS if len(name) > 5)})\b")


@cache
def _counting() -> re.Pattern[str]:
    words = tomllib.loads((files("recount.language.en") / "days.toml").read_text("utf-8"))
    backwards = [*words["near"], *words["calendar"], *(name for name in WEEKDAYS if len(name) > 5)]
    return re.compile(rf"\b(?:{either(backwards)})\b", re.IGNORECASE)
