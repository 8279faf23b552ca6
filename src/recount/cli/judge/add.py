"""`recount judge add`: a claim that was not read."""

from typing import Annotated

import typer

from recount.cli.judge.options import AsOption, BecauseOption
from recount.cli.options import ListsOption, RecordOption
from recount.model import Field

EXAMPLES = (
    'recount judge add norvane-ilmesk "three men were taken away" --event abduction --counts "abducted 3 man" '
    '--where Ilmesk --figure three --because "It was not read." --as Orla',
)


def _option(metavar: str, words: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar=metavar, help=words)
    return option


def add(
    ctx: typer.Context,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of the report.")],
    quote: Annotated[
        str, typer.Argument(metavar="QUOTE", help="The words of it that show the claim, letter for letter.")
    ],
    because: BecauseOption,
    name: AsOption,
    event: Annotated[str, _option("EVENT", "What happened, such as air_strike.")],
    counts: Annotated[str | None, _option("COUNTS", 'How many, such as "killed 3 civilian; injured dozens".')] = None,
    when: Annotated[str | None, _option("DAYS", "2031-03-04, or 2031-03-04..2031-03-06.")] = None,
    where: Annotated[str | None, _option("PLACES", 'Such as "Ilmesk; near Tolvane".')] = None,
    within: Annotated[str | None, _option("PLACE", "The larger place.")] = None,
    by: Annotated[str | None, _option("SIDES", "Who did it.")] = None,
    against: Annotated[str | None, _option("SIDES", "The armed side that was attacked.")] = None,
    target: Annotated[str | None, _option("KINDS", "What was hit, such as hospital.")] = None,
    weapon: Annotated[str | None, _option("WEAPON", "As the text has it.")] = None,
    sources: Annotated[str | None, _option("CHAINS", 'Who says so, such as "unnamed: a medic > Blue Lamps".')] = None,
    scope: Annotated[str | None, _option("SCOPE", "incident, or period for a running total.")] = None,
    assertion: Annotated[str | None, _option("ASSERTION", "asserted, denied or projected.")] = None,
    doubts: Annotated[str | None, _option("DOUBTS", "What is hedged: event, actor, count.")] = None,
    several: Annotated[str | None, _option("YES", "yes for a figure over several episodes.")] = None,
    figure: Annotated[str | None, _option("WORDS", "The part of the quote that the number stands in.")] = None,
    record: RecordOption = None,
    lists: ListsOption = None,
) -> None:
    """Add a claim by hand, from words that stand in a report. It is linked and counted like one that was read.

    Fields have the forms of `recount judge correct`. What is not given is not told.
    """
    from recount.cli.judge.effect import tell
    from recount.cli.records import opened
    from recount.knowledge import load
    from recount.run import Says, add_claim

    given = {
        Field.EVENT: event,
        Field.COUNTS: counts,
        Field.WHEN: when,
        Field.WHERE: where,
        Field.WITHIN: within,
        Field.BY: by,
        Field.AGAINST: against,
        Field.TARGET: target,
        Field.WEAPON: weapon,
        Field.SOURCES: sources,
        Field.SCOPE: scope,
        Field.ASSERTION: assertion,
        Field.DOUBTS: doubts,
        Field.SEVERAL: several,
    }
    told = {field: words for field, words in given.items() if words is not None}
    says = Says(name, because)
    with opened(ctx, record) as held:
        tell(add_claim(held, report, quote, told, says, load(lists), figure))
