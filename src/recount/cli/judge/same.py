"""`recount judge same`: claims or incidents that are one event."""

from typing import Annotated

import typer

from recount.cli.judge.options import AsOption, BecauseOption
from recount.cli.options import RecordOption

EXAMPLES = ('recount judge same norvane-ilmesk@114 carrowen@58 --because "Same street, same hour." --as Orla',)


def same(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID ID…", help="Claims or incidents, two or more.")],
    because: BecauseOption,
    name: AsOption,
    record: RecordOption = None,
) -> None:
    """Judge claims or incidents to be one event: the incidents that hold them become one."""
    from recount.cli.judge.effect import tell
    from recount.cli.records import opened
    from recount.model import Decision
    from recount.run import Says, judge_pair

    says = Says(name, because)
    with opened(ctx, record) as held:
        tell(judge_pair(held, Decision.SAME, ids, says))
