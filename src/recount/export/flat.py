"""An incident as one row of flat fields, for tables and maps."""

from collections.abc import Iterable, Iterator, Mapping

from recount.model import Byline, CountedIncident, Incident, Outcome, Toll

Cell = str | int | float | None
Row = dict[str, Cell]
_JOINED = "; "


def flat(counted: CountedIncident, bylines: Mapping[str, Byline]) -> Row:
    """What an incident tells, without where: each field by its name, absent ones as None.

    Every incident has the same fields in the same order, whatever it tells.
    """
    incident = counted.incident
    when = incident.when
    return {
        "id": incident.id,
        "type": incident.type.value,
        "first_day": None if when is None or when.earliest is None else when.earliest.isoformat(),
        "last_day": None if when is None or when.latest is None else when.latest.isoformat(),
        **dict(_named(incident)),
        **dict(_tolls(counted)),
        "policy": counted.tolls[0].policy if counted.tolls else None,
        "origins": len(incident.origins),
        "origin_names": joined(incident.origins),
        "reports": joined(claim.report for claim in incident.claims),
        "outlets": joined(_outlets(incident, bylines)),
        "claims": len(incident.claims),
        "denials": len(incident.denials),
        "quote": incident.claims[0].words if incident.claims else None,
        "could_be": joined(incident.could_be),
    }


def joined(told: Iterable[str]) -> str | None:
    """Each of several words once; nothing where there are none."""
    return _JOINED.join(dict.fromkeys(told)) or None


def _named(incident: Incident) -> Iterator[tuple[str, Cell]]:
    claims = incident.claims
    yield "by", joined(name for claim in claims for name in claim.by)
    yield "against", joined(name for claim in claims for name in claim.against)
    yield "target", joined(name for claim in claims for name in claim.target)
    yield "weapon", joined(claim.weapon for claim in claims if claim.weapon is not None)
    yield "status", joined(sorted({claim.status.value for claim in claims}))
    counting = [claim for claim in claims if claim.counts]
    # Its figures are of several episodes together, so they must not be added to those of the episodes.
    yield "several_episodes", "yes" if counting and all(claim.several for claim in counting) else "no"


def _tolls(counted: CountedIncident) -> Iterator[tuple[str, Cell]]:
    for outcome in Outcome:
        toll = counted.toll(outcome) or Toll(outcome, None, None, None, "")
        yield from (
            (f"{outcome}_min", toll.min),
            (f"{outcome}_best", toll.best),
            (f"{outcome}_max", toll.max),
        )


def _outlets(incident: Incident, bylines: Mapping[str, Byline]) -> Iterator[str]:
    for claim in incident.claims:
        byline = bylines.get(claim.report)
        if byline is not None and byline.outlet is not None:
            yield byline.outlet
