"""What a person should look at, as rows made from each incident: little evidence, doubtful merges, what may be one."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from math import log2

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, true, update

from recount.model import CountedIncident, Incident, Outcome, Toll
from recount.store import schema
from recount.store.lots import in_lots, rows_of
from recount.store.shapes import Doubtful

DOUBTFUL = 0.85
"""Merges with less likeness than this are shown: a rough bound that has not been measured."""
_INJURED = 4
"""So many injured weigh like one killed: a rough order of what to look at, and no more."""
_MANY_DAYS = 3
"""An event that may have been on more days than this is loosely dated."""
_UNCLEAR = ("it was unclear whether these are one event",)
_DOUBT, _INCIDENT = schema.doubts.c, schema.incidents.c


class DoubtKind(StrEnum):
    """Why an incident is to be looked at."""

    WEAK = "weak"
    MERGE = "merge"
    COULD_BE = "could_be"


def doubt_rows(counted: CountedIncident) -> Iterator[dict[str, object]]:
    """What is to be looked at of an incident. Those that it may be one with are settled once all are there."""
    incident, why = counted.incident, weaknesses(counted.incident)
    claim, weight = _heaviest(counted), stakes(counted)
    if claim is not None and why:
        yield _row(DoubtKind.WEAK, (claim, ""), weight * len(why) / 4, why)
    for reason in incident.reasons:
        if reason.score < DOUBTFUL:
            told = (f"put together with a likeness of {reason.score:.0%}", *reason.words)
            pair = (reason.first, reason.second)
            yield _row(DoubtKind.MERGE, pair, (1 + weight) * (1 - reason.score) * 2, told)
    for other in dict.fromkeys(incident.could_be):
        yield _row(DoubtKind.COULD_BE, (incident.id, other), 0, _UNCLEAR, shown=False)


def _row(
    kind: DoubtKind, ids: tuple[str, str], value: float, why: Sequence[str], *, shown: bool = True
) -> dict[str, object]:
    told = {"kind": kind.value, "first": ids[0], "second": ids[1], "turn": -value, "shown": shown}
    return {**told, "why": json.dumps(why, ensure_ascii=False)}


def weaknesses(incident: Incident) -> tuple[str, ...]:
    """What makes the evidence for an incident weak."""
    when = incident.when
    told = (
        (len(incident.origins) < 2, "on one word alone"),
        (all(claim.doubts for claim in incident.claims), "hedged in every report"),
        (bool(incident.denials), "denied"),
        (all(claim.several for claim in incident.claims if claim.counts), "a total over several episodes"),
        (when is None or when.earliest is None or when.latest is None, "its day is open"),
        (
            when is not None
            and when.earliest is not None
            and when.latest is not None
            and (when.latest - when.earliest).days > _MANY_DAYS,
            "its day is not exact",
        ),
        (not any(place.location is not None for place in incident.where), "its place is not known"),
    )
    return tuple(words for so, words in told if so)


def stakes(counted: CountedIncident) -> float:
    """How much hangs on it: twice as many people weigh one step more."""
    return log2(1 + sum(_weight(toll.outcome) * _people(toll) for toll in counted.tolls))


def _heaviest(counted: CountedIncident) -> str | None:
    """The claim with the figure that its toll rests on most."""
    figures = [figure for toll in counted.tolls if _weight(toll.outcome) for figure in toll.figures if not figure.part]
    if not figures:
        return None
    return max(figures, key=lambda one: (one.high or one.low or 0, one.outcome == Outcome.KILLED, one.claim)).claim


def _people(toll: Toll) -> int:
    return toll.max or toll.min or (1 if toll.figures else 0)


def _weight(outcome: Outcome) -> float:
    return 1.0 if outcome in (Outcome.KILLED, Outcome.KILLED_OR_INJURED) else 1 / _INJURED


def settle_neighbours(connection: Connection, ids: Iterable[str] | None = None) -> None:
    """Weigh the pairs that may be one event, of which one of some incidents is, or all; one that is gone hides its.

    A pair weighs as much as the lighter of the two. Where each names the other, the row of the lesser id is shown.
    """
    lots: Iterable[Collection[str] | None] = (None,) if ids is None else in_lots(ids)
    for some in lots:
        asked = true() if some is None else or_(_DOUBT.first.in_(some), _DOUBT.second.in_(some))
        weight, shown = 1 + func.min(_stakes(_DOUBT.first), _stakes(_DOUBT.second)), _is_shown()
        put = update(schema.doubts).where(_DOUBT.kind == DoubtKind.COULD_BE, asked)
        connection.execute(put.values(turn=func.coalesce(-weight / 2, 0), shown=shown))


def _stakes(id: ColumnElement[str]) -> ColumnElement[float]:
    return select(_INCIDENT.stakes).where(_INCIDENT.id == id).correlate(schema.doubts).scalar_subquery()


def _is_shown() -> ColumnElement[bool]:
    there = exists().where(_INCIDENT.id == _DOUBT.second).correlate(schema.doubts)
    other = schema.doubts.alias("other").c
    told_twice = and_(
        _DOUBT.second < _DOUBT.first,
        exists()
        .where(other.kind == DoubtKind.COULD_BE, other.first == _DOUBT.second, other.second == _DOUBT.first)
        .correlate(schema.doubts),
    )
    return and_(there, ~told_twice)


def doubtful(connection: Connection, kind: DoubtKind, limit: int) -> Sequence[Doubtful]:
    """What is to be looked at of one kind, the weightiest first."""
    asked = select(_DOUBT.first, _DOUBT.second, _DOUBT.turn, _DOUBT.why).where(_DOUBT.shown, _DOUBT.kind == kind)
    ordered = asked.order_by(_DOUBT.turn, _DOUBT.first, _DOUBT.second).limit(limit)
    return [
        Doubtful(kind.value, _ids(first, second), tuple(json.loads(why)), -turn)
        for first, second, turn, why in connection.execute(ordered)
    ]


def doubt_counts(connection: Connection) -> dict[str, int]:
    """How much is to be looked at of each kind."""
    counted = select(_DOUBT.kind, func.count()).where(_DOUBT.shown).group_by(_DOUBT.kind)
    return {row[0]: row[1] for row in connection.execute(counted)}


def doubts_of(connection: Connection, ids: Collection[str]) -> Sequence[tuple[str, tuple[str, ...]]]:
    """The kinds and ids of what is to be looked at and is, or begins with, one of some claims or incidents."""
    asked = select(_DOUBT.kind, _DOUBT.first, _DOUBT.second).where(_DOUBT.shown)
    found = (
        row for kind in DoubtKind for row in rows_of(connection, asked.where(_DOUBT.kind == kind), _DOUBT.first, ids)
    )
    return [(row.kind, _ids(row.first, row.second)) for row in found]


def _ids(first: str, second: str) -> tuple[str, ...]:
    return (first, second) if second else (first,)
