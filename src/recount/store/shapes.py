"""What the record is asked for, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from recount.model import Carried, Claim, CountedIncident, Event, Issue, Report, Reuse, Text

Row = TypeVar("Row")


class Loose(StrEnum):
    """Why a claim is part of no incident."""

    TOTAL = "total"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents to list. Every bound that is absent lets all through.

    `first` and `last` keep incidents that can have touched one of these days. `place`, `by` and `source` are names,
    compared folded; `place` matches a name told, its district, province or country. `words` must all occur in quotes.
    """

    first: date | None = None
    last: date | None = None
    place: str | None = None
    by: str | None = None
    source: str | None = None
    type: Event | None = None
    min_killed: int | None = None
    words: str | None = None
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some of the rows, and how many there are in all."""

    rows: Sequence[Row]
    total: int


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list."""

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    claims: int
    issues: int
    copy_of: str | None
    carried: tuple[Carried, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One set of bytes that a report had."""

    number: int
    bytes_hash: str
    text_hash: str | None
    added: datetime


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report as the record holds it: its latest version, what was read from it, which incidents it tells of.

    `incidents` maps a claim's id to the id of the incident that it is part of. `reuses` are the words that it shares
    with reports before and after it, which `others` describes.
    """

    report: Report
    text: Text | None
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]
    versions: tuple[Version, ...]
    copy_of: str | None
    copies: tuple[str, ...]
    incidents: dict[str, str]
    reuses: tuple[Reuse, ...] = ()
    others: dict[str, "ReportRow"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredIncident:
    """An incident with the reports that its claims stand in, without their bytes.

    `sources` are further reports, on whose word some of these rest: those that they copy or carry passages of.
    """

    counted: CountedIncident
    reports: dict[str, ReportRow]
    sources: dict[str, ReportRow] = field(default_factory=dict)

    @property
    def rows(self) -> dict[str, ReportRow]:
        """The reports of the claims, and those on whose word they rest."""
        return self.sources | self.reports


@dataclass(frozen=True, slots=True)
class Totals:
    """How much the record holds. `first` and `last` are the days that its incidents span."""

    reports: int
    claims: int
    incidents: int
    issues: int
    copies: int
    removed: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That a report was removed, and may not come back."""

    report: str
    because: str
    at: datetime
