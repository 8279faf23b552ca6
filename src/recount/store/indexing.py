"""What pages over many incidents ask for, as rows made from each: none of it is known from elsewhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, Table, delete, insert, select

from recount.model import CountedIncident, Figure, Incident, Toll, Vague
from recount.store import schema
from recount.store.codec import decode_counted
from recount.store.folded import names, searched
from recount.store.pinning import put_pins
from recount.store.shapes import Period
from recount.store.telling import put_tellings

_AT_ONCE = 500
JOINED = ", "


def index(connection: Connection, counted: Sequence[CountedIncident]) -> None:
    """Put the rows of incidents that have none yet; they go with their incidents."""
    _insert(connection, schema.tolls, (row for each in counted for row in toll_rows(each)))
    put_pins(connection, counted)
    put_tellings(connection, counted)
    for first in range(0, len(counted), _AT_ONCE):
        _insert(connection, schema.searched, _searched(connection, counted[first : first + _AT_ONCE]))


def refill(connection: Connection) -> None:
    """Make all rows anew from the incidents, after a change of the tables."""
    for table in (schema.tolls, schema.searched, schema.pins, schema.spots, schema.tellings, schema.names):
        connection.execute(delete(table))
    ids = connection.scalars(select(schema.incidents.c.id).order_by(schema.incidents.c.id)).all()
    for first in range(0, len(ids), _AT_ONCE):
        held = select(schema.incidents.c.content).where(schema.incidents.c.id.in_(ids[first : first + _AT_ONCE]))
        counted = [decode_counted(content) for content in connection.scalars(held)]
        _insert(connection, schema.names, name_rows(counted))
        index(connection, counted)


def name_rows(counted: Iterable[CountedIncident]) -> Iterator[dict[str, object]]:
    """The names that incidents are found by."""
    for each in counted:
        for role, name in sorted(found := names(each)):
            yield {"role": role.value, "name": name, "incident": each.incident.id, "shown": found[role, name]}


def _searched(connection: Connection, counted: Sequence[CountedIncident]) -> Iterator[dict[str, object]]:
    reports = {each.incident.id: _reports(each) for each in counted}
    wanted = sorted({report for told in reports.values() for report in told})
    titles: dict[str, tuple[str | None, str | None]] = {}
    known = schema.reports.c
    for first in range(0, len(wanted), _AT_ONCE):
        some = select(known.id, known.title, known.outlet).where(known.id.in_(wanted[first : first + _AT_ONCE]))
        titles |= {id: (title, outlet) for id, title, outlet in connection.execute(some)}
    for each in counted:
        told = [title for report in reports[each.incident.id] for title in titles.get(report, ()) if title]
        yield {"incident": each.incident.id, **searched(each, told)}


def _reports(counted: CountedIncident) -> list[str]:
    claims = (*counted.incident.claims, *counted.incident.denials)
    return list(dict.fromkeys(claim.report for claim in claims))


def toll_rows(counted: CountedIncident) -> Iterator[dict[str, object]]:
    """The tolls of an incident that tell a figure, if only in a word."""
    incident = counted.incident
    periods = {period.value: period_of(incident, period) for period in Period}
    actor = _joined(name for claim in incident.claims for name in claim.by)
    weapon = _joined(claim.weapon for claim in incident.claims)
    several = {claim.id for claim in incident.claims if claim.several}
    for toll in counted.tolls:
        if _tells(toll):
            yield {
                "outcome": toll.outcome.value,
                "incident": incident.id,
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
