"""An incident as a sheet of a dossier: each figure with the note that says where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recount.model import Judgement, Text, Toll
from recount.store.shapes import StoredIncident
from recount.web.show import days, figures, places, tolls
from recount.web.show.cards import Card, card, doubts
from recount.web.show.judging import Decided, history
from recount.web.show.labels import label
from recount.web.show.rows import IncidentRow, incident_row


@dataclass(frozen=True, slots=True)
class Told:
    """What one origin says of one outcome."""

    origin: str
    entries: tuple[tolls.Entry, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """One outcome: the range over all origins, and what each of them says."""

    column: tolls.Column
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Where a claim stands: its sentence, report, outlet, day and, where known, address."""

    number: int
    card: Card
    link: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One incident with everything that it rests on."""

    id: str
    row: IncidentRow
    when: str
    places: tuple[places.PlaceLine, ...]
    figures: tuple[Figures, ...]
    policy: str
    notes: tuple[Note, ...]
    denials: tuple[Note, ...]
    contested: tuple[str, ...]
    judged: tuple[Decided, ...]


def sheet(
    stored: StoredIncident,
    texts: Mapping[str, Text],
    links: Mapping[str, str | None],
    judgements: Sequence[Judgement],
    first: int = 1,
) -> Sheet:
    """One incident; its notes are numbered from `first`, so that those of a whole list follow each other."""
    told = stored.counted.incident
    claims = (*told.claims, *told.denials)
    notes = [
        Note(number, card(number, claim, stored.rows, texts.get(claim.report)), links.get(claim.report))
        for number, claim in enumerate(claims, first)
    ]
    table = tolls.table(stored.counted.tolls, {note.card.id: note.number for note in notes})
    return Sheet(
        id=told.id,
        row=incident_row(stored),
        when=days.when_in_full(told.when),
        places=tuple(map(places.line, told.where)),
        figures=() if table is None else tuple(_figures(table)),
        policy="" if table is None else table.policy,
        notes=tuple(notes[: len(told.claims)]),
        denials=tuple(notes[len(told.claims) :]),
        contested=tuple(_contested(stored)),
        judged=tuple(history(judgements, claims)),
    )


def _figures(table: tolls.Table) -> Iterator[Figures]:
    for place, column in enumerate(table.columns):
        told = tuple(Told(row.origin, row.cells[place]) for row in table.rows if row.cells[place])
        yield Figures(column, told)


def _contested(stored: StoredIncident) -> Iterator[str]:
    """What sources do not agree on, or hedge, or deny; and what the incident may be confused with."""
    told = stored.counted.incident
    for toll in stored.counted.tolls:
        if _differ(toll):
            told_of = "; ".join(dict.fromkeys(_by_origin(toll)))
            yield f"how many were {label('outcome', toll.outcome)}: {told_of}"
    yield from (f"in doubt: {words}" for words in doubts(told.claims))
    sides = {claim.by for claim in told.claims if claim.by}
    if len(sides) > 1:
        yield f"who did it: {' or '.join(sorted(', '.join(names) for names in sides))}"
    if told.denials:
        yield f"denied in {figures.several(len(told.denials), 'claim')}"
    if told.could_be:
        yield f"whether it is one event with {', '.join(told.could_be)}"


def _by_origin(toll: Toll) -> Iterator[str]:
    yield from (f"{figures.figure(one)} ({one.origin})" for one in toll.figures if not one.part)


def _differ(toll: Toll) -> bool:
    whole = {(one.low, one.high, one.vague) for one in toll.figures if not one.part}
    return len(whole) > 1


def day_told(published: date | None) -> str:
    """The day of a report.

    >>> day_told(None)
    'day not told'
    """
    return days.NOT_TOLD if published is None else days.day(published)
