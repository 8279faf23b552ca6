"""Writing what was put together: all incidents at once, and under which ids they went before."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Table, delete, insert, select

from recount.model import Claim, CountedIncident, Issue, Outcome
from recount.store import schema
from recount.store.carrying import carried
from recount.store.codec import encode
from recount.store.indexing import index, name_rows
from recount.store.keeping import NO_VERSION, Stage, put_issues
from recount.store.shapes import Loose
from recount.store.trail import put_steps, steps


@dataclass(frozen=True, slots=True)
class Together:
    """What linking and counting made of all claims."""

    counted: Sequence[CountedIncident]
    totals: Sequence[Claim]
    apart: Sequence[Claim]
    issues: Sequence[Issue] = ()


def put(connection: Connection, together: Together) -> None:
    """Replace all incidents, running totals, claims apart and issues of linking."""
    former = _former_members(connection)
    moved = carried(connection, former, together.counted)
    for table in (
        schema.names,
        schema.searched,
        schema.tolls,
        schema.pins,
        schema.spots,
        schema.incidents,
        schema.members,
        schema.loose,
    ):
        connection.execute(delete(table))
    _insert(connection, schema.incidents, map(incident_row, together.counted))
    _insert(connection, schema.names, name_rows(together.counted))
    index(connection, together.counted)
    _insert(connection, schema.members, member_rows(together.counted))
    _insert(connection, schema.loose, _loose(together))
    renamed = {id: [moved.get(claim, claim) for claim in claims] for id, claims in former.items()}
    _put_aliases(connection, {id: moved.get(id, id) for id in former}, renamed, together.counted)
    put_steps(connection, steps(renamed, _held(together.counted)))
    _put_link_issues(connection, together.issues)


def _insert(connection: Connection, table: Table, rows: Iterable[Mapping[str, object]]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)


def incident_row(counted: CountedIncident) -> dict[str, object]:
    """An incident as its table has it."""
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


def _former_members(connection: Connection) -> dict[str, list[str]]:
    """The claims of each incident as it was."""
    held: dict[str, list[str]] = defaultdict(list)
    columns = schema.members.c
    for claim, incident in connection.execute(select(columns.claim, columns.incident).order_by(columns.claim)):
        held[incident].append(claim)
    return held


def _put_aliases(
    connection: Connection,
    named_after: Mapping[str, str],
    former: Mapping[str, list[str]],
    counted: Sequence[CountedIncident],
) -> None:
    """Keep ids that no incident has any more as other names of those that took their place.

    `former` holds the claims of each former incident, and `named_after` its least one, under their ids of now. An alias
    of an incident that is itself gone goes on to its successor, so that one step always leads there.
    """
    present = {each.incident.id for each in counted}
    now = {row["claim"]: str(row["incident"]) for row in member_rows(counted)}
    successors = {id: _successor(named_after[id], claims, now) for id, claims in former.items() if id not in present}
    columns = schema.aliases.c
    kept: dict[str, str | None] = {}
    for id, current in connection.execute(select(columns.former, columns.current)):
        kept[id] = current if current in present else successors.get(current)
    kept |= successors
    # A former id that is a claim's leads where the claim is, and goes on from there once the claim is gone.
    kept |= {id: now[id] for id in kept if id in now}
    connection.execute(delete(schema.aliases))
    rows = ({"former": id, "current": current} for id, current in kept.items() if current is not None)
    _insert(connection, schema.aliases, (row for row in rows if row["former"] not in present))


def _successor(claim: str, claims: Sequence[str], now: Mapping[object, str]) -> str | None:
    """The incident that holds the claim that a former one was named after, else the one with most of its claims."""
    if claim in now:
        return now[claim]
    held = Counter(now[one] for one in claims if one in now)
    return min(held, key=lambda incident: (-held[incident], incident), default=None)


def _put_link_issues(connection: Connection, issues: Sequence[Issue]) -> None:
    """Replace the issues of linking; those that were there already stay as they are and are not counted as new."""
    columns = schema.issues.c
    wanted = {(issue.subject, issue.kind.value, issue.reason) for issue in issues}
    held = select(columns.number, columns.subject, columns.kind, columns.reason).where(columns.stage == Stage.LINK)
    gone = [number for number, *told in connection.execute(held) if tuple(told) not in wanted]
    for number in gone:
        connection.execute(delete(schema.issues).where(columns.number == number))
    put_issues(connection, issues, Stage.LINK, None, NO_VERSION)
