"""How figures came about, in words."""

from dataclasses import replace
from datetime import date

from starlette.testclient import TestClient

from recount.model import Figure, Outcome, Step, Told
from recount.web.show.history import line, series
from tests.web.fake_record import FakeRecord

NUMBERS = {"a@1": 1, "b@1": 2, "c@1": 3}


def told(low: int, day: int | None, step: Step, claim: str = "a@1", worded: bool = False, stands: bool = False) -> Told:
    figure = Figure("Blue Lamps", Outcome.KILLED, "people", low, low, False, None, claim, False)
    return Told(figure, None, None if day is None else date(2031, 3, day), step, worded, stands)


def shown(*history: Told) -> str:
    [one] = series(history, NUMBERS)
    [course] = one.courses
    return line(course)


def test_a_toll_that_grows_is_one_line_from_the_first_figure_to_the_one_that_stands() -> None:
    assert shown(
        told(58, 1, Step.FIRST), told(72, 2, Step.UPDATED, "b@1", True), told(100, 3, Step.UPDATED, "c@1", stands=True)
    ) == ("Blue Lamps: 1 March 2031: 58 [1] → 2 March 2031: 72 (update) [2] → 3 March 2031: 100 (later figure) [3] *")


def test_further_people_have_a_plus() -> None:
    assert shown(told(20, 1, Step.FIRST, stands=True), told(5, 2, Step.ADDED, "b@1", True, True)) == (
        "Blue Lamps: 1 March 2031: 20 [1] * → 2 March 2031: +5 (further people) [2] *"
    )


def test_a_figure_told_again_on_the_same_day_is_one_figure_of_two_claims() -> None:
    assert shown(told(20, 1, Step.FIRST), told(20, 1, Step.REPEATED, "b@1", stands=True)) == (
        "Blue Lamps: 1 March 2031: 20 [1, 2] *"
    )


def test_a_figure_without_a_day_says_so() -> None:
    assert shown(told(20, None, Step.FIRST)) == "Blue Lamps: day not told: 20 [1]"


def test_each_kind_of_people_has_a_history_of_its_own() -> None:
    children = told(3, 1, Step.FIRST)
    children = replace(children, figure=replace(children.figure, who="child"))
    fighters = replace(told(4, 1, Step.FIRST), side="Highland Front")
    titles = [one.title for one in series((told(20, 1, Step.FIRST), children, fighters), NUMBERS)]
    assert titles == ["killed: people", "killed: children", "killed: people (Highland Front)"]


def test_the_incident_page_shows_how_figures_came_about(client: TestClient, veldania: FakeRecord) -> None:
    page = client.get(f"/incident/{veldania.stored[0].counted.incident.id}").text
    assert "How the figures came about" in page
