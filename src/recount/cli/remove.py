"""`recount remove`: a report forgotten."""

from typing import Annotated

import typer

from recount.cli.options import RecordOption, existing
from recount.cli.screen import say
from recount.model import UsageError

EXAMPLES = ('recount remove norvane-2031-03-12 --because "It names a witness who is in danger."',)


def remove(
    ctx: typer.Context,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of the report.")],
    because: Annotated[str, typer.Option("--because", metavar="WORDS", help="Why. This stays in the record.")],
    record: RecordOption = None,
) -> None:
    """Erase a report, with its bytes, text, claims and quotes. It is not taken in again.

    Only its id, the day and the reason stay, so name nobody in the reason.
    """
    from recount.run import remove as forget
    from recount.store import Record

    if not because.strip():
        raise UsageError("Say why with --because: whoever wonders later where the report went will read it.")
    with Record.open(existing(ctx, record)) as opened:
        forget(opened, report, because.strip())
    say(f"The report {report} was removed.")
