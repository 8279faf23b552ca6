"""Policies by their names, and incidents counted under one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from recount.model import Byline, UsageError
from recount.store.shapes import StoredIncident
from recount.tally import Policy, load_policies, tolls


def policy_named(name: str, lists: Path | None) -> Policy:
    """A packaged policy, or one of the user's folder; UsageError where neither has it."""
    policies = load_policies(lists)
    if name not in policies:
        raise UsageError(f"There is no policy {name}. There are: {', '.join(sorted(policies))}.")
    return policies[name]


def counted_under(
    policy: Policy, stored: Sequence[StoredIncident], bylines: Mapping[str, Byline]
) -> list[StoredIncident]:
    """The same incidents with their tolls under a policy."""
    return [
        replace(one, counted=replace(one.counted, tolls=tolls(one.counted.incident, policy, bylines))) for one in stored
    ]
