"""Incidents as JSON."""

from dataclasses import replace
from datetime import date

import pytest

from recount.model import Assertion, Days, Outcome, Place, Precision, Quote, Span, Toll, When
from tests.export.grelda import AT, GRELDA, as_object, claim, incident, place


def test_an_incident_has_the_fields_that_other_programs_read() -> None:
    told = as_object(incident())
    assert told["id"] == "courier-1@12"
    assert told["type"] == "shelling"
    assert told["when"] == ["2031-03-04", "2031-03-05"]
    assert told["killed"] == {"min": 5, "best": None, "max": 7, "policy": "range"}
    assert told["origins"] == 1


def test_an_outcome_that_nothing_tells_is_null_and_one_without_figure_has_null_bounds() -> None:
    dozens = Toll(Outcome.INJURED, None, None, None, "range")
    told = as_object(replace(incident(), tolls=(dozens,)))
    assert told["killed"] is None
    assert told["injured"] == {"min": None, "best": None, "max": None, "policy": "range"}


def test_other_outcomes_stand_under_counts() -> None:
    displaced = Toll(Outcome.DISPLACED, 40, 40, 40, "range")
    told = as_object(replace(incident(), tolls=(displaced,)))
    assert told["counts"] == {"displaced": {"min": 40, "best": 40, "max": 40, "policy": "range"}}


def test_an_open_end_is_null_and_no_day_at_all_is_no_when() -> None:
    def when(told: When | None) -> object:
        made = incident()
        return as_object(replace(made, incident=replace(made.incident, when=told)))["when"]

    assert when(When.within(Days(date(2031, 3, 4), None))) == ["2031-03-04", None]
    assert when(When.within(Days(None, None))) is None
    assert when(None) is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (place(), (-33.9, -21.4, "town", 0)),
        (Place("New Ferry", AT, Precision.TOWN, None, (GRELDA, replace(GRELDA, lat=1.0))), (None, None, "town", 2)),
        (Place("Hethrin", AT), (None, None, None, 0)),
    ],
)
def test_a_place_has_a_point_or_candidates_or_neither(told: Place, expected: tuple[object, ...]) -> None:
    [written] = as_object(incident(where=(told,)))["where"]
    assert (written["lat"], written["lon"], written["precision"], len(written["candidates"])) == expected


def test_each_claim_names_its_report_and_has_its_quote() -> None:
    denial = replace(claim("The army denied it", "herald-1"), assertion=Assertion.DENIED)
    made = incident(claim())
    told = as_object(replace(made, incident=replace(made.incident, denials=(denial,))))
    [first], [denied] = told["claims"], told["denials"]
    assert (first["report"], first["outlet"], first["published"]) == ("courier-1", "Norvane Courier", "2031-03-05")
    assert first["quote"] == "Shells killed five people in Grelda"
    assert (denied["report"], denied["status"], denied["published"]) == ("herald-1", "denied", None)


def test_a_passage_that_tells_a_claim_again_stands_behind_it_with_its_words_alone() -> None:
    told = replace(claim(), repeats=(Quote(Span(60, 84), "Five died in the shelling"),))
    first, again = as_object(incident(told))["claims"]
    assert first["repeats"] == [{"quote": "Five died in the shelling", "span": [60, 84]}]
    assert again == {"report": "courier-1", "quote": "Five died in the shelling", "repeat_of": "courier-1@12"}


def test_figures_stand_side_by_side_with_who_says_them() -> None:
    told = as_object(incident())
    [figure] = told["figures"]
    assert (figure["origin"], figure["low"], figure["claim"]) == ("Veldanian Rights Monitor", 5, "courier-1@12")
