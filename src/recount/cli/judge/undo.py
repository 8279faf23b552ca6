"""`recount judge undo`: a judgement withdrawn."""

from typing import Annotated

import typer

from recount.cli.judge.options import AsOption, BecauseOption
from recount.cli.options import RecordOption

EXAMPLES = ('recount judge undo j3f9a1c2e --because "The map was of another year." --as Orla',)


def undo(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement; `recount changes` tells it.")],
    because: BecauseOption,
    name: AsOption,
    record: RecordOption = None,
) -> None:
    """Withdraw a judgement. It stays in the record, with who withdrew it and why; what it did is taken back."""
    from recount.cli.judge.effect import tell
    from recount.cli.records import opened
    from recount.run import Says
    from recount.run import undo as withdraw

    says = Says(name, because)
    with opened(ctx, record) as held:
        tell(withdraw(held, id, says))
