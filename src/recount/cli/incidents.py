"""`recount incidents`: what is on record."""

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.filters import (
    ByOption,
    FirstOption,
    LastOption,
    MinKilledOption,
    PlaceOption,
    PoliciesOption,
    PolicyOption,
    SourceOption,
    TypeOption,
    WordsOption,
    in_order,
)
from recount.cli.options import Format, FormatOption, RecordOption
from recount.cli.screen import lines, say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recount.store.shapes import StoredIncident
    from recount.web.show.figures import TollWords

EXAMPLES = (
    "recount incidents --place Halmek --from 2031-03-01 --to 2031-03-31",
    "recount incidents --type air_strike --min-killed 10 --policy ibc",
    "recount incidents --format jsonl > incidents.jsonl",
)
_HEAD = ("when", "what", "where", "killed", "injured", "by", "marks", "reports", "outlets", "origins", "id")


def incidents(
    ctx: typer.Context,
    record: RecordOption = None,
    first: FirstOption = None,
    last: LastOption = None,
    place: PlaceOption = None,
    by: ByOption = None,
    source: SourceOption = None,
    type: TypeOption = None,
    min_killed: MinKilledOption = None,
    words: WordsOption = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many, the newest.")] = None,
    policy: PolicyOption = "range",
    lists: PoliciesOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    """List incidents, the newest first: when, what, where, how many, who says so.

    What no report tells is "not told". A figure in brackets is the range over all who tell one.
    """
    from recount.cli.records import opened
    from recount.export import incident_object
    from recount.knowledge.bodies import load_bodies
    from recount.run import account, counted_under, policy_named
    from recount.store.shapes import IncidentQuery

    in_order(first, last)
    rule = policy_named(policy, lists)
    query = IncidentQuery(first, last, place, by, source, type, min_killed, words, limit)
    with opened(ctx, record) as held:
        page = held.incidents(query)
        bylines = held.bylines()
        found = counted_under(rule, page.rows, bylines)
        if format is Format.JSONL:
            bodies = load_bodies(lists)
            lines(incident_object(one.counted, bylines, account(one.counted, bylines, bodies, rule)) for one in found)
        elif found:
            print_table(found)
    if len(found) < page.total:
        say(f"{len(found)} of {page.total} incidents; --limit shows more.")
    elif not found:
        say("No incident is like that.")


def print_table(found: "Sequence[StoredIncident]") -> None:
    """One line an incident."""
    table(_HEAD, map(row, found), frozenset({7, 8, 9}))


def row(stored: "StoredIncident") -> tuple[str, ...]:
    """One incident in the words of the desk."""
    from recount.web.show.rows import incident_row

    told = incident_row(stored)
    return (
        told.when,
        told.what,
        told.where if told.precision is None else f"{told.where} ({told.precision})",
        toll(told.killed),
        toll(told.injured),
        ", ".join(told.by),
        ", ".join((*told.marks, *told.others)),
        str(told.reports),
        str(told.outlets),
        str(told.origins),
        stored.counted.incident.id,
    )


def toll(words: "TollWords") -> str:
    """A toll in one cell, with its range where that says more."""
    return words.main if words.span is None else f"{words.main} ({words.span})"
