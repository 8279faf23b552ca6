"""`recount add`: reports into the record."""

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.options import ListsOption, OutletOption, PublishedOption, RecordOption, chosen
from recount.cli.screen import say

if TYPE_CHECKING:
    from recount.run import AddOptions
    from recount.store import Record

EXAMPLES = (
    "recount add reports/",
    "recount add https://news.example/page --outlet 'Norvane Courier'",
    "recount add articles.csv --text-column body --id-column id --date-column day --date-format %d/%m/%Y",
)
_TABLES = "Tables"
_LIMITS = "Limits"


def add(
    ctx: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE…", help="Files, folders, https addresses, CSV or JSON Lines tables; - is standard input."
        ),
    ],
    record: RecordOption = None,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    lists: ListsOption = None,
    text_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help='The column of the text; else "text" or "content".', rich_help_panel=_TABLES),
    ] = None,
    title_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The column of the title.", rich_help_panel=_TABLES)
    ] = None,
    id_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The column of the id; else rows are numbered.", rich_help_panel=_TABLES),
    ] = None,
    id_prefix: Annotated[
        str, typer.Option(metavar="WORDS", help="What stands before the id of every row.", rich_help_panel=_TABLES)
    ] = "",
    outlet_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The column of the outlet.", rich_help_panel=_TABLES)
    ] = None,
    date_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The column of the publication day.", rich_help_panel=_TABLES)
    ] = None,
    date_format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="How that day is written, such as %d/%m/%Y.", rich_help_panel=_TABLES),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private", help="Also fetch from this machine's own network and over http.", rich_help_panel=_LIMITS
        ),
    ] = False,
    max_bytes: Annotated[
        int, typer.Option(min=1, metavar="N", help="The largest file, page or row to take in.", rich_help_panel=_LIMITS)
    ] = 20_000_000,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="How long one page may take.", rich_help_panel=_LIMITS)
    ] = 30.0,
    processes: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="How many read at once; else one a processor.", rich_help_panel=_LIMITS),
    ] = None,
) -> None:
    """Take reports into the record, read what they claim and put together what tells of one event.

    Adding the same again adds nothing, and a run that was stopped goes on where it was. It ends with a ledger of what
    became of every input; what could not be taken in is told with the reason.
    """
    from recount.ingest import IngestOptions, TableOptions
    from recount.run import AddOptions
    from recount.store import Record

    table = TableOptions(text_column, title_column, id_column, id_prefix, outlet_column, date_column, date_format)
    ingest = IngestOptions(table, outlet, published, max_bytes, timeout, allow_private)
    with Record.open(chosen(ctx, record)) as opened:
        if not _taken_in(opened, sources, AddOptions(ingest, lists, processes)):
            raise typer.Exit(1)


def _taken_in(record: "Record", sources: list[str], options: "AddOptions") -> bool:
    """Take in the sources and tell what became of them: whether anything of them is in the record now."""
    from recount.cli import ledgers
    from recount.cli.bar import Bar
    from recount.run import add as add_sources

    before = frozenset(record.issues().rows)
    try:
        with Bar() as bar:
            ledger = add_sources(record, sources, options, bar)
    except KeyboardInterrupt:
        say("Stopped. What was read is kept; the same command goes on from there.")
        raise typer.Exit(1) from None
    ledgers.tell(ledger)
    told = ledgers.tell_issues(record, before)
    refused = record.faults()
    if ledger.inputs == 0:
        say("There was nothing to take in.")
    if ledger.refused and not any(issue.subject in refused for issue in told):
        say("Why inputs were refused was told before; `recount serve` has a page of all issues.")
    unread = sum(issue.fatal and issue.subject not in refused for issue in told)
    return ledger.inputs > ledger.refused + unread
