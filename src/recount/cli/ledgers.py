"""What a run did, in words."""

from recount.cli.screen import paragraph, say
from recount.model import Issue, Ledger
from recount.store import Record
from recount.web.show.figures import several

TOLD = 20
"""Issues that are told one by one after a run."""


def tell(ledger: Ledger) -> None:
    """Print what became of every input, and what the record holds now."""
    for line in lines(ledger):
        paragraph(line)


def lines(ledger: Ledger) -> tuple[str, str]:
    """The ledger in two lines: what went in, and what there is now.

    >>> lines(Ledger(inputs=3, new=2, known=1, copies=1, silent=1))[0]
    '3 inputs: 2 new reports (1 copy), 1 known, 0 new versions, 0 refused; 1 with nothing to record'
    """
    copies = f" ({several(ledger.copies, 'copy', 'copies')})" if ledger.copies else ""
    went_in = f"{several(ledger.inputs, 'input')}: {several(ledger.new, 'new report')}{copies}, {ledger.known:,} known"
    silent = f"; {ledger.silent:,} with nothing to record" if ledger.silent else ""
    return (
        f"{went_in}, {several(ledger.versions, 'new version')}, {ledger.refused:,} refused{silent}",
        f"The record holds {several(ledger.claims, 'claim')} in {several(ledger.incidents, 'incident')}; "
        f"{several(ledger.issues, 'new issue')}",
    )


def tell_issues(record: Record, before: frozenset[Issue]) -> list[Issue]:
    """Tell the issues that were not there before, the gravest first, and give all of them back."""
    new = [issue for issue in record.issues().rows if issue not in before]
    for issue in new[:TOLD]:
        say(f"{issue.subject}: {issue.reason}")
    if len(new) > TOLD:
        say(f"{len(new) - TOLD} more: `recount serve` has a page of all issues.")
    return new
