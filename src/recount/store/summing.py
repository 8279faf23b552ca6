"""Tolls added up by the database."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, case, func, literal, select

from recount.store import schema
from recount.store.queries import let_through
from recount.store.shapes import Added, Extent, Stack, Sum, SumQuery

_TOLL = schema.tolls.c


def extent(connection: Connection, query: SumQuery) -> Extent:
    """Over which periods the tolls of a query lie, and how many there are."""
    period = _TOLL[query.period]
    grouped = select(_TOLL.several, period, func.count()).where(*_wanted(query)).group_by(_TOLL.several, period)
    return _extent([(several, key, amount) for several, key, amount in connection.execute(grouped)])


def _extent(rows: Sequence[tuple[bool, str | None, int]]) -> Extent:
    told = sorted(key for several, key, _ in rows if not several and key is not None)
    undated = sum(amount for several, key, amount in rows if not several and key is None)
    several = sum(amount for several, _, amount in rows if several)
    first, last = (told[0], told[-1]) if told else (None, None)
    return Extent(first, last, sum(amount for _, _, amount in rows), undated, several)


def added(connection: Connection, query: SumQuery) -> Added:
    """All sums of a query, whatever periods it keeps, and over which they lie: found in one walk over the tolls."""
    period, part = _TOLL[query.period], _part(query.stack)
    bounds = (func.count(), func.sum(_TOLL.low), _whole(_TOLL.best), _whole(_TOLL.high))
    grouped = select(_TOLL.several, period, part, *bounds).where(*_wanted(query))
    rows = connection.execute(grouped.group_by(_TOLL.several, period, part).order_by(period, part)).all()
    made = [Sum(*row[1:]) for row in rows if not row[0] and row[1] is not None]
    return Added(_extent([(row[0], row[1], row[3]) for row in rows]), made)


def sums(connection: Connection, query: SumQuery) -> Sequence[Sum]:
    """The tolls of a query added up, by period and part."""
    period, part = _TOLL[query.period], _part(query.stack)
    asked = select(period, part, func.count(), func.sum(_TOLL.low), _whole(_TOLL.best), _whole(_TOLL.high)).where(
        *_wanted(query), _TOLL.several.is_(False), period.is_not(None)
    )
    asked = asked if query.first is None else asked.where(period >= query.first)
    asked = asked if query.last is None else asked.where(period <= query.last)
    grouped = asked.group_by(period, part).order_by(period, part)
    return [Sum(*row) for row in connection.execute(grouped)]


def _part(stack: Stack | None) -> ColumnElement[str | None]:
    return literal(None) if stack is None else _TOLL[stack]


def _whole(bound: ColumnElement[int | None]) -> ColumnElement[int | None]:
    """A sum that is absent where one of its bounds is."""
    return case((func.count(bound) == func.count(), func.sum(bound)), else_=None)


def _wanted(query: SumQuery) -> list[ColumnElement[bool]]:
    return [_TOLL.policy == query.policy, _TOLL.outcome == query.outcome, *let_through(query.incidents, _TOLL.incident)]


def policies(connection: Connection) -> Sequence[str]:
    """The policies under which tolls are held, by name."""
    held: list[str] = []
    # From each to the next, since looking at all tolls takes long.
    while name := connection.scalar(select(func.min(_TOLL.policy)).where(_TOLL.policy > (held or [""])[-1])):
        held.append(name)
    return held
