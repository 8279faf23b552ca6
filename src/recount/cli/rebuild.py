"""`recount rebuild`: everything read again."""

import typer

from recount.cli.options import ListsOption, RecordOption, existing
from recount.cli.screen import say

EXAMPLES = ("recount rebuild", "recount rebuild --lists our-lists/")


def rebuild(ctx: typer.Context, record: RecordOption = None, lists: ListsOption = None) -> None:
    """Read every report of the record again, with these lists and this version of Recount.

    Judgements stay. Stopped at any moment, each report is read either as before or anew; running it again finishes.
    """
    from recount.cli import ledgers
    from recount.cli.bar import Bar
    from recount.run import rebuild as read_again
    from recount.store import Record

    with Record.open(existing(ctx, record)) as opened:
        before = frozenset(opened.issues().rows)
        try:
            with Bar() as bar:
                ledger = read_again(opened, lists, bar)
        except KeyboardInterrupt:
            say("Stopped. Nothing is lost; the same command reads all of it again.")
            raise typer.Exit(1) from None
        ledgers.tell(ledger)
        ledgers.tell_issues(opened, before)
