"""What stands behind an incident's tolls: by kind and side of who tells it, and over time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from recount.knowledge.bodies import Bodies
from recount.model import Account, Byline, ClassRange, CountedIncident
from recount.tally import Policy, class_ranges, grade, history, provisional, voices, whose_word


def account(
    counted: CountedIncident, bylines: Mapping[str, Byline], bodies: Bodies, policy: Policy | None = None
) -> Account:
    """What each kind and side tells of one incident, and every figure in the order it was told.

    With the policy that it was counted under, also what this asks for beside its bounds.
    """
    incident = counted.incident
    claims = {claim.id: claim for claim in incident.claims}
    told = []
    for one in history(incident, bylines):
        kind, side = whose_word(claims[one.figure.claim], one.figure.origin, bodies)
        told.append(replace(one, kind=kind, speaks_for=side))
    made = Account(voices(incident, counted.tolls, bylines, bodies), tuple(told))
    return made if policy is None else _under(policy, made, counted, bylines, bodies)


def _under(
    policy: Policy, made: Account, counted: CountedIncident, bylines: Mapping[str, Byline], bodies: Bodies
) -> Account:
    """An account with what a policy asks for: which tolls are provisional, ranges by class, a grade of the harm."""
    graded = grade(counted.incident, bylines, _sides(counted, bodies)) if policy.grades else None
    return replace(
        made,
        provisional=tuple(toll.outcome for toll in counted.tolls if toll.figures and provisional(toll, policy)),
        classes=tuple(_classes(counted)) if policy.classes else (),
        grade=None if graded is None else graded.value,
    )


def _classes(counted: CountedIncident) -> Iterator[ClassRange]:
    for toll in counted.tolls:
        yield from class_ranges(toll)


def _sides(counted: CountedIncident, bodies: Bodies) -> dict[str, str]:
    """For which side each origin of an incident speaks, where a list tells it."""
    known = ((name, bodies.named(name)) for name in counted.incident.origins)
    return {name: body.side for name, body in known if body is not None and body.side is not None}


def accounts(
    counted: Iterable[CountedIncident],
    bylines: Mapping[str, Byline],
    bodies: Bodies,
    policy: Policy | None = None,
) -> dict[str, Account]:
    """The account of each of some incidents, by its id."""
    return {one.incident.id: account(one, bylines, bodies, policy) for one in counted}
