"""`recount show`: one incident, down to its sentences, or one report and whose words it has."""

from typing import TYPE_CHECKING, Annotated

import typer

from recount.cli.filters import PoliciesOption, PolicyOption
from recount.cli.options import RecordOption
from recount.cli.read import Shape
from recount.cli.screen import lines, say

if TYPE_CHECKING:
    from recount.store import Record
    from recount.store.shapes import StoredIncident, StoredReport

EXAMPLES = (
    "recount show norvane-2031-03-12@114",
    "recount show norvane-2031-03-12@114 --policy airwars",
    "recount show norvane-2031-03-12@114 --format jsonl",
    "recount show norvane-2031-03-12",
)


def show(
    ctx: typer.Context,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The id of an incident, one it had before, that of a claim of it, or that of a report."
        ),
    ],
    record: RecordOption = None,
    policy: PolicyOption = "range",
    lists: PoliciesOption = None,
    format: Annotated[Shape, typer.Option("--format", help="To look at, or one JSON object.")] = Shape.TEXT,
) -> None:
    """Show one incident: the figures side by side, who says so, and every claim with its words; or one report.

    Figures also stand by kind and side of their sources, and as a history: what each origin told day after day.
    Each claim stands in its sentence, in which the words that it was read from are marked. Of a report, it shows the
    others that share its words, and those words.
    """
    from recount.cli.page import print_incident
    from recount.cli.records import opened
    from recount.cli.sharing import print_report, report_object
    from recount.export import incident_object
    from recount.knowledge.bodies import load_bodies
    from recount.run import account, counted_under, policy_named
    from recount.store.shapes import StoredReport

    rule = policy_named(policy, lists)
    with opened(ctx, record) as held:
        found = _found(held, id)
        if isinstance(found, StoredReport):
            print_report(found) if format is Shape.TEXT else lines([report_object(found)])
            return
        bylines = held.bylines()
        [stored] = counted_under(rule, [found], bylines)
        if stored.counted.incident.id != id:
            say(f"{id} is part of the incident {stored.counted.incident.id}.")
        behind = account(stored.counted, bylines, load_bodies(lists), rule)
        if format is Shape.JSONL:
            lines([incident_object(stored.counted, bylines, behind)])
        else:
            print_incident(stored, behind, held)


def _found(held: "Record", id: str) -> "StoredIncident | StoredReport":
    """The incident that has an id, or a claim of this id; else the report."""
    from recount.model import NotFoundError

    try:
        return held.incident(id)
    except NotFoundError as no_incident:
        try:
            return held.report(id)
        except NotFoundError:
            raise no_incident from None
