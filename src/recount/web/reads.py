"""What the desk asks of a record, so that its pages can be tried over a made-up one."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from recount.model import Byline, Change, CountedIncident, Issue, Judgement, Outcome, Text
from recount.store.shapes import (
    Accord,
    Added,
    Extent,
    Found,
    HeardOf,
    IncidentQuery,
    Meeting,
    Outside,
    Page,
    PairQuery,
    ReportRow,
    Spot,
    StoredIncident,
    StoredReport,
    Sum,
    SumQuery,
    Totals,
)


class Reads(Protocol):
    """The reading side of a record."""

    def totals(self) -> Totals:
        """How much the record holds."""

    def incidents(self, query: IncidentQuery) -> Page[StoredIncident]:
        """Incidents that a query lets through, newest first."""

    def tolled(self, query: IncidentQuery) -> Page[CountedIncident]:
        """The same with their tolls alone, without the reports that they stand in."""

    def spots(self, query: IncidentQuery, limit: int) -> Page[Spot]:
        """The places that the incidents of a query are told of, as far as they have a point, the gravest first."""

    def off_map(self, query: IncidentQuery, limit: int) -> Page[StoredIncident]:
        """The incidents of a query that have no point, newest first."""

    def found(self, query: IncidentQuery, most: int = 500, each: int = 8) -> Found:
        """Incidents that a query lets through, and what the newest share: places, actors, weapons and so on."""

    def policies(self) -> Sequence[str]:
        """The policies under which tolls can be added up."""

    def toll_extent(self, query: SumQuery) -> Extent:
        """Over which periods the tolls of some incidents lie."""

    def tolls_added(self, query: SumQuery) -> Added:
        """All sums of the tolls of some incidents, and over which periods they lie."""

    def toll_sums(self, query: SumQuery) -> Sequence[Sum]:
        """The tolls of some incidents added up, by period and part."""

    def heard_by_event(self, query: IncidentQuery, most: int) -> HeardOf:
        """How many incidents of each kind each origin tells of, over the newest ones of a query."""

    def heard_by_outcome(self, query: IncidentQuery, most: int) -> HeardOf:
        """For how many of them each origin gives a figure of each outcome, or denies them."""

    def meetings(
        self, query: IncidentQuery, origins: Collection[str], outcome: Outcome, most: int
    ) -> Sequence[Meeting]:
        """Where some origins tell of the same incidents, pair by pair, over the newest ones of a query."""

    def accords(self, query: PairQuery) -> Mapping[Accord, int]:
        """In how many incidents two origins agree, differ, or one of them is not heard."""

    def in_accord(self, query: PairQuery, accord: Accord, limit: int, offset: int = 0) -> Page[StoredIncident]:
        """The incidents in which two origins stand so to each other, newest first."""

    def is_outlet(self, origin: str) -> bool:
        """Whether a report on record that names no source rests on the word of this one."""

    def incident(self, id: str) -> StoredIncident:
        """One incident, found under ids that it had before too; NotFoundError where there is none."""

    def reports(self, words: str | None = None, limit: int | None = None, offset: int = 0) -> Page[ReportRow]:
        """Reports in which all words occur."""

    def report(self, id: str) -> StoredReport:
        """One report with what was read from it; NotFoundError where there is none."""

    def version_text(self, report: str, number: int) -> Text | None:
        """The text of one version of a report; NotFoundError where there is no such version."""

    def texts(self, reports: Iterable[str]) -> Mapping[str, Text]:
        """The texts of some reports; those that are not there, or have none, are left out."""

    def addresses(self, reports: Collection[str]) -> Mapping[str, str | None]:
        """Where some reports came from, as far as they say."""

    def issues(self, limit: int | None = None, offset: int = 0) -> Page[Issue]:
        """What could not be read or decided."""

    def totals_told(self, limit: int, offset: int = 0) -> Outside:
        """Some running totals, those of the latest reports first."""

    def told_apart(self, limit: int, offset: int = 0) -> Outside:
        """Some projections, and denials of nothing on record, those of the latest reports first."""

    def judgements(self) -> Sequence[Judgement]:
        """What people decided, withdrawn judgements too."""

    def changes_of(self, subjects: Collection[str]) -> Sequence[Change]:
        """The steps of the trail that speak of some incidents by their ids."""

    def steps_of(self, judgement: str) -> Sequence[Change]:
        """What became of incidents when a judgement was made."""

    def bylines(self) -> Mapping[str, Byline]:
        """Who published each report and when."""


Records = Callable[[], AbstractContextManager[Reads]]
"""Opens the record for one request."""
