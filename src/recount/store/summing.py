"""Tolls added up by the database."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, case, func, literal, or_, select

from recount.store import schema
from recount.store.indexing import period_at
from recount.store.kept import extent_of, is_kept, kept_extent, kept_sums
from recount.store.queries import let_through
from recount.store.shapes import Added, Extent, IncidentQuery, Period, Stack, Sum, SumQuery

_TOLL = schema.tolls.c


def extent(connection: Connection, query: SumQuery) -> Extent:
    """Over which periods the tolls of a query lie, and how many there are."""
    if is_kept(replace(query, stack=None)):
        return kept_extent(connection, query)
    period = _TOLL[query.period]
    grouped = select(_TOLL.several, period, func.count()).where(*_wanted(query)).group_by(_TOLL.several, period)
    return extent_of([(several, key, amount) for several, key, amount in connection.execute(grouped)])


def added(connection: Connection, query: SumQuery) -> Added:
    """All sums of a query, whatever periods it keeps, and over which they lie: found in one walk over the tolls."""
    if is_kept(query):
        return Added(kept_extent(connection, query), kept_sums(connection, replace(query, first=None, last=None)))
    period, part = _TOLL[query.period], _part(query.stack)
    bounds = (func.count(), func.sum(_TOLL.low), _whole(_TOLL.best), _whole(_TOLL.high))
    grouped = select(_TOLL.several, period, part, *bounds).where(*_wanted(query))
    rows = connection.execute(grouped.group_by(_TOLL.several, period, part).order_by(period, part)).all()
    made = [Sum(*row[1:]) for row in rows if not row[0] and row[1] is not None]
    return Added(extent_of([(row[0], row[1], row[3]) for row in rows]), made)


def sums(connection: Connection, query: SumQuery) -> Sequence[Sum]:
    """The tolls of a query added up, by period and part."""
    if is_kept(query):
        return kept_sums(connection, query)
    period, part = _TOLL[query.period], _part(query.stack)
    asked = select(period, part, func.count(), func.sum(_TOLL.low), _whole(_TOLL.best), _whole(_TOLL.high)).where(
        *_wanted(query), _TOLL.several.is_(False), period.is_not(None), *_months_of_days(query)
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
    own = [_TOLL.policy == query.policy, _TOLL.outcome == query.outcome, *_months_touched(query.incidents)]
    return [*own, *let_through(query.incidents, _TOLL.incident)]


def _months_touched(query: IncidentQuery) -> Iterator[ColumnElement[bool]]:
    """That a toll lies in no month apart from the days asked for: implied by these, and found without its incident."""
    if query.first is None and query.last is None:
        return
    first, last = (None if day is None else period_at(day, Period.MONTH) for day in (query.first, query.last))
    # Of one alternative with both its bounds, for both kinds of tolls, an index is used.
    yield _TOLL.several.in_((False, True))
    yield or_(_TOLL.month.is_(None), _TOLL.month.between(first or "0", last or "9999-12"))


def _months_of_days(query: SumQuery) -> Iterator[ColumnElement[bool]]:
    """The months of the days to be added up, by which an index finds them; what has a day has its month."""
    if query.period is Period.DAY and query.first is not None and query.last is not None:
        yield _TOLL.month.between(query.first[:7], query.last[:7])


def policies(connection: Connection) -> Sequence[str]:
    """The policies under which tolls are held, by name."""
    held: list[str] = []
    # From each to the next, since looking at all tolls takes long.
    while name := connection.scalar(select(func.min(_TOLL.policy)).where(_TOLL.policy > (held or [""])[-1])):
        held.append(name)
    return held
