"""Incidents as a table: one row an incident."""

import csv
import re
from collections.abc import Iterable, Mapping
from typing import TextIO

from recount.export.flat import Cell, Row, flat, joined
from recount.model import Account, Byline, CountedIncident, Event, Incident, Place, Voice

# What makes a spreadsheet take words for a formula, also in the wide forms of some keyboards. A quote sign before them
# shows them as they are.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_NONE = CountedIncident(Incident("", (), Event.OTHER, None, ()))
_COLUMNS_OF_PLACES = ("place", "precision", "lat", "lon", "country", "admin1")


def write_csv(
    incidents: Iterable[CountedIncident],
    bylines: Mapping[str, Byline],
    out: TextIO,
    accounts: Mapping[str, Account] | None = None,
) -> None:
    """The header, then a row an incident, in the order in which they come; what is not told is an empty cell.

    `accounts` are theirs by their ids, for the columns that say who of which kind and side tells a figure or none.
    """
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for counted in incidents:
        account = (accounts or {}).get(counted.incident.id, Account())
        writer.writerow([harmless(cell) for cell in table_row(counted, bylines, account).values()])


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula; figures stay figures.

    >>> harmless("=1+1"), harmless("-21 dead"), harmless(-33.4)
    ("'=1+1", "'-21 dead", -33.4)
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def table_row(counted: CountedIncident, bylines: Mapping[str, Byline], account: Account) -> Row:
    """One incident as a row of the table."""
    return flat(counted, bylines) | where_cells(counted.incident.where) | _sides(account.voices)


def _sides(voices: Iterable[Voice]) -> Row:
    """Who gives a figure, who speaks and gives none, who denies, and of which side nothing is on record."""
    told = list(voices)
    return {
        "counted_by": joined(_whose(voice) for voice in told if voice.figures),
        "no_figure_by": joined(_whose(voice) for voice in told if voice.origins and not voice.figures),
        "denied_by": joined(_whose(voice) for voice in told if voice.denials),
        "nothing_on_record_of": joined(voice.side for voice in told if not voice.origins and voice.side is not None),
    }


def _whose(voice: Voice) -> str:
    kind = voice.kind or "kind not listed"
    return kind if voice.side is None else f"{kind} of {voice.side}"


def where_cells(where: Iterable[Place]) -> Row:
    """The places in one cell; a point only where there is one, since several have none in the middle."""
    places = list(where)
    points = {place.point for place in places}
    [point] = points if len(points) == 1 else [None]
    cells = (
        joined(place.name for place in places),
        joined(place.precision.value for place in places if place.precision is not None),
        *(point or (None, None)),
        joined(place.country for place in places if place.country is not None),
        joined(place.admin1 for place in places if place.admin1 is not None),
    )
    return dict(zip(_COLUMNS_OF_PLACES, cells, strict=True))


COLUMNS = tuple(table_row(_NONE, {}, Account()))
"""What the table tells of each incident."""
