"""What the record is asked for, and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from recount.model import Byline, Carried, Claim, CountedIncident, Event, Issue, Outcome, Place, Report, Reuse, Text

Row = TypeVar("Row")
POLICY = "range"
"""The policy that incidents are counted under unless another is asked for."""


class Loose(StrEnum):
    """Why a claim is part of no incident."""

    TOTAL = "total"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents to list. Every bound that is absent lets all through.

    `first` and `last` keep incidents that can have touched one of these days. `place`, `by` and `source` are names,
    compared folded; `place` matches a name told, its district, province or country. `words` must all begin words of
    quotes, and `anywhere` words of quotes, titles, places, sides or sources. `outcome` is one that a claim tells of.
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
    anywhere: str | None = None
    weapon: str | None = None
    outcome: Outcome | None = None


class Period(StrEnum):
    """How long each bar of a timeline is. In ISO form, whose text sorts as time does."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Stack(StrEnum):
    """What the tolls of one period are parted by."""

    ACTOR = "actor"
    WEAPON = "weapon"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class SumQuery:
    """Which tolls to add up: those for one outcome, under one policy, of the incidents that a query lets through.

    `first` and `last` keep some periods; the order and the page of the query say nothing here.
    """

    incidents: IncidentQuery
    outcome: Outcome = Outcome.KILLED
    period: Period = Period.MONTH
    stack: Stack | None = None
    first: str | None = None
    last: str | None = None
    policy: str = POLICY


@dataclass(frozen=True, slots=True)
class Extent:
    """Over which periods the tolls of a query lie, and how many there are.

    `told` incidents tell a figure. `undated` of them may lie in more than one period, so that they are in none;
    `several` of them cover several episodes, and are added to nothing.
    """

    first: str | None
    last: str | None
    told: int
    undated: int
    several: int


@dataclass(frozen=True, slots=True)
class Sum:
    """The tolls of one period and one part of the stack, added up. No absent bound counts as 0.

    `low` adds the lower bounds that there are. `best` and `high` are absent where one of the tolls has none. `part` is
    absent where it is not told, or where nothing is stacked.
    """

    period: str
    part: str | None
    incidents: int
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Heard:
    """How many incidents one origin tells of in one column of a table, by kind of event or by outcome.

    `outlet` says that some of them rest on its word because their reports name no source: it is an outlet.
    """

    origin: str
    outlet: bool
    column: str
    incidents: int


@dataclass(frozen=True, slots=True)
class HeardOf:
    """What origins tell of, over the newest incidents of a query, `looked_at` many of them."""

    told: Sequence[Heard]
    looked_at: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """Of how many incidents two origins both tell; in `compared` of them both give a figure, in `same` an equal one."""

    one: str
    other: str
    both: int
    compared: int
    same: int


class Accord(StrEnum):
    """How what two origins say of one incident stands to each other."""

    SAME = "same"
    """They give the same figure."""
    MEET = "meet"
    """Their figures are not the same, and one number could be both."""
    APART = "apart"
    """No number could be both."""
    OPEN = "open"
    """Both tell of it, and one gives no number, or a word that nothing can be held against."""
    ONE = "one"
    """Only the first tells of it, as far as the reports on record go."""
    OTHER = "other"
    """Only the second does."""


@dataclass(frozen=True, slots=True)
class PairQuery:
    """Two origins and the outcome that they are compared by, over the incidents that a query lets through."""

    incidents: IncidentQuery
    one: str
    other: str
    outcome: Outcome = Outcome.KILLED


@dataclass(frozen=True, slots=True)
class Added:
    """The tolls of a query added up, and over which periods they lie."""

    extent: Extent
    sums: Sequence[Sum]


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some of the rows, and how many there are in all."""

    rows: Sequence[Row]
    total: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place at one precision that has a point, with how many incidents are told of it and the id of one of them.

    `low` and `high` bound the killed of those that have figures and cover one episode each; `high` is absent where one
    of them is open above, both where none has any.
    """

    place: Place
    incidents: int
    one: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Heap:
    """What the incidents of a query come to at one spot, by its number; `one` is the number of one of them."""

    spot: int
    incidents: int
    one: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something to be looked at: of which kind it is, a claim, two claims or two incidents, why, and how weighty."""

    kind: str
    ids: tuple[str, ...]
    why: tuple[str, ...]
    value: float


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that some incidents share: what it is of them, what it is called, and how many have it."""

    role: str
    shown: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The values that the incidents of a query have, most frequent first, and in which months they lie.

    `looked_at` says how many of them, the newest, were looked at.
    """

    values: Sequence[Facet]
    months: Sequence[tuple[str, int]]
    looked_at: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search finds: a page of incidents, and what the newest of all have in common."""

    page: "Page[StoredIncident]"
    facets: Facets


@dataclass(frozen=True, slots=True)
class Outside:
    """Some claims that are part of no incident, the latest told first, with whom their reports rest on.

    `total` says how many there are in all.
    """

    claims: Sequence[Claim]
    bylines: Mapping[str, Byline]
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
