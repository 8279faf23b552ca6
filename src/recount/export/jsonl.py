"""Incidents as JSON: one object an incident, with every claim behind it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from recount.export.guide import Plain, guide_claim
from recount.model import (
    Account,
    Byline,
    Claim,
    ClassRange,
    CountedIncident,
    Figure,
    Location,
    Outcome,
    Place,
    Told,
    Toll,
    Voice,
    When,
)

_OWN = (Outcome.KILLED, Outcome.INJURED)


def incident_object(counted: CountedIncident, bylines: Mapping[str, Byline], account: Account | None = None) -> Plain:
    """One incident as plain values for JSON; what is not told is null, and never 0.

    With its account, `by_side` has what the sources of each kind and side say, `history` every figure as it was told.
    """
    incident = counted.incident
    return {
        "id": incident.id,
        "type": incident.type.value,
        "when": _days(incident.when),
        "where": [_place(place) for place in incident.where],
        **{outcome.value: _bounds(counted.toll(outcome)) for outcome in _OWN},
        "counts": {toll.outcome.value: _bounds(toll) for toll in counted.tolls if toll.outcome not in _OWN},
        "reports": len({claim.report for claim in incident.claims}),
        "outlets": len({bylines.get(claim.report, Byline(claim.report)).publisher for claim in incident.claims}),
        "origins": len(incident.origins),
        "claims": [told for claim in incident.claims for told in _passages(claim, bylines)],
        "denials": [claim_object(claim, bylines) for claim in incident.denials],
        "figures": [_figure(figure) for toll in counted.tolls for figure in toll.figures],
        "origin_names": list(incident.origins),
        "aliases": _aliases(counted),
        "could_be": list(incident.could_be),
        **({} if account is None else _account(account)),
    }


def _account(account: Account) -> Plain:
    told: Plain = {"by_side": list(map(_voice, account.voices)), "history": list(map(_told, account.history))}
    if account.provisional:
        told["provisional"] = [outcome.value for outcome in account.provisional]
    if account.classes:
        told["classes"] = [_class(one) for one in account.classes]
    if account.grade is not None:
        told["grade"] = account.grade
    return told


def _class(one: ClassRange) -> Plain:
    return {"outcome": one.figures[0].outcome.value, "who": one.who, "min": one.min, "max": one.max}


def _voice(voice: Voice) -> Plain:
    return {
        "kind": voice.kind,
        "side": voice.side,
        "origins": list(voice.origins),
        "figures": [_figure(figure) for figure in voice.figures],
        "denies": bool(voice.denials),
        "denials": list(voice.denials),
        "no_figure": [outcome.value for outcome in voice.no_figure],
    }


def _told(told: Told) -> Plain:
    return {
        "day": None if told.day is None else told.day.isoformat(),
        **_figure(told.figure),
        "side": told.side,
        "step": told.step.value,
        "worded": told.worded,
        "stands": told.stands,
        "kind": told.kind,
        "speaks_for": told.speaks_for,
    }


def _aliases(counted: CountedIncident) -> list[str]:
    """Former ids, without those that its claims have anyway: the same claims give the same file in whatever order."""
    incident = counted.incident
    own = {claim.id for claim in (*incident.claims, *incident.denials)}
    return [alias for alias in counted.aliases if alias not in own]


def write_jsonl(
    incidents: Iterable[CountedIncident],
    bylines: Mapping[str, Byline],
    out: TextIO,
    accounts: Mapping[str, Account] | None = None,
) -> None:
    """One object a line, in the order in which the incidents come; `accounts` are theirs by their ids."""
    for counted in incidents:
        account = None if accounts is None else accounts.get(counted.incident.id)
        out.write(json.dumps(incident_object(counted, bylines, account), ensure_ascii=False) + "\n")


def _days(when: When | None) -> list[str | None] | None:
    if when is None or (when.earliest is None and when.latest is None):
        return None
    return [None if day is None else day.isoformat() for day in (when.earliest, when.latest)]


def _place(place: Place) -> Plain:
    return {
        "name": place.name,
        "lat": None if place.point is None else place.point[0],
        "lon": None if place.point is None else place.point[1],
        "precision": None if place.precision is None else place.precision.value,
        "candidates": [_candidate(location) for location in place.candidates],
        "country": place.country,
        "admin1": place.admin1,
    }


def _candidate(location: Location) -> Plain:
    return {
        "name": location.name,
        "lat": location.lat,
        "lon": location.lon,
        "precision": location.precision.value,
        "country": location.country,
        "admin1": location.admin1,
    }


def _bounds(toll: Toll | None) -> Plain | None:
    if toll is None:
        return None
    return {"min": toll.min, "best": toll.best, "max": toll.max, "policy": toll.policy}


def _passages(claim: Claim, bylines: Mapping[str, Byline]) -> Iterator[Plain]:
    """The claim, then the passages that tell it again: their words alone, so that nobody is counted twice."""
    yield claim_object(claim, bylines)
    for quote in claim.repeats:
        yield {"report": claim.report, "quote": quote.words, "repeat_of": claim.id}


def claim_object(claim: Claim, bylines: Mapping[str, Byline]) -> Plain:
    """One claim with the report that it stands in."""
    byline = bylines.get(claim.report, Byline(claim.report))
    told: Plain = {
        "report": claim.report,
        "outlet": byline.outlet,
        "published": None if byline.published is None else byline.published.day.isoformat(),
        "copy_of": byline.copy_of,
    }
    return told | guide_claim(claim)


def _figure(figure: Figure) -> Plain:
    return {
        "origin": figure.origin,
        "outcome": figure.outcome.value,
        "who": figure.who,
        "low": figure.low,
        "high": figure.high,
        "approx": figure.approx,
        "vague": figure.vague,
        "part": figure.part,
        "claim": figure.claim,
    }
