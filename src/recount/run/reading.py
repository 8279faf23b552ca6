"""One report through the reading stages."""

from collections.abc import Iterable, Iterator

from recount.clean import clean
from recount.extract import extract
from recount.knowledge import Lists
from recount.model import Issue, IssueKind, Reading, Report
from recount.resolve import resolve


def read(reports: Iterable[Report], lists: Lists) -> Iterator[Reading]:
    """Read reports one after the other, without a record."""
    for report in reports:
        yield read_one(report, lists)


def read_one(report: Report, lists: Lists) -> Reading:
    """A report with its text and claims.

    A fault of our own rules on one report must not take the others with it, nor pass in silence: it is a fatal issue.
    """
    try:
        return resolve(extract(clean(report), lists), lists)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError, AttributeError) as fault:
        reason = f"Recount itself failed on this report ({type(fault).__name__}: {fault}). Please report it as a fault."
        return Reading(report, None, issues=(Issue(IssueKind.BROKEN, report.id, reason, fatal=True),))
