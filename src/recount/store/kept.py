"""Tolls that the database keeps added up, for all incidents together, read where a query lets all of them through."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, case, func, select

from recount.store import schema
from recount.store.queries import let_through
from recount.store.shapes import Extent, Period, Sum, SumQuery

_SUM = schema.sums.c


def is_kept(query: SumQuery) -> bool:
    """Whether what a query asks for is kept: it lets all incidents through, and parts months at most."""
    parted = query.stack is not None and query.period is not Period.MONTH
    return not parted and not let_through(query.incidents, schema.tolls.c.incident)


def kept_extent(connection: Connection, query: SumQuery) -> Extent:
    """Over which periods all tolls lie, and how many there are."""
    rows = select(_SUM.several, _SUM.period, _SUM.tolls).where(*_of(query, ""))
    return extent_of([(several, key or None, amount) for several, key, amount in connection.execute(rows)])


def extent_of(rows: Sequence[tuple[bool, str | None, int]]) -> Extent:
    """An extent from how many tolls each period has, those over several episodes apart."""
    told = sorted(key for several, key, _ in rows if not several and key is not None)
    undated = sum(amount for several, key, amount in rows if not several and key is None)
    several = sum(amount for several, _, amount in rows if several)
    first, last = (told[0], told[-1]) if told else (None, None)
    return Extent(first, last, sum(amount for _, _, amount in rows), undated, several)


def kept_sums(connection: Connection, query: SumQuery) -> Sequence[Sum]:
    """All tolls added up, by period and part."""
    low = case((_SUM.lows > 0, _SUM.low))
    bounds = (low, case((_SUM.bests == _SUM.tolls, _SUM.best)), case((_SUM.highs == _SUM.tolls, _SUM.high)))
    asked = select(_SUM.period, func.nullif(_SUM.part, ""), _SUM.tolls, *bounds).where(
        *_of(query, query.stack or ""), _SUM.several.is_(False), _SUM.period >= (query.first or "0")
    )
    asked = asked if query.last is None else asked.where(_SUM.period <= query.last)
    return [Sum(*row) for row in connection.execute(asked.order_by(_SUM.period, _SUM.part))]


def _of(query: SumQuery, stack: str) -> tuple[ColumnElement[bool], ...]:
    told = ((_SUM.policy, query.policy), (_SUM.outcome, query.outcome), (_SUM.per, query.period), (_SUM.stack, stack))
    return tuple(column == value for column, value in told)
