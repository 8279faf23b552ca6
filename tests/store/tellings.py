"""Reports from the invented country Veldania, what was read from them, and incidents put together from that."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from recount.model import (
    Claim,
    Count,
    CountedIncident,
    DayFrom,
    Days,
    Event,
    Incident,
    Issue,
    IssueKind,
    Location,
    Outcome,
    Place,
    Precision,
    Published,
    Reading,
    Report,
    Source,
    SourceKind,
    Span,
    Text,
    Toll,
    When,
    Zone,
    ZoneKind,
)

NOWHERE = Span(0, 1)
AT = datetime(2031, 5, 2, 9, 30, tzinfo=UTC)
BRUNNOTH = Location("Brunnoth", 44.32, 21.61, Precision.TOWN, "Veldania", "Northmark", "Pellimar")
OSTERVANE = Location("Östervane", 43.71, 22.40, Precision.TOWN, "Veldania", "Askerdale", "Ulmery")
WORDS = "Nine people were killed when a shell hit the market of Brunnoth, the monitor said."


def report(id: str, words: str = WORDS, **known: object) -> Report:
    return replace(Report(id, words.encode()), **known)  # type: ignore[arg-type]


def text(words: str) -> Text:
    digest = hashlib.sha256(words.encode()).hexdigest()
    return Text(words, digest, "1", (Zone(ZoneKind.BODY, Span(0, len(words))),))


def claim(id: str, at: int = 0, words: str = WORDS, **fields: object) -> Claim:
    """A claim whose quote is these words, and whose figure is their first word or stands further on."""
    made = Claim(id, Span(at, at + 4), Span(at, at + len(words)), words, Event.SHELLING)
    return replace(made, **fields)  # type: ignore[arg-type]


def read(id: str, words: str = WORDS, *claims: Claim, **known: object) -> Reading:
    return Reading(report(id, words, **known), text(words), claims or (claim(id, words=words),))


def unreadable(id: str, raw: bytes) -> Reading:
    issue = Issue(IssueKind.BINARY, id, "This is a picture.", fatal=True)
    return Reading(Report(id, raw), None, issues=(issue,))


def published(day: date) -> Published:
    return Published(day, DayFrom.TOLD)


def place(location: Location) -> Place:
    return Place(location.name, NOWHERE, location.precision, location)


def body(name: str) -> Source:
    return Source(name, SourceKind.BODY, NOWHERE)


def within(first: date | None, last: date | None) -> When:
    return When.within(Days(first, last))


def killed(least: int | None, most: int | None) -> Toll:
    return Toll(Outcome.KILLED, least, None, most, "range")


def counted(*claims: Claim, tolls: tuple[Toll, ...] = (), **fields: object) -> CountedIncident:
    """The incident of some claims, named after the least of them."""
    ordered = tuple(sorted(claims, key=lambda claim: claim.key))
    incident = Incident(ordered[0].id, ordered, ordered[0].event, None, ())
    return CountedIncident(replace(incident, **fields), tolls)  # type: ignore[arg-type]


def a_count(number: int) -> Count:
    return Count(Outcome.KILLED, NOWHERE, low=number, high=number)
