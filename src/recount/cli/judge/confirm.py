"""`recount judge confirm`: a claim that a second reader checked."""

import typer

from recount.cli.judge.options import AsOption, BecauseOption, ClaimArgument
from recount.cli.options import RecordOption

EXAMPLES = ('recount judge confirm brasmere@311 --because "Checked against the page." --as Tamsin',)


def confirm(
    ctx: typer.Context, claim: ClaimArgument, because: BecauseOption, name: AsOption, record: RecordOption = None
) -> None:
    """Say that you checked a claim as a second reader. Where it tells something else later, that becomes an issue."""
    from recount.cli.judge.effect import tell
    from recount.cli.records import opened
    from recount.run import Says
    from recount.run import confirm as check

    says = Says(name, because)
    with opened(ctx, record) as held:
        tell(check(held, claim, says))
