"""The trail: what became of incidents, each time that claims are put together again."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from recount.model import Change, ChangeKind
from recount.store import schema

_TRAIL = schema.trail.c


@dataclass(frozen=True, slots=True)
class Step:
    """A change before it has its number and time."""

    kind: ChangeKind
    subject: str
    others: tuple[str, ...] = ()


def steps(former: Mapping[str, Iterable[str]], now: Mapping[str, Iterable[str]]) -> Iterator[Step]:
    """What became of incidents, told by their claims before and after, in the order of the ids of now, then of before.

    >>> list(steps({"a@1": ["a@1"], "b@1": ["b@1"]}, {"a@1": ["a@1", "b@1"]}))
    [Step(kind=<ChangeKind.MERGED: 'merged'>, subject='a@1', others=('a@1', 'b@1'))]
    """
    before = {id: frozenset(claims) for id, claims in former.items()}
    after = {id: frozenset(claims) for id, claims in now.items()}
    sources, results = _flows(before, after), _flows(after, before)
    for id in sorted(after):
        came = sources.get(id, ())
        if not came:
            yield Step(ChangeKind.MADE, id)
        elif len(came) > 1:
            yield Step(ChangeKind.MERGED, id, came)
        elif len(results[came[0]]) == 1:
            yield from _same_incident(came[0], id, before[came[0]], after[id])
    for id in sorted(before):
        went = results.get(id, ())
        if not went:
            yield Step(ChangeKind.GONE, id)
        elif len(went) > 1:
            yield Step(ChangeKind.SPLIT, id, went)


def put_steps(connection: Connection, told: Iterable[Step]) -> None:
    """Add steps to the trail."""
    at = datetime.now(UTC).isoformat()
    rows = [
        {"at": at, "kind": one.kind.value, "subject": one.subject, "others": json.dumps(one.others)} for one in told
    ]
    if rows:
        connection.execute(insert(schema.trail), rows)


def changes_after(connection: Connection, number: int) -> Sequence[Change]:
    """The steps that came after one of them, in their order."""
    return _changes(connection, _TRAIL.number > number)


def changes_since(connection: Connection, at: datetime) -> Sequence[Change]:
    """The steps from a moment on, in their order."""
    return _changes(connection, _TRAIL.at >= at.astimezone(UTC).isoformat())


def changes_of(connection: Connection, subjects: Collection[str]) -> Sequence[Change]:
    """The steps that speak of some incidents or judgements by their ids, in their order."""
    return _changes(connection, _TRAIL.subject.in_(subjects))


def steps_of(connection: Connection, judgement: str, most: int) -> Sequence[Change]:
    """What became of incidents by a judgement: the steps behind it, up to the next one."""
    number = change_of(connection, judgement)
    if number is None:
        return ()
    behind = select(schema.trail).where(_TRAIL.number > number).order_by(_TRAIL.number).limit(most)
    steps = [_change(row) for row in connection.execute(behind)]
    return tuple(takewhile(lambda one: one.kind not in (ChangeKind.JUDGED, ChangeKind.WITHDRAWN), steps))


def last_change(connection: Connection) -> int:
    """The number of the latest step."""
    return connection.scalar(select(func.max(_TRAIL.number))) or 0


def change_of(connection: Connection, subject: str) -> int | None:
    """The number of the first step that speaks of an incident or a judgement by its id."""
    found: int | None = connection.scalar(select(func.min(_TRAIL.number)).where(_TRAIL.subject == subject))
    return found


def _changes(connection: Connection, condition: ColumnElement[bool]) -> list[Change]:
    found = connection.execute(select(schema.trail).where(condition).order_by(_TRAIL.number))
    return [_change(row) for row in found]


def _change(row: Row[Any]) -> Change:
    return Change(row.number, datetime.fromisoformat(row.at), ChangeKind(row.kind), row.subject, _others(row.others))


def _others(content: str) -> tuple[str, ...]:
    return tuple(json.loads(content))


def _flows(origin: Mapping[str, frozenset[str]], target: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Which of the one share claims with each of the other."""
    holding: dict[str, list[str]] = {}
    for id, claims in origin.items():
        for claim in claims:
            holding.setdefault(claim, []).append(id)
    return {
        id: tuple(sorted({one for claim in claims for one in holding.get(claim, ())}))
        for id, claims in target.items()
    }  # fmt: skip


def _same_incident(former: str, id: str, before: frozenset[str], after: frozenset[str]) -> Iterator[Step]:
    if former != id:
        yield Step(ChangeKind.RENAMED, id, (former,))
    if after - before:
        yield Step(ChangeKind.GREW, id, tuple(sorted(after - before)))
    if before - after:
        yield Step(ChangeKind.SHRANK, id, tuple(sorted(before - after)))
