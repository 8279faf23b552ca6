"""Where a text tells its own day and place: lines of their own, runs before the story, lines after it."""

import re
from functools import cache

from recount.clean.dates import WrittenDay, written_days
from recount.clean.lines import Line
from recount.clean.lists import bare, either, starts, table, words_of
from recount.model import Span

_LABELS = either(table("furniture")["labels"])
_CHANGES = re.compile(rf"(?:{either(table('furniture')['changes'])})\W*$", re.IGNORECASE)
_ZONES = either(table("furniture")["zones"])
_AGENCY = either(table("furniture")["agencies"])
_LABEL = re.compile(rf"[\s|·•(\[-]*(?:(?:{_LABELS})\b[\s:]*)+", re.IGNORECASE)
_ZONE = rf"(?:\s?\(?(?i:{_ZONES})(?![a-z])(?:[+-]\d{{1,2}}(?::?\d\d)?)?\)?)"
_TIME = re.compile(
    rf"(?:[\s,|–-]|at\b)*{_ZONE}?\s?(?:\d{{1,2}}[:.h]\d\d(?:[:.]\d\d)?{_ZONE}*|\d{{4}}{_ZONE}+)"
    r"|T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
)
_AGAIN = re.compile(r"\s*\(updated[^()]{0,40}\)", re.IGNORECASE)
_AGENCY_HERE = re.compile(rf"\s*\(?(?:{_AGENCY})\)?(?=\s+[A-Z\d“\"]|\s*[-–—])")
_AGENCY_BEFORE = re.compile(rf"\b(?:{_AGENCY})\s+$")
_CLOSING = re.compile(
    r"^\(?\s*(?:(?:Source|Sources|Last Update[d]?|Published|Posted)\s*:|Published in\b(?=.{,60}\d{4}\W*$))",
    re.IGNORECASE,
)
_CLOSING_RUN = re.compile(
    r"(?:\(Sources?\s*:[^()]{2,120}\)|(?:\bLast Updated?\s*:|\bSource\s(?=[A-Z][\w ]{1,40}$)).{0,80}$)"
)
_REST = re.compile(r"[^\W\d_]+")
_LONGEST_LINE = 16

# "KABUL, Afghanistan (Jan. 25, 2013) –", "Beirut, River Daily—", "MOSCOW (Agency)": names, then a dash or brackets.
_NAME = r"[A-Z][\w'’.]*(?:-[\w'’]+)*"
_NAMES = rf"{_NAME}(?:[\s/]+(?:of\s|and\s|ed-)?{_NAME}){{0,3}}"
_DAY = (
    r"(?:(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})"
)
_DASH = r"(?:[—–]+|--+|[-_](?=\s))"
_PLACES = rf"(?:{_NAMES})(?:\s*,\s*{_NAMES}){{0,2}}"
_STORY = r"(?=[\"“‘'A-Z\d])"
_PLACE_DASH = re.compile(rf"{_PLACES}\s*(?:,?\s*\(?{_DAY}\)?)?\s*(?:\([A-Z][^()\n]{{1,40}}\))?\s*{_DASH}\s*{_STORY}")
# "(Ardovane, May 5, 2031) –", "Tolvane, 12 May 2031:": with a day, brackets or a colon are enough.
_PLACE_DAY = re.compile(rf"(?:\({_PLACES},\s*{_DAY}\)|{_PLACES}\s*[:,—–]\s*{_DAY})\s*(?::|{_DASH})\s*{_STORY}")
_PLACE_BRACKETS = re.compile(
    rf"[A-Z][A-Z'’-]{{2,}}(?:[\s/][A-Z][A-Z'’-]+){{0,2}}(?:,\s*{_NAMES}){{0,2}}(?:,?\s{_DAY})?"
    rf"\s*\((?:{_AGENCY}|{_DAY})\)\s*[—–-]*\s*"
)
_PLACE_AGENCY = re.compile(rf"(?:{_NAMES}\s)?(?:{_AGENCY})-\s?(?=[A-Z][a-z])")
_CAPITALS = re.compile(r"[A-Z]{5,}(?:\s[A-Z]{3,})?\s+(?=[A-Z\d])")


def is_dateline(line: Line) -> bool:
    """Whether a line holds nothing but a publication day, with labels, time and perhaps who wrote it, or a by-line.

    >>> from recount.clean.lines import split
    >>> is_dateline(split("Published on 16 April 2018 at 2:18 pm")[0])
    True
    """
    if line.length > _LONGEST_LINE:
        return False
    if _CLOSING.match(line.words) is not None or _is_byline(line):
        return True
    return _is_dated(line) or _PLACE_BRACKETS.fullmatch(line.words) is not None


def _is_byline(line: Line) -> bool:
    """Whether a line names who wrote or sent the story. After "by" stand names alone, or it is a title."""
    lower = line.words.lower()
    if line.length > 10:
        return False
    if lower.startswith(starts("furniture", "bylines")):
        return line.words[0] == "(" or not line.ends_sentence or line.length <= 5
    named = lower.startswith(starts("furniture", "names_follow")) and ":" not in line.words
    return named and all(word[0].isupper() for word in line.words.split() if len(word) > 3)


def _is_dated(line: Line) -> bool:
    days = written_days(line.words)
    if not days or all(day.year is None and day.weekday is None for day in days):
        return False
    rest = line.words
    for day in reversed(days):
        rest = rest[: day.span.start] + " " + rest[day.span.end :]
    rest = _TIME.sub(" ", rest)
    names = [word for word in _REST.findall(rest) if word.lower() not in _around()]
    return len(names) <= 3 and not any(word.islower() for word in names)


@cache
def _around() -> frozenset[str]:
    furniture = table("furniture")
    return frozenset(word for name in ("labels", "zones") for phrase in furniture[name] for word in words_of(phrase))


def dated_run(text: str, start: int) -> int | None:
    """Where a publication day ends that begins here, with its labels, its time and a day of change in brackets."""
    label = _LABEL.match(text, start)
    at = start if label is None else label.end()
    days = written_days(text, at, at + 60)
    if not days or days[0].span.start > at + 1 or (days[0].year is None and days[0].weekday is None):
        return None
    end = days[0].span.end
    for after in (_TIME, _AGAIN):
        match = after.match(text, end)
        end = end if match is None else match.end()
    return end


def inner_day(text: str, written: WrittenDay) -> Span | None:
    """A publication day amid a paragraph, known by what stands at it: an update, an hour, or agency and weekday.

    An hour tells only after a day in figures, for a story may tell the hour of what it reports.
    """
    figures = written.span.of(text)
    for form in (_AGAIN, _TIME) if not any(character.isalpha() for character in figures) else (_AGAIN,):
        match = form.match(text, written.span.end)
        if match is not None:
            return Span(written.span.start, match.end())
    agency = _AGENCY_BEFORE.search(text, max(0, written.span.start - 24), written.span.start)
    if agency is None or written.weekday is None or written.year is None:
        return None
    return Span(agency.start(), written.span.end)


def agency_run(text: str, start: int) -> int | None:
    """Where an agency's name ends that begins here and is followed by a dash, a day or the beginning of a sentence."""
    match = _AGENCY_HERE.match(text, start)
    return None if match is None else match.end()


def place_run(text: str, start: int, after_day: bool) -> int | None:
    """Where the place of a report ends that begins here, with agency and day: "MARBLE BAY (River Agency) –".

    A name in capitals alone is taken only after a day, and only where it comes once, for acronyms come again.
    """
    for form in (_PLACE_DAY, _PLACE_DASH, _PLACE_BRACKETS, _PLACE_AGENCY):
        match = form.match(text, start, start + 120)
        if match is not None:
            return match.end()
    match = _CAPITALS.match(text, start, start + 40) if after_day else None
    if match is None or match.group().split()[0] in text[match.end() : match.end() + 20_000]:
        return None
    return match.end()


def closing_run(text: str, span: Span) -> Span | None:
    """The line that tells source or day after a story, where it stands at the end of the last paragraph."""
    match = _CLOSING_RUN.search(text, max(span.start, span.end - 200), span.end)
    return None if match is None else Span(match.start(), match.end())


def tells_change(text: str, written: WrittenDay) -> bool:
    """Whether a day is told as that of an update."""
    return _CHANGES.search(text[max(0, written.span.start - 24) : written.span.start]) is not None


def is_background(text: str, written: WrittenDay) -> bool:
    """Whether a day is told as the beginning of something that goes on: "since 15 March 2011"."""
    before = bare(text[max(0, written.span.start - 40) : written.span.start]).split()[-3:]
    return any(word in table("english")["background"] for word in before)
