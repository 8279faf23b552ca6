"""Everything in a record read again, and a report forgotten."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from recount.knowledge import load
from recount.model import Ledger
from recount.run.adding import LISTS, ledger
from recount.run.linking import relink
from recount.run.pool import Read, read_all
from recount.run.progress import SILENT, Progress
from recount.store import Record


def rebuild(record: Record, lists: Path | None = None, progress: Progress = SILENT) -> Ledger:
    """Read every version of every report again, with these lists and this version; judgements stay.

    Killed at any moment, each report is read either as before or anew, and running it again finishes the work.
    """
    last = record.last_issue()
    tally: Counter[str] = Counter()
    progress.begin("Reading again", record.totals().reports)
    for versions in _by_report(read_all(record.all_versions(), lists, None, record.totals().reports)):
        record.keep_again([reading for _, reading in versions])
        tally["inputs"] += 1
        tally["known"] += 1
        tally["silent"] += not versions[-1][1].claims and not any(issue.fatal for issue in versions[-1][1].issues)
        progress.step()
    record.put_setting(LISTS, load(lists).hash)
    relink(record, progress)
    return ledger(record, tally, last)


def _by_report(read: Iterator[Read]) -> Iterator[list[Read]]:
    for _, versions in groupby(read, key=lambda one: one[0].id):
        yield list(versions)


def remove(record: Record, report: str, because: str) -> None:
    """Erase a report and put the claims of the others together again; a tombstone with the reason stays.

    Raises NotFoundError where there is no such report.
    """
    record.remove(report, because, datetime.now(UTC))
    relink(record)
