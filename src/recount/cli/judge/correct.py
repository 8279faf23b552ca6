"""`recount judge correct`: a field of a claim that was read wrongly."""

from typing import Annotated

import typer

from recount.cli.judge.options import AsOption, BecauseOption, ClaimArgument
from recount.cli.options import ListsOption, RecordOption
from recount.model import Field

EXAMPLES = (
    'recount judge correct brasmere@311 counts "killed at least 27 civilian; of them killed 10 child" '
    '--because "The sentence says at least." --as Orla',
    'recount judge correct brasmere@311 when 2031-03-11..2031-03-12 --because "That night." --as Orla',
    'recount judge correct brasmere@311 where "Tolvane, Saravel" --because "The one in Saravel." --as Orla',
    'recount judge correct brasmere@311 weapon "cluster bombs" --words "bomblets lay in the yard" '
    '--because "The next line." --as Orla',
)


def correct(
    ctx: typer.Context,
    claim: ClaimArgument,
    field: Annotated[Field, typer.Argument(help="What is wrong.", show_default=False)],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help='What the report says instead; "none" where it says nothing.')
    ],
    because: BecauseOption,
    name: AsOption,
    words: Annotated[
        str | None,
        typer.Option("--words", help="The words of the report that tell it, letter for letter.", show_default=False),
    ] = None,
    record: RecordOption = None,
    lists: ListsOption = None,
) -> None:
    """Give a field of a claim the value that the report tells. The one that was read is kept beside it.

    Several values have ";" between them. With --words it is marked where the report tells it. docs/judging.md tells the
    form of each field.
    """
    from recount.cli.judge.effect import tell
    from recount.cli.records import opened
    from recount.knowledge import load
    from recount.run import Correction, Says
    from recount.run import correct as put_right

    says = Says(name, because)
    with opened(ctx, record) as held:
        tell(put_right(held, claim, Correction(field, value, words), says, load(lists)))
