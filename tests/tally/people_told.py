"""Builds claims of one strike in an invented war and works out their tolls, one line each."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from recount.model import (
    Byline,
    Chain,
    Claim,
    Count,
    CountedIncident,
    DayFrom,
    Days,
    Event,
    Incident,
    Outcome,
    Published,
    Source,
    SourceKind,
    Span,
    Standing,
    Toll,
    When,
)
from recount.tally import Policy, load_policies, tolls

HERE = Span(0, 1)
CIVILIAN, COMBATANT = Standing.CIVILIAN, Standing.COMBATANT
POLICIES = load_policies()
RANGE = POLICIES["range"]


def chain(*names: str) -> Chain:
    return tuple(Source(name, SourceKind.BODY, HERE) for name in names)


def dead(low: int | None, high: int | None = -1, outcome: Outcome = Outcome.KILLED, **more: Any) -> Count:
    """So many killed; exactly so many where no upper bound is given."""
    return Count(outcome, HERE, low=low, high=low if high == -1 else high, **more)


def said(origin: str | None, *counts: Count, report: str = "", at: int = 0, **more: Any) -> Claim:
    """What an origin says in a report; without one, the outlet itself. The report is named after it unless told."""
    made = Claim(
        report or f"report of {origin}", Span(at, at + 1), Span(at, at + 9), "words", Event.AIR_STRIKE, counts=counts
    )
    return replace(made, chains=() if origin is None else (chain(origin),), **more)


def published(**days: int) -> Mapping[str, Byline]:
    """Reports and the days of March 2031 they came out on."""
    return {id: Byline(id, published=Published(date(2031, 3, day), DayFrom.TOLD)) for id, day in days.items()}


def incident(*claims: Claim, id: str = "", **more: Any) -> Incident:
    made = Incident(id or claims[0].id, claims, Event.AIR_STRIKE, None, ())
    return replace(made, **more)


def toll(
    *claims: Claim,
    policy: Policy = RANGE,
    bylines: Mapping[str, Byline] | None = None,
    outcome: Outcome = Outcome.KILLED,
) -> Toll:
    """The toll of some claims for one outcome."""
    made = tolls(incident(*claims), policy, bylines or {})
    return next(toll for toll in made if toll.outcome is outcome)


def killed(*claims: Claim, **more: Any) -> tuple[int | None, int | None, int | None]:
    """Minimum, best and maximum of the killed."""
    made = toll(*claims, **more)
    return made.min, made.best, made.max


def told(made: Toll) -> list[tuple[str, str, int | None, bool]]:
    """Of each figure, whose it is, who the people are, at least how many, and whether they are a part."""
    return [(figure.origin, figure.who, figure.low, figure.part) for figure in made.figures]


def counted(one: Incident, policy: Policy = RANGE) -> CountedIncident:
    return CountedIncident(one, tolls(one, policy, {}))


def on(first: date, last: date | None = None) -> When:
    return When.within(Days(first, last or first))
