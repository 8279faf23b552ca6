"""What the desk asks of a record, so that its pages can be tried over a made-up one."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from recount.model import Byline, Change, Claim, Issue, Judgement
from recount.store.shapes import IncidentQuery, Page, ReportRow, StoredIncident, StoredReport, Totals


class Reads(Protocol):
    """The reading side of a record."""

    def totals(self) -> Totals:
        """How much the record holds."""

    def incidents(self, query: IncidentQuery) -> Page[StoredIncident]:
        """Incidents that a query lets through, newest first."""

    def incident(self, id: str) -> StoredIncident:
        """One incident, found under ids that it had before too; NotFoundError where there is none."""

    def reports(self, words: str | None = None, limit: int | None = None, offset: int = 0) -> Page[ReportRow]:
        """Reports in which all words occur."""

    def report(self, id: str) -> StoredReport:
        """One report with what was read from it; NotFoundError where there is none."""

    def issues(self, limit: int | None = None, offset: int = 0) -> Page[Issue]:
        """What could not be read or decided."""

    def running_totals(self) -> Sequence[Claim]:
        """Claims about many episodes together."""

    def apart(self) -> Sequence[Claim]:
        """Projections, and denials of nothing on record."""

    def judgements(self) -> Sequence[Judgement]:
        """What people decided, withdrawn judgements too."""

    def steps_of(self, judgement: str) -> Sequence[Change]:
        """What became of incidents when a judgement was made."""

    def bylines(self) -> Mapping[str, Byline]:
        """Who published each report and when."""


Records = Callable[[], AbstractContextManager[Reads]]
"""Opens the record for one request."""
