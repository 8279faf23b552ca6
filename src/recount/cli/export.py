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
)


class Target(StrEnum):
    """The forms that incidents can be written in."""

    CSV = "csv"
    JSONL = "jsonl"
    GEOJSON = "geojson"


def export(
    ctx: typer.Context,
    format: Annotated[Target, typer.Argument(help="A table, one JSON object an incident, or a map.")],
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
    """Write all incidents as CSV, JSON Lines or GeoJSON.

    Unless asked for, nothing in it could lead to a private person: names in sources and quotes are replaced by what
    the person is or left out, homes and camps have no exact place, quotes are short. Who is unsure counts as private.
    """
    from recount.cli.records import counted_under, opened, policy_named
    from recount.export import discreet, write_csv, write_geojson, write_jsonl
    from recount.knowledge import load
    from recount.store.shapes import IncidentQuery

    write = {Target.CSV: write_csv, Target.JSONL: write_jsonl, Target.GEOJSON: write_geojson}[format]
    rule = policy_named(policy, lists)
    with opened(ctx, record) as held:
        found = [one.counted for one in counted_under(rule, held.incidents(IncidentQuery()).rows, held)]
        bylines = held.bylines()
    with _written(output) as out:
        write(found if with_names else discreet(found, load(lists)), bylines, out)
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
