"""`recount judge different`: claims or incidents that are two events."""

from typing import Annotated

import typer

from recount.cli.judge.options import AsOption, BecauseOption
from recount.cli.options import RecordOption

EXAMPLES = ('recount judge different norvane-ilmesk@114 carrowen@58 --because "Two villages." --as Orla',)


def different(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ID", help="A claim or an incident.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="One that tells of another event.")],
    because: BecauseOption,
    name: AsOption,
    record: RecordOption = None,
) -> None:
    """Judge two claims or incidents to be different events: they never meet again.

    Where both stand in one incident, it is split: the other claims of it go where the evidence puts them.
    """
    from recount.cli.judge.effect import tell
    from recount.cli.records import opened
    from recount.model import Decision
    from recount.run import Says, judge_pair

    says = Says(name, because)
    with opened(ctx, record) as held:
        tell(judge_pair(held, Decision.DIFFERENT, (one, other), says))
