"""The decisions of `recount judge` under one name."""

import typer

from recount.cli.judge import add, confirm, correct, different, reject, same, undo
from recount.cli.options import examples

app = typer.Typer(
    name="judge",
    help="Decide yourself: what you judge outranks Recount's own reading, survives every rebuild, and can be undone.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    epilog=examples(*same.EXAMPLES, *reject.EXAMPLES, *undo.EXAMPLES),
)
for verb, commands in (
    (same.same, same.EXAMPLES),
    (different.different, different.EXAMPLES),
    (reject.reject, reject.EXAMPLES),
    (correct.correct, correct.EXAMPLES),
    (add.add, add.EXAMPLES),
    (confirm.confirm, confirm.EXAMPLES),
    (undo.undo, undo.EXAMPLES),
):
    app.command(epilog=examples(*commands))(verb)
