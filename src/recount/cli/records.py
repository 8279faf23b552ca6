"""Opening the record for a verb that reads it, and counting what it finds."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from recount.cli.options import existing
from recount.model import UsageError

if TYPE_CHECKING:
    from recount.store import Record
    from recount.store.shapes import StoredIncident
    from recount.tally import Policy


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


def policy_named(name: str, lists: Path | None) -> "Policy":
    """A packaged policy, or one of the user's folder; UsageError where neither has it."""
    from recount.tally import load_policies

    policies = load_policies(lists)
    if name not in policies:
        raise UsageError(f"There is no policy {name}. There are: {', '.join(sorted(policies))}.")
    return policies[name]


def counted_under(policy: "Policy", stored: "Sequence[StoredIncident]", record: "Record") -> "list[StoredIncident]":
    """The same incidents with their tolls under a policy."""
    from recount.tally import tolls

    bylines = record.bylines()
    return [
        replace(one, counted=replace(one.counted, tolls=tolls(one.counted.incident, policy, bylines))) for one in stored
    ]
