"""What stands behind an incident's tolls: by kind and side of who tells it, and over time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from recount.knowledge.bodies import Bodies
from recount.model import Account, Byline, CountedIncident
from recount.tally import history, voices, whose_word


def account(counted: CountedIncident, bylines: Mapping[str, Byline], bodies: Bodies) -> Account:
    """What each kind and side tells of one incident, and every figure in the order it was told."""
    incident = counted.incident
    claims = {claim.id: claim for claim in incident.claims}
    told = []
    for one in history(incident, bylines):
        kind, side = whose_word(claims[one.figure.claim], one.figure.origin, bodies)
        told.append(replace(one, kind=kind, speaks_for=side))
    return Account(voices(incident, counted.tolls, bylines, bodies), tuple(told))


def accounts(counted: Iterable[CountedIncident], bylines: Mapping[str, Byline], bodies: Bodies) -> dict[str, Account]:
    """The account of each of some incidents, by its id."""
    return {one.incident.id: account(one, bylines, bodies) for one in counted}
