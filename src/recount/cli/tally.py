"""`recount tally`: totals over many incidents."""

from typing import Annotated

import typer

from recount.cli.filters import (
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
from recount.cli.screen import lines, say
from recount.model import Outcome

EXAMPLES = (
    "recount tally --by month,admin1",
    "recount tally --by by,target --from 2031-03-01 --to 2031-03-31 --policy ucdp",
    "recount tally --by place --actor 'Highland Front' --outcome displaced --incidents",
)


def tally(
    ctx: typer.Context,
    record: RecordOption = None,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="KEYS",
            help="What a row has in common: day, week, month, year, place, admin1, country, by, type, target, weapon; "
            "several with commas. Without it, one row over all.",
        ),
    ] = "",
    outcome: Annotated[
        list[Outcome] | None, typer.Option("--outcome", help="What to add up, as often as you like.")
    ] = None,
    policy: PolicyOption = "range",
    first: FirstOption = None,
    last: LastOption = None,
    place: PlaceOption = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Who is said to have done it.")] = None,
    source: SourceOption = None,
    type: TypeOption = None,
    min_killed: MinKilledOption = None,
    words: WordsOption = None,
    incidents: Annotated[
        bool,
        typer.Option(
            "--incidents",
            help="Also list the incidents and claims behind each row, and those that are passed over, with the reason.",
        ),
    ] = False,
    lists: PoliciesOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    """Add up incidents under a policy: the least, the best and the most figure, and the incidents behind them.

    Nobody is counted twice: totals over several episodes and running totals are left out, and told. A figure that an
    incident does not have is never taken for 0: where one has no upper bound, the sum has none.
    """
    from recount.cli import sums
    from recount.cli.records import opened
    from recount.run import counted_under, policy_named
    from recount.store.shapes import IncidentQuery
    from recount.tally import add_up, behind, keys_named
    from recount.web.api.sums import sum_object

    in_order(first, last)
    keys, rule = keys_named(by), policy_named(policy, lists)
    query = IncidentQuery(first, last, place, actor, source, type, min_killed, words)
    outcomes = tuple(dict.fromkeys(outcome or (Outcome.KILLED, Outcome.INJURED)))
    with opened(ctx, record) as held:
        bylines = held.bylines()
        counted = [one.counted for one in counted_under(rule, held.incidents(query).rows, bylines)]
        running = len(held.running_totals())
    by_id = {one.incident.id: one for one in counted}
    parts = (lambda id, outcome: behind(by_id[id], outcome, bylines)) if incidents else None
    rows = add_up(counted, keys, outcomes, rule)
    if format is Format.JSONL:
        lines(sum_object(row, keys, policy, parts) for row in rows)
    else:
        sums.print_sums(rows, keys, parts)
    if not rows:
        say("No incident is like that.")
    if running:
        say(f"Not added: {running} running totals over a time, which `recount totals` lists by who tells them.")
