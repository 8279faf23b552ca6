"""Tolls side by side."""

from dataclasses import replace

from recount.model import Outcome, Toll
from recount.web.show.tolls import Table, table
from tests.web.veldania import record


def _school() -> Table:
    counted = record().stored[0].counted
    numbers = {claim.id: number for number, claim in enumerate(counted.incident.claims, 1)}
    made = table(counted.tolls, numbers)
    assert made is not None
    return made


def test_one_row_an_origin_and_one_column_an_outcome() -> None:
    made = _school()
    assert [row.origin for row in made.rows] == ["Veldanian Rights Monitor", "Blue Lamps"]
    assert [column.outcome for column in made.columns] == ["killed", "injured"]


def test_a_part_is_shown_as_one_after_its_whole() -> None:
    whole, part = _school().rows[0].cells[0]
    assert (whole.words, whole.part) == ("20", False)
    assert (part.words, part.who, part.part) == ("16", "children", True)


def test_a_figure_leads_to_its_claim() -> None:
    assert _school().rows[1].cells[0][0].number == 3


def test_an_origin_that_does_not_tell_an_outcome_has_an_empty_cell() -> None:
    assert _school().rows[1].cells[1] == ()


def test_a_best_figure_that_the_policy_leaves_open_is_not_settled() -> None:
    killed = _school().columns[0]
    assert (killed.low, killed.best, killed.high) == ("20", "not settled", "not told")


def test_columns_stand_in_the_order_of_outcomes_whatever_the_order_of_tolls() -> None:
    tolls = record().stored[0].counted.tolls
    trapped = Toll(Outcome.TRAPPED, 2, 2, 2, "range")
    made = table([trapped, *reversed(tolls)], {})
    assert made is not None
    assert [column.outcome for column in made.columns] == ["killed", "injured", "trapped"]


def test_without_tolls_there_is_no_table() -> None:
    assert table((), {}) is None


def test_a_figure_of_a_claim_that_is_not_on_the_page_leads_nowhere() -> None:
    tolls = record().stored[0].counted.tolls
    made = table([replace(tolls[0])], {})
    assert made is not None
    assert made.rows[0].cells[0][0].number is None
