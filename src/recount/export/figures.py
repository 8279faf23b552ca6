"""Every figure claimed, as a table: one row a figure, with who of which kind and side told it when."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from recount.export.csv import harmless
from recount.export.flat import Row
from recount.model import Account, CountedIncident, Told, Voice

COLUMNS = (
    "incident", "says", "outcome", "who", "fighters_of", "low", "high", "approx", "vague", "part", "day", "step",
    "told_as_such", "stands", "origin", "kind", "side", "claim",
)  # fmt: skip
FIGURE, NO_FIGURE, DENIAL, NOTHING = "figure", "no figure", "denial", "nothing on record"


def write_figures(incidents: Iterable[CountedIncident], out: TextIO, accounts: Mapping[str, Account]) -> None:
    """The header, then incident by incident: its figures in the order they were told, then who gives none and why.

    `says` is "figure", "denial", "no figure" (sources speak of it, and tell no number of an outcome that others count)
    or "nothing on record" (no report has a source of that side speak of it). What is not told is an empty cell.
    """
    writer = csv.DictWriter(out, COLUMNS, restval=None, lineterminator="\n")
    writer.writeheader()
    for counted in incidents:
        account = accounts[counted.incident.id]
        for row in figure_rows(counted.incident.id, account):
            writer.writerow({name: harmless(cell) for name, cell in row.items()})


def figure_rows(incident: str, account: Account) -> Iterator[Row]:
    """What is told and not told of one incident, as rows of the table."""
    for told in account.history:
        yield {"incident": incident, "says": FIGURE, **_figure(told)}
    for voice in account.voices:
        for row in _without(voice):
            yield {"incident": incident, **row, "kind": voice.kind, "side": voice.side}


def _figure(told: Told) -> Row:
    figure = told.figure
    return {
        "outcome": figure.outcome.value,
        "who": figure.who,
        "fighters_of": told.side,
        "low": figure.low,
        "high": figure.high,
        "approx": _yes(figure.approx),
        "vague": figure.vague,
        "part": _yes(figure.part),
        "day": None if told.day is None else told.day.isoformat(),
        "step": told.step.value,
        "told_as_such": _yes(told.worded),
        "stands": _yes(told.stands),
        "origin": figure.origin,
        "kind": told.kind,
        "side": told.speaks_for,
        "claim": figure.claim,
    }


def _without(voice: Voice) -> Iterator[Row]:
    for denial in voice.denials:
        yield {"says": DENIAL, "origin": "; ".join(voice.origins), "claim": denial}
    if not voice.origins:
        yield {"says": NOTHING}
        return
    for outcome in voice.no_figure:
        yield {"says": NO_FIGURE, "outcome": outcome.value, "origin": "; ".join(voice.origins)}


def _yes(told: bool) -> str:
    return "yes" if told else "no"
