"""Every figure claimed as a table, and what the other forms tell of kinds and sides."""

import csv
import io
import json
from datetime import date

from recount.export import incident_object, write_csv, write_figures
from recount.model import Account, Figure, Outcome, Step, Told, Voice
from tests.export.grelda import BYLINES, incident

KILLED = Outcome.KILLED
FIVE = Figure("Veldanian Rights Monitor", KILLED, "people", 5, 5, False, None, "courier-1@12", False)
ACCOUNT = Account(
    (
        Voice("monitor", None, ("Veldanian Rights Monitor",), (FIVE,)),
        Voice("state media", "Veldanian government", ("VELNA",), (), ("velna@7",), (KILLED,)),
        Voice(None, "Highland Front", (), no_figure=(KILLED,)),
    ),
    (Told(FIVE, None, date(2031, 3, 5), Step.FIRST, False, True, "monitor"),),
)


def rows() -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    made = incident()
    write_figures([made], out, {made.incident.id: ACCOUNT})
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_a_figure_is_a_row_with_who_told_it_when_and_whether_it_stands() -> None:
    row = rows()[0]
    cells = ("says", "outcome", "low", "high", "day", "step", "stands", "origin", "kind", "side")
    assert [row[cell] for cell in cells] == [
        "figure", "killed", "5", "5", "2031-03-05", "first", "yes", "Veldanian Rights Monitor", "monitor", "",
    ]  # fmt: skip


def test_a_side_that_denies_or_tells_no_number_has_rows_without_any() -> None:
    told = [(row["says"], row["outcome"], row["low"], row["side"], row["claim"]) for row in rows()[1:]]
    assert told == [
        ("denial", "", "", "Veldanian government", "velna@7"),
        ("no figure", "killed", "", "Veldanian government", ""),
        ("nothing on record", "", "", "Highland Front", ""),
    ]


def test_an_incidents_row_says_who_counts_who_denies_and_who_does_not_speak() -> None:
    out = io.StringIO(newline="")
    made = incident()
    write_csv([made], BYLINES, out, {made.incident.id: ACCOUNT})
    [row] = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert [row[name] for name in ("counted_by", "no_figure_by", "denied_by", "nothing_on_record_of")] == [
        "monitor", "state media of Veldanian government", "state media of Veldanian government", "Highland Front",
    ]  # fmt: skip


def test_an_object_has_the_figures_by_side_and_their_history() -> None:
    told = json.loads(json.dumps(incident_object(incident(), BYLINES, ACCOUNT)))
    assert [(one["side"], one["denies"], one["no_figure"]) for one in told["by_side"]] == [
        (None, False, []),
        ("Veldanian government", True, ["killed"]),
        ("Highland Front", False, ["killed"]),
    ]
    [one] = told["history"]
    assert (one["day"], one["low"], one["step"], one["stands"]) == ("2031-03-05", 5, "first", True)
