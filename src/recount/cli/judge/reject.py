"""`recount judge reject`: claims that are none."""

from typing import Annotated

import typer

from recount.cli.judge.options import AsOption, BecauseOption
from recount.cli.options import RecordOption

EXAMPLES = ('recount judge reject brasmere@311 --because "The sentence tells of a drill." --as Orla',)


def reject(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="CLAIM…", help="Ids of claims.")],
    because: BecauseOption,
    name: AsOption,
    record: RecordOption = None,
) -> None:
    """Leave claims out: read wrongly, or no part of this record. The report and its words stay."""
    from recount.cli.judge.effect import tell
    from recount.cli.records import opened
    from recount.run import Says
    from recount.run import reject as leave_out

    says = Says(name, because)
    with opened(ctx, record) as held:
        tell(leave_out(held, ids, says))
