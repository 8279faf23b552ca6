"""`recount export`: incidents to files of other systems."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from recount.cli.filters import PolicyOption
from recount.cli.options import ListsOption, RecordOption
from recount.cli.screen import say

EXAMPLES = (
    "recount export csv --output incidents.csv",
    "recount export geojson --policy ibc > incidents.geojson",
    "recount export jsonl --with-names",
    "recount export figures > figures.csv",
)


class Target(StrEnum):
    """The forms that incidents can be written in."""

    CSV = "csv"
    JSONL = "jsonl"
    GEOJSON = "geojson"
    FIGURES = "figures"


def export(
    ctx: typer.Context,
    format: Annotated[Target, typer.Argument(help="Incidents as a table, as JSON, as a map; or all figures claimed.")],
    record: RecordOption = None,
    policy: PolicyOption = "range",
    with_names: Annotated[
        bool,
        typer.Option(
            "--with-names",
            help="Also names of private people, exact places of homes and camps, whole quotes. Keep it safe.",
        ),
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", dir_okay=False, help="Where to; else standard output.")
    ] = None,
    lists: ListsOption = None,
) -> None:
    """Write all incidents as CSV, JSON Lines or GeoJSON, or every figure claimed as CSV.

    A table of figures has a row for each that an origin told, with its kind, side and day, and rows for denials and for
    sides of which nothing is on record.

    Unless asked for, nothing in it could lead to a private person: names in sources and quotes are replaced by what
    the person is or left out, homes and camps have no exact place, quotes are short. Who is unsure counts as private.
    """
    from recount.cli.records import opened
    from recount.export import discreet, write_csv, write_figures, write_geojson, write_jsonl
    from recount.knowledge import load
    from recount.knowledge.bodies import load_bodies
    from recount.run import accounts, counted_under, policy_named
    from recount.store.shapes import IncidentQuery

    write = {Target.CSV: write_csv, Target.JSONL: write_jsonl}
    rule = policy_named(policy, lists)
    with opened(ctx, record) as held:
        bylines = held.bylines()
        found = [one.counted for one in counted_under(rule, held.incidents(IncidentQuery()).rows, bylines)]
    # Of all that is told, and not of what goes out: who speaks is a body in either.
    told_by = {} if format is Target.GEOJSON else accounts(found, bylines, load_bodies(lists), rule)
    # A table of figures has neither quotes nor places.
    told = found if with_names or format is Target.FIGURES else discreet(found, load(lists))
    with _written(output) as out:
        if format is Target.GEOJSON:
            write_geojson(told, bylines, out)
        elif format is Target.FIGURES:
            write_figures(told, out, told_by)
        else:
            write[format](told, bylines, out, told_by)
    if output is not None:
        say(f"{len(found)} incidents were written to {output}.")


@contextmanager
def _written(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is there whole or as it was before."""
    if output is None:
        yield sys.stdout
        return
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
