"""Incidents, their places and their figures as rows: those of the exports, with types of their own."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from recount.export import table_row
from recount.export.csv import COLUMNS
from recount.export.figures import COLUMNS as OF_FIGURES
from recount.frames.columns import DAY, DEGREES, NUMBER, WORDS, YES_NO, Columns
from recount.model import Account, Byline, CountedIncident, Outcome

Row = dict[str, Any]
_SPOKEN = {"yes": True, "no": False}
_KINDS = {
    **dict.fromkeys(("first_day", "last_day", "day"), DAY),
    **{f"{outcome}_{bound}": NUMBER for outcome in Outcome for bound in ("min", "best", "max")},
    **dict.fromkeys(("origins", "claims", "denials", "low", "high"), NUMBER),
    **dict.fromkeys(("lat", "lon"), DEGREES),
    **dict.fromkeys(("several_episodes", "approx", "part", "told_as_such", "stands"), YES_NO),
}
INCIDENTS: Columns = {name: _KINDS.get(name, WORDS) for name in COLUMNS}
FIGURES: Columns = {name: _KINDS.get(name, WORDS) for name in OF_FIGURES}
PLACES: Columns = {
    **{"incident": WORDS, "name": WORDS, "precision": WORDS, "lat": DEGREES, "lon": DEGREES},
    **{"country": WORDS, "admin1": WORDS, "candidates": NUMBER},
}


def incident_row(counted: CountedIncident, bylines: Mapping[str, Byline], account: Account) -> Row:
    """One incident, as its row of `recount export csv`."""
    return typed(table_row(counted, bylines, account), INCIDENTS)


def typed(row: Mapping[str, object], columns: Columns) -> Row:
    """The cells of an export as values of the types of their columns."""
    return {name: _value(cell, columns[name]) for name, cell in row.items()}


def _value(cell: object, kind: str) -> object:
    if cell is None:
        return None
    if kind == DAY:
        return date.fromisoformat(str(cell))
    return _SPOKEN[str(cell)] if kind == YES_NO else cell


def place_rows(counted: CountedIncident) -> Iterator[Row]:
    """The places of one incident. One that could be any of several has as many candidates, and no point."""
    for place in counted.incident.where:
        lat, lon = place.point or (None, None)
        yield {
            **{"incident": counted.incident.id, "name": place.name, "lat": lat, "lon": lon},
            "precision": None if place.precision is None else place.precision.value,
            **{"country": place.country, "admin1": place.admin1, "candidates": len(place.candidates)},
        }
