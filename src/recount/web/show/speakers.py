"""Who is heard of what, as a table: bodies in groups by side and kind, against kinds of events or outcomes.

Only bodies: those that a list of sources or actors knows, and outlets that published a report. Whoever else is named as
an origin may be a person after all, and is counted without a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from recount.knowledge.bodies import Bodies
from recount.model import Event, Outcome
from recount.store.shapes import Heard, Meeting
from recount.store.telling import DENIES, SPEAKS
from recount.web.show.labels import label
from recount.web.show.voices import NO_SIDE

OUTLET = "outlet"
SHADES = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """How many incidents, and how deep it is shaded, from 0."""

    incidents: int
    shade: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """One body, with what it tells of in each column."""

    name: str
    kind: str
    side: str | None
    incidents: int
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The bodies of one side and kind."""

    title: str
    side: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """What two bodies have in common; absent where they never tell of one incident."""

    one: str
    other: str
    meeting: Meeting | None


def is_body(name: str, outlet: bool, bodies: Bodies) -> bool:
    """Whether a name is surely that of a body: who is unsure counts as a private person."""
    return outlet or bodies.named(name) is not None


def speakers(told: Sequence[Heard], bodies: Bodies) -> list[Speaker]:
    """The bodies that are heard, those first that tell of most incidents."""
    outlets = {one.origin for one in told if one.outlet}
    counts: dict[str, int] = {}
    for one in told:
        if one.column == SPEAKS or one.column in set(Event):
            counts[one.origin] = counts.get(one.origin, 0) + one.incidents
    shown = [_speaker(name, count, bodies) for name, count in counts.items() if is_body(name, name in outlets, bodies)]
    return sorted(shown, key=lambda one: (-one.incidents, one.name.casefold(), one.name))


def unnamed(told: Sequence[Heard], bodies: Bodies) -> int:
    """How many further origins are heard, of whom no list knows that they are bodies."""
    outlets = {one.origin for one in told if one.outlet}
    return sum(not is_body(name, name in outlets, bodies) for name in {one.origin for one in told})


def columns(told: Sequence[Heard]) -> list[str]:
    """What anybody is heard of: kinds of events with the most frequent first, or outcomes in their order."""
    counts: dict[str, int] = {}
    for one in told:
        counts[one.column] = counts.get(one.column, 0) + one.incidents
    outcomes = [str(outcome) for outcome in Outcome if outcome in counts]
    outcomes += [DENIES] if DENIES in counts else []
    events = sorted((key for key in counts if key in set(Event)), key=lambda key: (-counts[key], key))
    return events if SPEAKS not in counts else outcomes


def column_words(column: str) -> str:
    """What a column is called."""
    if column == DENIES:
        return "denies it"
    return label("event", column) if column in set(Event) else label("outcome", column)


def groups(shown: Sequence[Speaker], told: Sequence[Heard], across: Sequence[str]) -> tuple[Group, ...]:
    """Some bodies by side and kind, those of no side first; each with its cells."""
    counted = {(one.origin, one.column): one.incidents for one in told}
    most = max((counted.get((one.name, column), 0) for one in shown for column in across), default=0)
    held: dict[tuple[bool, str, str], list[Speaker]] = {}
    for one in shown:
        cells = tuple(_cell(counted.get((one.name, column), 0), most) for column in across)
        filled = Speaker(one.name, one.kind, one.side, one.incidents, cells)
        held.setdefault((one.side is not None, one.side or "", one.kind), []).append(filled)
    return tuple(
        Group(label("speaker", kind), side if sided else NO_SIDE, tuple(some))
        for (sided, side, kind), some in sorted(held.items())
    )


def crossings(shown: Sequence[Speaker], met: Sequence[Meeting]) -> list[tuple[Speaker, list[Crossing]]]:
    """Each body but the first with those before it, and what both tell of."""
    held = {frozenset((one.one, one.other)): one for one in met}
    return [
        (one, [Crossing(one.name, other.name, held.get(frozenset((one.name, other.name)))) for other in shown[:place]])
        for place, one in enumerate(shown)
        if place
    ]


def _speaker(name: str, count: int, bodies: Bodies) -> Speaker:
    body = bodies.named(name)
    return Speaker(name, OUTLET if body is None else body.kind, None if body is None else body.side, count)


def _cell(incidents: int, most: int) -> Cell:
    return Cell(incidents, -(-incidents * SHADES // most) if most else 0)
