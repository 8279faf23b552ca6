"""Opening the record for a verb that reads it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from recount.cli.options import existing

if TYPE_CHECKING:
    from recount.store import Record


@contextmanager
def opened(ctx: typer.Context, after_verb: str | None) -> "Iterator[Record]":
    """The record that the user means, with its claims put together.

    A run that was stopped leaves reports whose claims are in no incident yet; no list may miss them in silence.
    """
    from recount.cli.bar import Bar
    from recount.run import relink
    from recount.store import Record

    with Record.open(existing(ctx, after_verb)) as record:
        with Bar() as bar:
            relink(record, bar)
        yield record
