"""`recount serve`: the desk in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from recount.cli.options import ListsOption, RecordOption, existing
from recount.cli.screen import say

EXAMPLES = ("recount serve --open", "recount serve --port 9000 --record markets.sqlite")

PortOption = Annotated[
    int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port of this machine; 0 takes any.")
]


def serve(
    ctx: typer.Context,
    record: RecordOption = None,
    port: PortOption = 8765,
    open: Annotated[bool, typer.Option("--open", help="Also open it in the browser.")] = False,
    lists: ListsOption = None,
) -> None:
    """Show the record in a browser, on this machine only, until stopped with Ctrl-C."""
    from recount.cli.records import opened

    with opened(ctx, record):
        # Claims that a stopped run left are put together before anybody looks.
        pass
    until_stopped(existing(ctx, record), port, open, lists)


def until_stopped(record: str, port: int, open_browser: bool, lists: Path | None) -> None:
    """Serve the desk until the user presses Ctrl-C."""
    from recount.web import serve as serve_desk

    def announce(address: str) -> None:
        say(f"The desk is at {address}")
        say("Press Ctrl-C to stop.")

    try:
        serve_desk(record, port, open_browser=open_browser, lists=lists, announce=announce)
    except KeyboardInterrupt:
        say("Stopped.")
