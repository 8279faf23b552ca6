"""`recount show`: one incident, down to its sentences."""

from typing import Annotated

import typer

from recount.cli.filters import PoliciesOption, PolicyOption
from recount.cli.options import RecordOption
from recount.cli.read import Shape
from recount.cli.screen import lines, say

EXAMPLES = (
    "recount show norvane-2031-03-12@114",
    "recount show norvane-2031-03-12@114 --policy airwars",
    "recount show norvane-2031-03-12@114 --format jsonl",
)


def show(
    ctx: typer.Context,
    id: Annotated[
        str, typer.Argument(metavar="ID", help="The id of an incident, one it had before, or that of a claim of it.")
    ],
    record: RecordOption = None,
    policy: PolicyOption = "range",
    lists: PoliciesOption = None,
    format: Annotated[Shape, typer.Option("--format", help="To look at, or one JSON object.")] = Shape.TEXT,
) -> None:
    """Show one incident: the figures side by side, who says so, and every claim with its words.

    Each claim stands in its sentence, in which the words that it was read from are marked.
    """
    from recount.cli.page import print_incident
    from recount.cli.records import counted_under, opened, policy_named
    from recount.export import incident_object

    rule = policy_named(policy, lists)
    with opened(ctx, record) as held:
        [stored] = counted_under(rule, [held.incident(id)], held)
        if stored.counted.incident.id != id:
            say(f"{id} is part of the incident {stored.counted.incident.id}.")
        if format is Shape.JSONL:
            lines([incident_object(stored.counted, held.bylines())])
        else:
            print_incident(stored, held)
