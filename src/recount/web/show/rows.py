"""What the lists show of each incident, and of each claim that is in none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recount.model import Byline, Claim, Doubt, Incident, Outcome, origins_of
from recount.store.shapes import StoredIncident
from recount.web.show import addresses, days, figures, places
from recount.web.show.labels import label


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident in a list."""

    id: str
    address: str
    title: str
    what: str
    where: str
    precision: str | None
    when: str
    spread: bool
    killed: figures.TollWords
    injured: figures.TollWords
    others: tuple[str, ...]
    by: tuple[str, ...]
    reports: int
    outlets: int
    origins: int
    marks: tuple[str, ...]


def incident_row(stored: StoredIncident) -> IncidentRow:
    """One incident as a list shows it."""
    incident = stored.counted.incident
    return IncidentRow(
        id=incident.id,
        address=addresses.incident(incident.id),
        title=incident_title(incident),
        what=label("event", incident.type),
        where=places.title(incident.where),
        precision=places.precision(incident.where),
        when=days.when(incident.when),
        spread=days.is_spread(incident.when),
        killed=figures.toll(stored.counted.toll(Outcome.KILLED)),
        injured=figures.toll(stored.counted.toll(Outcome.INJURED)),
        others=_others(stored),
        by=actors(incident),
        reports=len({claim.report for claim in incident.claims}),
        outlets=len(_outlets(stored)),
        origins=len(incident.origins),
        marks=marks(incident),
    )


def _outlets(stored: StoredIncident) -> set[str]:
    """Who published an incident's reports; one without an outlet stands for itself."""
    told = {claim.report for claim in stored.counted.incident.claims}
    rows = {id: stored.reports.get(id) for id in told}
    return {id if row is None or row.outlet is None else row.outlet for id, row in rows.items()}


def incident_title(incident: Incident) -> str:
    """What and where, in one line."""
    return f"{label('event', incident.type)}, {places.title(incident.where)}"


def actors(incident: Incident) -> tuple[str, ...]:
    """Everyone whom a claim names as having done it."""
    return tuple(dict.fromkeys(name for claim in incident.claims for name in claim.by))


def marks(incident: Incident) -> tuple[str, ...]:
    """The doubts that a list shows in a word: suspected where every claim hedges, denied where anyone denies."""
    made = []
    if incident.claims and all(Doubt.EVENT in claim.doubts for claim in incident.claims):
        made.append("suspected")
    elif incident.claims and all(Doubt.ACTOR in claim.doubts for claim in incident.claims if claim.by):
        made += ["actor suspected"] if any(claim.by for claim in incident.claims) else []
    elif any(claim.doubts for claim in incident.claims):
        made.append("doubted by some")
    if incident.denials:
        made.append("denied")
    if incident.could_be:
        made.append("may match another")
    if is_sum(incident):
        made.append("several episodes")
    return tuple(made)


def is_sum(incident: Incident) -> bool:
    """Whether every figure it has covers several episodes, so that it must not be added to theirs."""
    counting = [claim for claim in incident.claims if claim.counts]
    return bool(counting) and all(claim.several for claim in counting)


def _others(stored: StoredIncident) -> tuple[str, ...]:
    shown = {Outcome.KILLED, Outcome.INJURED}
    told = [toll for toll in stored.counted.tolls if toll.outcome not in shown]
    words = [(figures.toll(toll), label("outcome", toll.outcome)) for toll in told]
    return tuple(f"{toll.main} {outcome}" for toll, outcome in words if toll.told)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim that is in no incident: a running total, a projection, a denial of nothing on record."""

    claim: str
    address: str
    words: str
    status: str
    what: str
    when: str
    where: str
    by: str
    counts: tuple[str, ...]
    outlet: str


def claim_row(claim: Claim, bylines: Mapping[str, Byline]) -> ClaimRow:
    """One claim as the page of totals shows it."""
    row = bylines.get(claim.report)
    return ClaimRow(
        claim=claim.id,
        address=addresses.claim(claim),
        words=claim.words,
        status=label("status", claim.status),
        what=label("event", claim.event),
        when=days.when(claim.when),
        where=places.title(claim.where) if claim.where else claim.within or places.NOT_TOLD,
        by=", ".join(claim.by),
        counts=tuple(figures.count(count) for count in claim.counts),
        outlet=claim.report if row is None or row.outlet is None else row.outlet,
    )


def by_origin(claims: Sequence[Claim], bylines: Mapping[str, Byline]) -> tuple[tuple[str, tuple[ClaimRow, ...]], ...]:
    """Claims put together under the origin on whose word they rest, then by place and day."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        for origin in origins_of(claim, bylines):
            grouped.setdefault(origin, []).append(claim)
    return tuple(
        (origin, tuple(claim_row(claim, bylines) for claim in sorted(told, key=_order)))
        for origin, told in sorted(grouped.items(), key=lambda item: item[0].casefold())
    )


def _order(claim: Claim) -> tuple[str, str, tuple[str, int]]:
    first = "" if claim.when is None or claim.when.earliest is None else claim.when.earliest.isoformat()
    return (places.title(claim.where) if claim.where else claim.within or "", first, claim.key)
