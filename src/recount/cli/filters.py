"""Options that say which incidents are meant."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from recount.cli.options import day
from recount.model import Event, UsageError

FirstOption = Annotated[
    date | None,
    typer.Option("--from", parser=day, metavar="DAY", help="Those that may have been on this day or later."),
]
LastOption = Annotated[
    date | None,
    typer.Option("--to", parser=day, metavar="DAY", help="Those that may have been on this day or earlier."),
]
PlaceOption = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="A town, district, province or country, however spelled.")
]
ByOption = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who is said to have done it.")]
SourceOption = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who says so.")]
TypeOption = Annotated[Event | None, typer.Option("--type", help="What happened.", show_choices=True)]
MinKilledOption = Annotated[
    int | None, typer.Option("--min-killed", min=0, metavar="N", help="Those for which somebody tells so many killed.")
]
WordsOption = Annotated[str | None, typer.Option("--words", metavar="WORDS", help="Words that must all be in quotes.")]
PolicyOption = Annotated[
    str, typer.Option("--policy", metavar="NAME", help="The rule by which figures are counted: range, ibc, ucdp …")
]
PoliciesOption = Annotated[
    Path | None,
    typer.Option(
        "--lists", metavar="DIR", exists=True, file_okay=False, help="A folder with your policies and sources."
    ),
]


def in_order(first: date | None, last: date | None) -> None:
    """Refuse days between which there are none."""
    if first is not None and last is not None and first > last:
        raise UsageError(f"The last day, {last}, lies before the first, {first}.")
