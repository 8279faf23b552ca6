"""The command `recount`: its verbs, and the one place where failures become words and exit codes."""

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Annotated, Any

import typer

from recount.cli import (
    add,
    agreement,
    changes,
    demo,
    evaluate,
    export,
    incidents,
    read,
    rebuild,
    remove,
    serve,
    show,
    tally,
    totals,
    why,
)
from recount.cli.judge.app import app as judge
from recount.cli.options import DEFAULT_RECORD, RECORD_HELP, examples
from recount.cli.screen import say
from recount.model import RecountError, UsageError

FAILED = 1
WRONG_USAGE = 2

app = typer.Typer(
    name="recount",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def version(asked: bool) -> None:
    """Print the version and end."""
    if asked:
        from importlib.metadata import version as installed

        typer.echo(f"recount {installed('recount')}")
        raise typer.Exit


@app.callback(epilog=examples("recount demo", "recount add reports/ articles.csv", "recount incidents --place Halmek"))
def recount(
    ctx: typer.Context,
    record: Annotated[
        str,
        typer.Option("--record", metavar="PATH_OR_URL", envvar="RECOUNT_RECORD", help=RECORD_HELP),
    ] = DEFAULT_RECORD,
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Read news reports about armed conflict and keep a sourced record of who says what happened to whom."""
    ctx.obj = record


VERBS: tuple[tuple[Callable[..., Any], Sequence[str]], ...] = (
    (read.read, read.EXAMPLES),
    (add.add, add.EXAMPLES),
    (rebuild.rebuild, rebuild.EXAMPLES),
    (remove.remove, remove.EXAMPLES),
    (incidents.incidents, incidents.EXAMPLES),
    (show.show, show.EXAMPLES),
    (why.why, why.EXAMPLES),
    (changes.changes, changes.EXAMPLES),
    (agreement.agreement, agreement.EXAMPLES),
    (tally.tally, tally.EXAMPLES),
    (totals.totals, totals.EXAMPLES),
    (export.export, export.EXAMPLES),
    (serve.serve, serve.EXAMPLES),
    (demo.demo, demo.EXAMPLES),
    (evaluate.evaluate, evaluate.EXAMPLES),
)
for verb, commands in VERBS:
    app.command(epilog=examples(*commands))(verb)
app.add_typer(judge)


def main() -> None:
    """Run the command that the user typed, and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A file name or a report may hold what the terminal's encoding lacks; it must not end the command.
            stream.reconfigure(errors="backslashreplace")
    try:
        _run()
    except BrokenPipeError:
        # Whoever read the output has had enough. What is still to be written has to go somewhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except RecountError as error:
        say(f"recount: {error}")
        sys.exit(WRONG_USAGE if isinstance(error, UsageError) else FAILED)
    except OSError as error:
        # A full disk, a folder that may not be written to: the system's own words say what to do.
        say(f"recount: {error.filename or 'The system says'}: {error.strerror or error}")
        sys.exit(FAILED)


def _run() -> None:
    try:
        app()
    finally:
        sys.stdout.flush()
