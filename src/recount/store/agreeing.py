"""Who tells of which incidents, and where two origins agree, differ, or pass an incident over."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, and_, case, func, literal, or_, select

from recount.model import Outcome
from recount.store import schema
from recount.store.queries import AS_IS, let_through, newest, stored
from recount.store.shapes import Accord, Heard, HeardOf, IncidentQuery, Meeting, Page, PairQuery, StoredIncident
from recount.store.telling import ABOUT, SPEAKS

_TOLD = schema.tellings.c
_INCIDENT = schema.incidents.c
_MANY = 1000


def by_event(connection: Connection, query: IncidentQuery, most: int) -> HeardOf:
    """How many incidents of each kind each origin tells of, over the newest ones of a query."""
    numbers = _newest(connection, query, most)
    return HeardOf(_heard(connection, numbers, _INCIDENT.type, _TOLD.outcome == SPEAKS), len(numbers))


def by_outcome(connection: Connection, query: IncidentQuery, most: int) -> HeardOf:
    """For how many incidents each origin gives a figure of each outcome, or denies them."""
    numbers = _newest(connection, query, most)
    return HeardOf(_heard(connection, numbers, _TOLD.outcome, literal(True)), len(numbers))


def meetings(
    connection: Connection, query: IncidentQuery, origins: Collection[str], outcome: Outcome, most: int
) -> Sequence[Meeting]:
    """Where some origins tell of the same incidents, pair by pair, over the newest ones of a query."""
    one, other = schema.tellings.alias("one").c, schema.tellings.alias("other").c
    among = _among(_newest(connection, query, most))
    asked = (
        select(one.origin, other.origin, one.outcome, func.count(), func.sum(case((_same(one, other), 1), else_=0)))
        .where(one.incident.in_(among), one.outcome.in_((SPEAKS, outcome.value)), one.origin.in_(origins))
        .where(other.incident == one.incident, other.outcome == one.outcome, other.origin.in_(origins))
        .where(one.origin < other.origin)
        .group_by(one.origin, other.origin, one.outcome)
    )
    found: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for first, second, of, count, same in connection.execute(asked):
        found.setdefault((first, second), {})[of] = (count, same)
    nothing = (0, 0)
    return [
        Meeting(*pair, told.get(SPEAKS, nothing)[0], *told.get(outcome.value, nothing))
        for pair, told in sorted(found.items())
    ]


def accords(connection: Connection, query: PairQuery) -> Mapping[Accord, int]:
    """How many incidents there are in which two origins agree, differ, or one of them passes over."""
    asked, standing = _side_by_side(query, query.one, query.other, Accord.ONE)
    rows = connection.execute(asked.with_only_columns(standing, func.count()).group_by(standing))
    counted = dict.fromkeys(Accord, 0) | {Accord(key): count for key, count in rows}
    both = sum(counted.values()) - counted[Accord.ONE]
    theirs = select(func.count()).where(*_speaks(schema.tellings.c, query.other))
    whole = connection.scalar(theirs.where(*let_through(query.incidents, _TOLD.incident))) or 0
    return counted | {Accord.OTHER: whole - both}


def in_accord(
    connection: Connection, query: PairQuery, accord: Accord, limit: int, offset: int
) -> Page[StoredIncident]:
    """The incidents in which two origins stand so to each other, newest first."""
    turned = accord is Accord.OTHER
    first, second = (query.other, query.one) if turned else (query.one, query.other)
    asked, standing = _side_by_side(query, first, second, accord if turned else Accord.ONE)
    held = connection.scalars(asked.where(standing == accord)).all()
    # Of many, the first are found sooner in their order than by putting all in order.
    number: ColumnElement[int] = AS_IS if len(held) > _MANY else _INCIDENT.number
    ordered = select(_INCIDENT.id).where(number.in_(_among(held))).order_by(_INCIDENT.day.desc(), _INCIDENT.id)
    return Page(stored(connection, connection.scalars(ordered.limit(limit).offset(offset)).all()), len(held))


def is_outlet(connection: Connection, origin: str) -> bool:
    """Whether a report on record that names no source rests on the word of this one."""
    found = select(_TOLD.incident).where(_TOLD.origin == origin, _TOLD.outcome == SPEAKS, _TOLD.outlet).limit(1)
    return connection.scalar(found) is not None


def _newest(connection: Connection, query: IncidentQuery, most: int) -> Sequence[int]:
    return connection.scalars(newest(query).with_only_columns(_INCIDENT.number).limit(most)).all()


def _among(numbers: Sequence[int]) -> Select[Any]:
    listed = func.json_each(json.dumps(list(numbers))).table_valued("value")
    return select(listed.c.value)


def _heard(
    connection: Connection, numbers: Sequence[int], column: ColumnElement[str], wanted: ColumnElement[bool]
) -> Sequence[Heard]:
    asked = (
        select(_TOLD.origin, func.max(_TOLD.outlet), column, func.count())
        .select_from(schema.tellings.join(schema.incidents, _INCIDENT.number == _TOLD.incident))
        .where(_INCIDENT.number.in_(_among(numbers)), wanted)
        .group_by(_TOLD.origin, column)
        .order_by(_TOLD.origin, column)
    )
    return [Heard(origin, bool(outlet), told, count) for origin, outlet, told, count in connection.execute(asked)]


def _side_by_side(query: PairQuery, first: str, second: str, alone: Accord) -> tuple[Select[Any], ColumnElement[str]]:
    """The incidents that the first tells of, with how the second stands to it."""
    own, theirs = schema.tellings.alias("own"), schema.tellings.alias("theirs")
    one, other = schema.tellings.alias("one"), schema.tellings.alias("other")
    figure = query.outcome.value

    def of(row: Any, origin: str, outcome: str) -> ColumnElement[bool]:
        return and_(row.c.origin == origin, row.c.outcome == outcome, row.c.incident == own.c.incident)

    joined = own.outerjoin(theirs, of(theirs, second, SPEAKS))
    joined = joined.outerjoin(one, of(one, first, figure)).outerjoin(other, of(other, second, figure))
    standing = case(
        (theirs.c.origin.is_(None), alone.value),
        (or_(one.c.origin.is_(None), other.c.origin.is_(None)), Accord.OPEN.value),
        (_same(one.c, other.c), Accord.SAME.value),
        (or_(_wordy(one.c), _wordy(other.c)), Accord.OPEN.value),
        (and_(_apart(one.c, other.c), _exact(one.c), _exact(other.c)), Accord.APART.value),
        else_=Accord.MEET.value,
    )
    asked = select(own.c.incident).select_from(joined)
    return asked.where(*_speaks(own.c, first), *let_through(query.incidents, own.c.incident)), standing.cast(String)


def _speaks(row: Any, origin: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (row.origin == origin, row.outcome == SPEAKS)


def _same(one: Any, other: Any) -> ColumnElement[bool]:
    return and_(*(one[name].is_not_distinct_from(other[name]) for name in ("low", "high", "word")))


def _wordy(one: Any) -> ColumnElement[bool]:
    return and_(one.low.is_(None), one.high.is_(None))


def _apart(one: Any, other: Any) -> ColumnElement[bool]:
    return or_(one.low > other.high, other.low > one.high)


def _exact(one: Any) -> ColumnElement[bool]:
    exact: ColumnElement[bool] = one.word.is_distinct_from(ABOUT)
    return exact
