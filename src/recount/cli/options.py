"""Options that several verbs share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from recount.model import RecordError

RECORD_HELP = "The record to use: a file, or the address of a database. RECOUNT_RECORD sets another default."
DEFAULT_RECORD = "recount.sqlite"


def day(words: str) -> date:
    """A day that the user wrote.

    >>> day("2031-03-04")
    datetime.date(2031, 3, 4)
    """
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise typer.BadParameter(f"{words} is not a day; write one as 2031-03-04.") from error


class Format(StrEnum):
    """For people or for programs."""

    TABLE = "table"
    JSONL = "jsonl"


RecordOption = Annotated[str | None, typer.Option("--record", metavar="PATH_OR_URL", help=RECORD_HELP)]
ListsOption = Annotated[
    Path | None,
    typer.Option(
        "--lists",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="A folder of your own lists of actors, sources and places, which go before the packaged ones.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="A table for people, or one JSON object a line.")]
PublishedOption = Annotated[
    date | None,
    typer.Option(
        "--published", parser=day, metavar="DAY", help="The day all these reports were published, as 2031-03-04."
    ),
]
OutletOption = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published all these reports.")]


def examples(*commands: str) -> str:
    """Commands as the end of a help page shows them."""
    return "\n".join(["[bold]Examples[/bold]", *(f"  {command}" for command in commands)])


def chosen(ctx: typer.Context, after_verb: str | None) -> str:
    """The record that the user means: named after the verb, before it, in RECOUNT_RECORD, else the one here."""
    before_verb = ctx.find_object(str)
    return after_verb or before_verb or DEFAULT_RECORD


def existing(ctx: typer.Context, after_verb: str | None) -> str:
    """The same, for verbs that would find nothing in a new record: one that is a file must be there."""
    where = chosen(ctx, after_verb)
    path = where.removeprefix("sqlite:///")
    if "://" not in path and not Path(path).is_file():
        raise RecordError(f"There is no record at {where}. Make one with `recount add`, or name yours with --record.")
    return where
