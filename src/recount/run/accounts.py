"""What stands behind an incident's tolls: by kind and side of who tells it, and over time."""

from collections.abc import Iterable, Mapping

from recount.knowledge.bodies import Bodies
from recount.model import Account, Byline, CountedIncident
from recount.tally import history, voices


def account(counted: CountedIncident, bylines: Mapping[str, Byline], bodies: Bodies) -> Account:
    """What each kind and side tells of one incident, and every figure in the order it was told."""
    incident = counted.incident
    return Account(voices(incident, counted.tolls, bylines, bodies), history(incident, bylines))


def accounts(
    counted: Iterable[CountedIncident], bylines: Mapping[str, Byline], bodies: Bodies
) -> dict[str, Account]:
    """The account of each of some incidents, by its id."""
    return {one.incident.id: account(one, bylines, bodies) for one in counted}
