"""Sources into a record."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from recount.ingest import count, gather
from recount.knowledge import load
from recount.model import Issue, IssueKind, Ledger, Reading, Report
from recount.run.linking import relink
from recount.run.options import AddOptions
from recount.run.pool import read_all
from recount.run.progress import SILENT, Progress
from recount.store import Kept, Record

LISTS = "lists"
"""The setting that holds the hash of the lists that a record was last read with as a whole."""
_ROW = ", line "


@dataclass(slots=True)
class _Adding:
    """What a run has met so far."""

    record: Record
    progress: Progress
    tally: Counter[str] = field(default_factory=Counter)
    raised: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)

    def unread(self, items: Iterator[Report | Issue]) -> Iterator[Report]:
        """The reports that have to be read; issues and what is known already are dealt with on the way."""
        for item in items:
            if isinstance(item, Issue):
                self._note(item)
            elif (reason := self._removed(item)) is not None:
                self._note(Issue(IssueKind.REMOVED, item.id, reason, fatal=True))
            elif self.record.knows(item):
                self._met(item)
                self._done("known")
            else:
                yield item

    def keep(self, report: Report, reading: Reading) -> None:
        """Keep what was read, and count what became of it."""
        copied = self.record.holds(report.raw)
        kept = self.record.keep(reading, report)
        self._met(report)
        self._done({Kept.NEW: "new", Kept.VERSION: "versions", Kept.KNOWN: "known", Kept.REMOVED: "refused"}[kept])
        if kept in (Kept.NEW, Kept.VERSION):
            self.tally["copies"] += copied and kept is Kept.NEW
            self.tally["silent"] += not reading.claims and not any(issue.fatal for issue in reading.issues)

    def settle(self, faults: frozenset[str]) -> None:
        """Forget what could not be taken in before and now could."""
        for fault in faults - self.raised:
            if fault in self.met or fault.rpartition(_ROW)[0] in self.met:
                self.record.settle(fault)

    def _note(self, issue: Issue) -> None:
        self.record.note(issue)
        self.raised.add(issue.subject)
        if issue.fatal:
            self._done("refused")

    def _removed(self, report: Report) -> str | None:
        stone = self.record.tombstone(report.id)
        if stone is None:
            return None
        return f"It was removed on {stone.at:%Y-%m-%d} ({stone.because}) and is not taken in again."

    def _met(self, report: Report) -> None:
        if report.address is not None:
            self.met.add(report.address)

    def _done(self, what: str) -> None:
        self.tally["inputs"] += 1
        self.tally[what] += 1
        self.progress.step()


def add(
    record: Record, sources: Sequence[str], options: AddOptions | None = None, progress: Progress = SILENT
) -> Ledger:
    """Take in sources: read what is new, keep it, put the claims together again. Adding again adds nothing.

    Killed at any moment, what was kept stays, and the next run goes on from there. Raises UsageError, before anything
    is read, for a path that is not there or a column that a table lacks.
    """
    options = options or AddOptions()
    last, faults = record.last_issue(), record.faults()
    expected = count(sources, options.ingest)
    _check_lists(record, load(options.lists).hash, progress)
    adding = _Adding(record, progress)
    progress.begin("Reading", expected)
    unread = adding.unread(gather(sources, options.ingest))
    for report, reading in read_all(unread, options.lists, options.processes, expected):
        adding.keep(report, reading)
    adding.settle(faults)
    relink(record, progress)
    return ledger(record, adding.tally, last)


def ledger(record: Record, tally: Counter[str], last_issue: int) -> Ledger:
    """What a run did, with what the record holds after it."""
    totals = record.totals()
    return Ledger(**tally, claims=totals.claims, incidents=totals.incidents, issues=record.issues_after(last_issue))


def _check_lists(record: Record, now: str, progress: Progress) -> None:
    """Remember the lists that a new record is read with; say so where an old one was read with others."""
    then = record.setting(LISTS)
    if then is None:
        record.put_setting(LISTS, now)
    elif then != now:
        progress.say(
            "This record was read with other lists. What is new is read with these; `recount rebuild` reads all."
        )
