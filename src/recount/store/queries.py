"""Finding incidents."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, func, literal_column, select, true

from recount.language.folding import fold
from recount.model import CountedIncident, NotFoundError
from recount.store import schema
from recount.store.codec import decode_counted
from recount.store.folded import Role, plain
from recount.store.matching import held, holds
from recount.store.reads import report_rows
from recount.store.shapes import Facet, Facets, IncidentQuery, Page, ReportRow, StoredIncident

_INCIDENT = schema.incidents.c
_MEMBER = schema.members.c
_ALIAS = schema.aliases.c
_NAMED = 500


def incidents(connection: Connection, query: IncidentQuery) -> Page[StoredIncident]:
    """The incidents that a query lets through, newest first; those without a day come last."""
    total = count(connection, query)
    page = newest(query).limit(query.limit).offset(query.offset)
    return Page(stored(connection, connection.scalars(page).all()), total)


def tolled(connection: Connection, query: IncidentQuery) -> Page[CountedIncident]:
    """The same without their reports, for whoever adds up their tolls."""
    ids = connection.scalars(newest(query).limit(query.limit).offset(query.offset)).all()
    listed = func.json_each(json.dumps(list(ids))).table_valued("value")
    found = select(_INCIDENT.id, _INCIDENT.content).where(_INCIDENT.id.in_(select(listed.c.value)))
    held = {id: decode_counted(content) for id, content in connection.execute(found)}
    return Page([held[id] for id in ids], count(connection, query))


def count(connection: Connection, query: IncidentQuery) -> int:
    """How many incidents a query lets through."""
    asked = [
        (words, of) for words, of in ((query.words, "quotes"), (query.anywhere, None)) if plain(words or "").strip()
    ]
    if len(asked) == 1 and not conditions(replace(query, words=None, anywhere=None)):
        # The index of words alone knows it.
        return held(connection, "searched", asked[0][0] or "", asked[0][1])
    return connection.scalar(select(func.count()).select_from(schema.incidents).where(*conditions(query))) or 0


def incident(connection: Connection, id: str) -> StoredIncident:
    """An incident by its id, the id of any of its claims, or an id that it had before."""
    found = connection.scalar(select(_INCIDENT.id).where(_INCIDENT.id == _current(connection, id)))
    if found is None:
        raise NotFoundError(f"No incident or claim has the id {id}. `recount incidents` lists those there are.")
    return stored(connection, [found])[0]


def _current(connection: Connection, id: str) -> str | None:
    if connection.scalar(select(_INCIDENT.id).where(_INCIDENT.id == id)) is not None:
        return id
    holding: str | None = connection.scalar(select(func.min(_MEMBER.incident)).where(_MEMBER.claim == id))
    if holding is not None:
        return holding
    current: str | None = connection.scalar(select(_ALIAS.current).where(_ALIAS.former == id))
    return current


def stored(connection: Connection, ids: Sequence[str]) -> list[StoredIncident]:
    """Incidents by their ids, with the reports that they stand in."""
    found = select(_INCIDENT.id, _INCIDENT.content).where(_among(_INCIDENT.id, ids))
    held = {id: decode_counted(content) for id, content in connection.execute(found)}
    former: dict[str, list[str]] = {}
    named = select(_ALIAS.current, _ALIAS.former).where(_among(_ALIAS.current, ids)).order_by(_ALIAS.former)
    for current, alias in connection.execute(named):
        former.setdefault(current, []).append(alias)
    counted = [replace(held[id], aliases=tuple(former[id])) if id in former else held[id] for id in ids]
    told = [_reports(each) for each in counted]
    rows = report_rows(connection, _among(schema.reports.c.id, sorted({id for ids in told for id in ids})))
    sources = _sources(connection, rows)
    return [_with_reports(each, ids, rows, sources) for each, ids in zip(counted, told, strict=True)]


def _sources(connection: Connection, rows: Mapping[str, ReportRow]) -> dict[str, ReportRow]:
    """The reports that some others copy or carry passages of, and those that these copy."""
    found: dict[str, ReportRow] = {}
    wanted = _borrowed_from(rows)
    while wanted:
        more = report_rows(connection, schema.reports.c.id.in_(sorted(wanted)))
        found |= more
        wanted = {row.copy_of for row in more.values() if row.copy_of is not None} - found.keys()
    return found


def _borrowed_from(rows: Mapping[str, ReportRow]) -> set[str]:
    copied = {row.copy_of for row in rows.values() if row.copy_of is not None}
    return copied | {one.report for row in rows.values() for one in row.carried}


def _reports(counted: CountedIncident) -> tuple[str, ...]:
    """The reports that an incident's claims stand in, in the order of the claims."""
    incident = counted.incident
    return tuple(dict.fromkeys(claim.report for claim in (*incident.claims, *incident.denials)))


def _with_reports(
    counted: CountedIncident, ids: Sequence[str], rows: Mapping[str, ReportRow], sources: Mapping[str, ReportRow]
) -> StoredIncident:
    own = {id: rows[id] for id in ids if id in rows}
    wanted = _borrowed_from(own)
    wanted |= {row.copy_of for id in wanted if (row := sources.get(id)) is not None and row.copy_of is not None}
    return StoredIncident(counted, own, {id: sources[id] for id in sorted(wanted) if id in sources})


def _among(column: ColumnElement[str], ids: Sequence[str]) -> ColumnElement[bool]:
    """Rows of these ids; of all ids where they are so many that naming them takes longer than reading the rest."""
    return column.in_(ids) if len(ids) <= _NAMED else true()


def conditions(query: IncidentQuery) -> list[ColumnElement[bool]]:
    """What an incident must fulfil for a query to let it through."""
    return [*_own(query), *_held(query, _INCIDENT.id)]


def let_through(query: IncidentQuery, id: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """The same for a column of another table that names incidents."""
    own = _own(query)
    return [*([id.in_(select(_INCIDENT.id).where(*own))] if own else []), *_held(query, id)]


def _own(query: IncidentQuery) -> list[ColumnElement[bool]]:
    """What stands in the row of an incident."""
    wanted = [*_days(query.first, query.last)]
    if query.type is not None:
        wanted.append(_INCIDENT.type == query.type.value)
    if query.min_killed is not None:
        wanted.append(_INCIDENT.killed_max >= query.min_killed)
    return wanted


def _held(query: IncidentQuery, id: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """What other tables know of it: names and words."""
    named = (
        (Role.PLACE, query.place),
        (Role.ACTOR, query.by),
        (Role.SOURCE, query.source),
        (Role.WEAPON, query.weapon),
        (Role.OUTCOME, None if query.outcome is None else query.outcome.value),
    )
    wanted = [_named(id, role, name) for role, name in named if name is not None]
    searched = schema.searched.c
    for words, column in ((query.words, "quotes"), (query.anywhere, None)):
        if plain(words or "").strip():
            wanted.append(id.in_(select(searched.incident).where(holds(searched.number, words or "", column))))
    return wanted


def newest(query: IncidentQuery) -> Select[Any]:
    """The ids of the incidents of a query, newest first; those without a day come last."""
    # As an expression, the id is looked for in no index, so that the one of the order is walked until the page is full.
    id: ColumnElement[str] = literal_column("+incidents.id", String)
    wanted = [*_own(query), *_held(query, id)]
    return select(_INCIDENT.id).where(*wanted).order_by(_INCIDENT.day.desc(), _INCIDENT.id)


def facets(connection: Connection, query: IncidentQuery, most: int, each: int) -> Facets:
    """The values that the newest incidents of a query share, so many of each role at most."""
    ids = connection.scalars(newest(query).limit(most)).all()
    among = func.json_each(json.dumps(list(ids))).table_valued("value")
    names = schema.names.c
    shared = (
        select(names.role, func.min(names.shown), func.count())
        .where(names.incident.in_(select(among.c.value)), names.shown.is_not(None))
        .group_by(names.role, names.name)
        .order_by(func.count().desc(), names.name)
    )
    kept: dict[str, list[Facet]] = {}
    for role, shown, amount in connection.execute(shared):
        if len(held := kept.setdefault(role, [])) < each:
            held.append(Facet(role, shown, amount))
    month = func.strftime("%Y-%m", _INCIDENT.day)
    dated = select(month, func.count()).where(_INCIDENT.id.in_(select(among.c.value)), _INCIDENT.day.is_not(None))
    months = [(str(key), int(amount)) for key, amount in connection.execute(dated.group_by(month).order_by(month))]
    return Facets([facet for held in kept.values() for facet in held], months, len(ids))


def _days(first: date | None, last: date | None) -> Iterator[ColumnElement[bool]]:
    """That an incident can have touched one of the days. One without any day touches none that was asked for."""
    if first is not None or last is not None:
        yield _INCIDENT.day.is_not(None)
    # Not as alternatives, of which each would look into rows through an index of its own.
    if first is not None:
        yield func.coalesce(_INCIDENT.last, date.max, type_=_INCIDENT.last.type) >= first
    if last is not None:
        yield func.coalesce(_INCIDENT.first, date.min, type_=_INCIDENT.first.type) <= last


def _named(id: ColumnElement[str], role: Role, name: str) -> ColumnElement[bool]:
    names = schema.names.c
    holding = select(names.incident).where(names.role == role, names.name == fold(name))
    return id.in_(holding)
