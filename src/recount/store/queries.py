"""Finding incidents."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, func, literal_column, select

from recount.language.folding import fold
from recount.model import CountedIncident, Incident, NotFoundError
from recount.store import schema
from recount.store.codec import decode_counted
from recount.store.folded import Role, plain
from recount.store.lots import rows_of
from recount.store.matching import matching
from recount.store.reads import report_rows
from recount.store.shapes import Facet, Facets, Found, IncidentQuery, Page, ReportRow, StoredIncident

_INCIDENT = schema.incidents.c
# As an expression, the number is looked for in no index, so that the one of the order is walked until a page is full.
AS_IS: ColumnElement[int] = literal_column("+incidents.number", Integer)
_MEMBER = schema.members.c
_ALIAS = schema.aliases.c
_NAMED = 50_000


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
    own, held = _own(query), _sets(query)
    if own or not held:
        return connection.scalar(select(func.count()).select_from(schema.incidents).where(*conditions(query))) or 0
    # One set is walked, and no incident is looked at.
    first, *rest = held
    walked = first.subquery()
    wanted = [(walked.c.incident + 0).in_(one) for one in rest]
    return connection.scalar(select(func.count()).select_from(walked).where(*wanted)) or 0


def incident(connection: Connection, id: str) -> StoredIncident:
    """An incident by its id, the id of any of its claims, or an id that it had before."""
    found = connection.scalar(select(_INCIDENT.id).where(_INCIDENT.id == _current(connection, id)))
    if found is None:
        raise NotFoundError(f"No incident or claim has the id {id}. `recount incidents` lists those there are.")
    return stored(connection, [found])[0]


def holding(connection: Connection, id: str) -> Incident | None:
    """The same incident without its reports, for whoever looks at its claims alone; none where there is none."""
    content = connection.scalar(select(_INCIDENT.content).where(_INCIDENT.id == _current(connection, id)))
    return None if content is None else decode_counted(content).incident


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
    found = rows_of(connection, select(_INCIDENT.id, _INCIDENT.content), _INCIDENT.id, _among(ids))
    held = {row.id: decode_counted(row.content) for row in found}
    former: dict[str, list[str]] = {}
    named = select(_ALIAS.current, _ALIAS.former).order_by(_ALIAS.former)
    for row in rows_of(connection, named, _ALIAS.current, _among(ids)):
        former.setdefault(row.current, []).append(row.former)
    counted = [replace(held[id], aliases=tuple(former[id])) if id in former else held[id] for id in ids]
    told = [_reports(each) for each in counted]
    rows = report_rows(connection, _among({id for ids in told for id in ids}))
    sources = _sources(connection, rows)
    return [_with_reports(each, ids, rows, sources) for each, ids in zip(counted, told, strict=True)]


def _sources(connection: Connection, rows: Mapping[str, ReportRow]) -> dict[str, ReportRow]:
    """The reports that some others copy or carry passages of, and those that these copy."""
    found: dict[str, ReportRow] = {}
    wanted = _borrowed_from(rows)
    while wanted:
        more = report_rows(connection, wanted)
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


def _among(ids: Collection[str]) -> Collection[str] | None:
    """Some ids; none, which is all, where they are so many that naming them takes longer than reading the rest."""
    return ids if len(ids) <= _NAMED else None


def conditions(query: IncidentQuery) -> list[ColumnElement[bool]]:
    """What an incident must fulfil for a query to let it through."""
    return [*_own(query), *(AS_IS.in_(one) for one in _sets(query))]


def let_through(query: IncidentQuery, number: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """The same for a column of another table that has the numbers of incidents."""
    own = _own(query)
    sets = [*([select(_INCIDENT.number).where(*own)] if own else []), *_sets(query)]
    return [(number + 0).in_(one) for one in sets]


def _own(query: IncidentQuery) -> list[ColumnElement[bool]]:
    """What stands in the row of an incident."""
    wanted = [*_days(query.first, query.last)]
    if query.type is not None:
        wanted.append(_INCIDENT.type == query.type.value)
    if query.min_killed is not None:
        wanted.append(_INCIDENT.killed_max >= query.min_killed)
    return wanted


def _sets(query: IncidentQuery) -> list[Select[Any]]:
    """The numbers of incidents that other tables know to fulfil a part of a query: by words, then by names."""
    searched = [
        matching(words or "", column)
        for words, column in ((query.words, "quotes"), (query.anywhere, None))
        if plain(words or "").strip()
    ]
    named = (
        (Role.PLACE, query.place),
        (Role.ACTOR, query.by),
        (Role.SOURCE, query.source),
        (Role.WEAPON, query.weapon),
        (Role.OUTCOME, None if query.outcome is None else query.outcome.value),
    )
    return [*searched, *(_named(role, name) for role, name in named if name is not None)]


def newest(query: IncidentQuery) -> Select[Any]:
    """The ids of the incidents of a query, newest first; those without a day come last."""
    return select(_INCIDENT.id).where(*conditions(query)).order_by(_INCIDENT.day.desc(), _INCIDENT.id)


def found(connection: Connection, query: IncidentQuery, most: int, each: int) -> Found:
    """A page of the incidents of a query and what the newest share, for which they are looked for only once."""
    last = max(most, query.offset + (query.limit or most))
    asked = newest(query).add_columns(_INCIDENT.number, _INCIDENT.day).limit(last)
    told = connection.execute(asked).all()
    ids = [row.id for row in told[query.offset : query.offset + (query.limit or most)]]
    shared = _shared(connection, [(row.number, row.day) for row in told[:most]], each)
    return Found(Page(stored(connection, ids), len(told) if len(told) < last else count(connection, query)), shared)


def _shared(connection: Connection, newest: Sequence[Any], each: int) -> Facets:
    among = func.json_each(json.dumps([number for number, _ in newest])).table_valued("value")
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
    months = Counter(f"{day:%Y-%m}" for _, day in newest if day is not None)
    return Facets([facet for held in kept.values() for facet in held], sorted(months.items()), len(newest))


def _days(first: date | None, last: date | None) -> Iterator[ColumnElement[bool]]:
    """That an incident can have touched one of the days. One without any day touches none that was asked for."""
    if first is not None or last is not None:
        yield _INCIDENT.day.is_not(None)
    # Not as alternatives, of which each would look into rows through an index of its own.
    if first is not None:
        yield func.coalesce(_INCIDENT.last, date.max, type_=_INCIDENT.last.type) >= first
    if last is not None:
        yield func.coalesce(_INCIDENT.first, date.min, type_=_INCIDENT.first.type) <= last


def _named(role: Role, name: str) -> Select[Any]:
    names = schema.names.c
    return select(names.incident).where(names.role == role, names.name == fold(name))
