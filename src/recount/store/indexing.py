"""What pages over many incidents ask for, as rows made from each: none of it is known from elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from recount.model import CountedIncident, Figure, Incident, Toll, Vague
from recount.store import schema
from recount.store.codec import decode_counted
from recount.store.doubting import doubt_rows, settle_neighbours, stakes
from recount.store.folded import names, searched
from recount.store.pinning import put_pins
from recount.store.shapes import Period
from recount.store.telling import put_tellings

_AT_ONCE = 500
JOINED = ", "
Numbered = Sequence[tuple[int, CountedIncident]]
"""Incidents with the numbers that other tables know them by."""
Also = Callable[[CountedIncident], Iterable[Toll]]
"""The tolls of an incident under further policies, which are asked for while it is written."""


def under_no_other(_: CountedIncident) -> tuple[Toll, ...]:
    """No tolls beside those that an incident has."""
    return ()


def number_incidents(connection: Connection, counted: Iterable[CountedIncident]) -> Numbered:
    """Incidents with numbers that none has."""
    last: int = connection.scalar(select(func.max(schema.incidents.c.number))) or 0
    return list(enumerate(counted, last + 1))


def index(connection: Connection, counted: Numbered, also: Also = under_no_other) -> None:
    """Put the rows of incidents that have none yet; they go with their incidents."""
    for lot in range(0, len(counted), _AT_ONCE):
        some = counted[lot : lot + _AT_ONCE]
        _insert(connection, schema.names, name_rows(some))
        _insert(connection, schema.tolls, _of_all(some, lambda one: toll_rows(one, (*one.tolls, *also(one)))))
        _insert(connection, schema.doubts, _of_all(some, doubt_rows))
        _insert(connection, schema.searched, _searched(connection, some))
        put_tellings(connection, some)
    put_pins(connection, counted)


def refill(connection: Connection) -> None:
    """Make all rows anew from the incidents, after a change of the tables."""
    incident = schema.incidents.c
    for table in (
        schema.tolls,
        schema.searched,
        schema.pins,
        schema.spots,
        schema.names,
        schema.doubts,
        schema.tellings,
    ):
        connection.execute(delete(table))
    numbers = connection.scalars(select(incident.number).order_by(incident.number)).all()
    for first in range(0, len(numbers), _AT_ONCE):
        held = select(incident.number, incident.content).where(incident.number.in_(numbers[first : first + _AT_ONCE]))
        told = [(number, decode_counted(content)) for number, content in connection.execute(held)]
        index(connection, told)
        weighed = [{"of": number, "weight": stakes(one)} for number, one in told]
        put = update(schema.incidents).where(incident.number == bindparam("of")).values(stakes=bindparam("weight"))
        connection.execute(put, weighed)
    settle_neighbours(connection)


def _of_all(
    counted: Numbered, rows: Callable[[CountedIncident], Iterable[Mapping[str, object]]]
) -> Iterator[Mapping[str, object]]:
    return ({**row, "incident": number} for number, one in counted for row in rows(one))


def name_rows(counted: Numbered) -> Iterator[dict[str, object]]:
    """The names that incidents are found by."""
    for number, each in counted:
        for role, name in sorted(found := names(each)):
            yield {"role": role.value, "name": name, "incident": number, "shown": found[role, name]}


def _searched(connection: Connection, counted: Numbered) -> Iterator[dict[str, object]]:
    reports = {number: _reports(each) for number, each in counted}
    wanted = sorted({report for told in reports.values() for report in told})
    titles: dict[str, tuple[str | None, str | None]] = {}
    known = schema.reports.c
    for first in range(0, len(wanted), _AT_ONCE):
        some = select(known.id, known.title, known.outlet).where(known.id.in_(wanted[first : first + _AT_ONCE]))
        titles |= {id: (title, outlet) for id, title, outlet in connection.execute(some)}
    for number, each in counted:
        told = [title for report in reports[number] for title in titles.get(report, ()) if title]
        yield {"incident": number, **searched(each, told)}


def _reports(counted: CountedIncident) -> list[str]:
    claims = (*counted.incident.claims, *counted.incident.denials)
    return list(dict.fromkeys(claim.report for claim in claims))


def toll_rows(counted: CountedIncident, tolls: Iterable[Toll]) -> Iterator[dict[str, object]]:
    """The tolls of an incident, under one policy or several, that tell a figure, if only in a word."""
    incident = counted.incident
    periods = {period.value: period_of(incident, period) for period in Period}
    actor = _joined(name for claim in incident.claims for name in claim.by)
    weapon = _joined(claim.weapon for claim in incident.claims)
    several = {claim.id for claim in incident.claims if claim.several}
    for toll in tolls:
        if _tells(toll):
            yield {
                "policy": toll.policy,
                "outcome": toll.outcome.value,
                "several": bool(toll.figures) and all(figure.claim in several for figure in toll.figures),
                **periods,
                "low": toll.min,
                "best": toll.best,
                "high": toll.max,
                "actor": actor,
                "weapon": weapon,
                "people": _joined(figure.who for figure in toll.figures if not figure.part),
            }


def period_of(incident: Incident, period: Period) -> str | None:
    """The one period that all possible days of an incident lie in; none where there is no such period."""
    when = incident.when
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = period_at(when.earliest, period), period_at(when.latest, period)
    return first if first == last else None


def period_at(day: date, period: Period) -> str:
    """The period that a day lies in.

    >>> [period_at(date(2031, 3, 4), period) for period in Period]
    ['2031-03-04', '2031-W10', '2031-03']
    """
    if period is Period.DAY:
        return day.isoformat()
    if period is Period.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return f"{day.year:04}-{day.month:02}"


def _joined(names: Iterable[str | None]) -> str | None:
    return JOINED.join(sorted({name for name in names if name})) or None


def _tells(toll: Toll) -> bool:
    return (toll.min, toll.best, toll.max) != (None, None, None) or any(map(_says, toll.figures))


def _says(figure: Figure) -> bool:
    return (figure.low, figure.high) != (None, None) or figure.vague not in (None, Vague.UNKNOWN.value)


def _insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)
