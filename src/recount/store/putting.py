"""Writing what was put together: all incidents or some, and under which ids they went before."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select

from recount.model import Claim, CountedIncident, Issue, Outcome
from recount.store import schema
from recount.store.carrying import carried
from recount.store.codec import encode
from recount.store.doubting import settle_neighbours, stakes
from recount.store.indexing import Also, Numbered, index, number_incidents, under_no_other
from recount.store.keeping import NO_VERSION, Stage, put_issues
from recount.store.lots import in_lots, rows_of
from recount.store.shapes import Loose
from recount.store.trail import put_steps, steps


@dataclass(frozen=True, slots=True)
class Together:
    """What linking and counting made of claims.

    `aside` are incidents of other claims, of which only what they could be is new. `also` tells an incident's tolls
    under further policies; it is asked while they are written, since all of them at once would fill the memory.
    """

    counted: Sequence[CountedIncident]
    totals: Sequence[Claim]
    apart: Sequence[Claim]
    issues: Sequence[Issue] = ()
    aside: Sequence[CountedIncident] = ()
    also: Also = under_no_other


def put(connection: Connection, together: Together) -> None:
    """Replace all incidents, running totals, claims apart and issues of linking."""
    former = _former_members(connection)
    moved = carried(connection, former, together.counted)
    for table in (
        schema.names,
        schema.searched,
        schema.tolls,
        schema.pins,
        schema.tellings,
        schema.spots,
        schema.doubts,
        schema.incidents,
        schema.members,
        schema.loose,
    ):
        connection.execute(delete(table))
    _put(connection, together, former, moved, _aliases(connection))
    settle_neighbours(connection)
    _put_link_issues(connection, together.issues, _link_issues(connection))


def put_some(connection: Connection, together: Together, claims: AbstractSet[str], reports: AbstractSet[str]) -> None:
    """Replace what was made of some claims, those of these ids or reports, and leave all else as it is."""
    former = _former_members(connection, claims, reports)
    moved = carried(connection, former, together.counted)
    present = {claim.id for each in together.counted for claim in (*each.incident.claims, *each.incident.denials)}
    aliases = _aliases(connection, former, {*present, *(claim for held in former.values() for claim in held)})
    ids = [*former, *(each.incident.id for each in together.aside)]
    for some in in_lots(ids):
        connection.execute(delete(schema.incidents).where(schema.incidents.c.id.in_(some)))
        connection.execute(delete(schema.members).where(schema.members.c.incident.in_(some)))
    _forget_loose(connection, claims, reports)
    _put(connection, together, former, moved, aliases)
    put_counted(connection, together.aside, together.also)
    settle_neighbours(connection, {*ids, *(each.incident.id for each in together.counted)})
    held = _link_issues(connection)
    own = [row for row in held if row.subject in claims or row.subject.rpartition("@")[0] in reports]
    _put_link_issues(connection, together.issues, own)


def _put(
    connection: Connection,
    together: Together,
    former: Mapping[str, Sequence[str]],
    moved: Mapping[str, str],
    aliases: Mapping[str, str],
) -> None:
    """Put incidents where their former ones are gone; `moved` tells which claim of now is one of before."""
    put_counted(connection, together.counted, together.also)
    _insert(connection, schema.loose, _loose(together))
    renamed = {id: [moved.get(claim, claim) for claim in claims] for id, claims in former.items()}
    _put_aliases(connection, {id: moved.get(id, id) for id in former}, renamed, together.counted, aliases)
    put_steps(connection, steps(renamed, _held(together.counted)))


def put_counted(connection: Connection, counted: Sequence[CountedIncident], also: Also = under_no_other) -> None:
    """Put incidents that are not there yet, with all that is kept of each."""
    told = number_incidents(connection, counted)
    _insert(connection, schema.incidents, incident_rows(told))
    index(connection, told, also)
    _insert(connection, schema.members, member_rows(counted))


def _forget_loose(connection: Connection, claims: AbstractSet[str], reports: AbstractSet[str]) -> None:
    loose = schema.loose.c
    for kind in Loose:
        for report in sorted(reports):
            connection.execute(delete(schema.loose).where(loose.kind == kind, loose.report == report))
        for claim in sorted(claims):
            report, _, place = claim.rpartition("@")
            one = (loose.kind == kind, loose.report == report, loose.place == int(place))
            connection.execute(delete(schema.loose).where(*one))


def _insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)


def incident_rows(counted: Numbered) -> Iterator[dict[str, object]]:
    """Incidents as their table has them."""
    return ({"number": number, **_incident_row(each)} for number, each in counted)


def _incident_row(counted: CountedIncident) -> dict[str, object]:
    incident = counted.incident
    first = None if incident.when is None else incident.when.earliest
    last = None if incident.when is None else incident.when.latest
    killed = counted.toll(Outcome.KILLED)
    bounds = () if killed is None else (killed.min, killed.best, killed.max)
    told = [bound for bound in bounds if bound is not None]
    return {
        "id": incident.id,
        "type": incident.type.value,
        "first": first,
        "last": last,
        "day": last if first is None else first,
        "killed_min": min(told, default=None),
        "killed_max": max(told, default=None),
        "stakes": stakes(counted),
        # Former ids have a table of their own.
        "content": encode(replace(counted, aliases=())),
    }


def member_rows(counted: Iterable[CountedIncident]) -> Iterator[dict[str, object]]:
    """Which incidents the claims are part of."""
    for each in counted:
        for claim in {claim.id: claim for claim in (*each.incident.claims, *each.incident.denials)}.values():
            yield {"claim": claim.id, "incident": each.incident.id, "report": claim.report}


def _loose(together: Together) -> Iterator[dict[str, object]]:
    for kind, told in ((Loose.TOTAL, together.totals), (Loose.APART, together.apart)):
        for claim in {claim.id: claim for claim in told}.values():
            place = claim.anchor.start
            yield {"kind": kind.value, "report": claim.report, "place": place, "content": encode(claim)}


def _held(counted: Iterable[CountedIncident]) -> dict[str, list[str]]:
    """The claims of each incident as it is now."""
    return {
        each.incident.id: [claim.id for claim in (*each.incident.claims, *each.incident.denials)] for each in counted
    }


def _former_members(
    connection: Connection, claims: AbstractSet[str] | None = None, reports: AbstractSet[str] | None = None
) -> dict[str, list[str]]:
    """The claims of each incident as it was; of those only that hold some claims or reports, where these are given."""
    columns = schema.members.c
    asked = select(columns.claim, columns.incident).order_by(columns.claim)
    incidents: set[str] | None = None
    if claims is not None and reports is not None:
        of_claims = rows_of(connection, select(columns.incident), columns.claim, claims)
        of_reports = rows_of(connection, select(columns.incident), columns.report, reports)
        incidents = {row.incident for row in chain(of_claims, of_reports)}
    held: dict[str, list[str]] = defaultdict(list)
    for row in rows_of(connection, asked, columns.incident, incidents):
        held[row.incident].append(row.claim)
    return dict(sorted(held.items()))


def _aliases(
    connection: Connection, current: Iterable[str] | None = None, former: AbstractSet[str] = frozenset()
) -> dict[str, str]:
    """Former ids with those that took their place: all, or those that lead to some ids or are some."""
    columns = schema.aliases.c
    asked = select(columns.former, columns.current)
    found = rows_of(connection, asked, columns.current, None if current is None else list(current))
    return {row.former: row.current for row in chain(found, rows_of(connection, asked, columns.former, former))}


def _put_aliases(
    connection: Connection,
    named_after: Mapping[str, str],
    former: Mapping[str, list[str]],
    counted: Sequence[CountedIncident],
    aliases: Mapping[str, str],
) -> None:
    """Keep ids that no incident has any more as other names of those that took their place.

    `aliases` are those so far. `former` holds the claims of each former incident, and `named_after` its least one,
    under their ids of now. An alias of an incident that is itself gone goes on to its successor, so that one step
    always leads there.
    """
    present = {each.incident.id for each in counted}
    now = {row["claim"]: str(row["incident"]) for row in member_rows(counted)}
    successors = {id: _successor(named_after[id], claims, now) for id, claims in former.items() if id not in present}
    kept = {id: current if current in present else successors.get(current) for id, current in aliases.items()}
    kept |= successors
    # A former id that is a claim's leads where the claim is, and goes on from there once the claim is gone.
    kept |= {id: now[id] for id in kept if id in now}
    for some in in_lots(aliases):
        connection.execute(delete(schema.aliases).where(schema.aliases.c.former.in_(some)))
    rows = ({"former": id, "current": current} for id, current in kept.items() if current is not None)
    _insert(connection, schema.aliases, (row for row in rows if row["former"] not in present))


def _successor(claim: str, claims: Sequence[str], now: Mapping[object, str]) -> str | None:
    """The incident that holds the claim that a former one was named after, else the one with most of its claims."""
    if claim in now:
        return now[claim]
    held = Counter(now[one] for one in claims if one in now)
    return min(held, key=lambda incident: (-held[incident], incident), default=None)


def _link_issues(connection: Connection) -> Sequence[Row[Any]]:
    columns = schema.issues.c
    held = select(columns.number, columns.subject, columns.kind, columns.reason).where(columns.stage == Stage.LINK)
    return list(connection.execute(held))


def _put_link_issues(connection: Connection, issues: Sequence[Issue], held: Sequence[Row[Any]]) -> None:
    """Replace some issues of linking; those that were there already stay as they are and are not counted as new."""
    wanted = {(issue.subject, issue.kind.value, issue.reason) for issue in issues}
    gone = [row.number for row in held if (row.subject, row.kind, row.reason) not in wanted]
    for number in gone:
        connection.execute(delete(schema.issues).where(schema.issues.c.number == number))
    put_issues(connection, issues, Stage.LINK, None, NO_VERSION)
