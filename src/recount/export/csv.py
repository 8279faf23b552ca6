"""Incidents as a table: one row an incident."""

import csv
import re
from collections.abc import Iterable, Mapping
from typing import TextIO

from recount.export.flat import Cell, Row, flat, joined
from recount.model import Byline, CountedIncident, Event, Incident, Place

# What makes a spreadsheet take words for a formula, also in the wide forms of some keyboards. A quote sign before them
# shows them as they are.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_NONE = CountedIncident(Incident("", (), Event.OTHER, None, ()))
_COLUMNS_OF_PLACES = ("place", "precision", "lat", "lon", "country", "admin1")


def write_csv(incidents: Iterable[CountedIncident], bylines: Mapping[str, Byline], out: TextIO) -> None:
    """The header, then a row an incident, in the order in which they come; what is not told is an empty cell."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_row(_NONE, {}))
    for counted in incidents:
        writer.writerow([harmless(cell) for cell in _row(counted, bylines).values()])


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula; figures stay figures.

    >>> harmless("=1+1"), harmless("-21 dead"), harmless(-33.4)
    ("'=1+1", "'-21 dead", -33.4)
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _row(counted: CountedIncident, bylines: Mapping[str, Byline]) -> Row:
    return flat(counted, bylines) | _where(counted.incident.where)


def _where(where: Iterable[Place]) -> Row:
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
