"""What stands behind tolls, over the sample reports."""

from pathlib import Path

import pytest

from recount.knowledge.bodies import load_bodies
from recount.model import Account, CountedIncident, Outcome, Step
from recount.run import AddOptions, accounts, add
from recount.store import Record
from recount.store.shapes import IncidentQuery

SAMPLES = Path(__file__).parents[2] / "src" / "recount" / "samples"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[CountedIncident, Account]]:
    """Every sample incident with its account."""
    with Record.open(tmp_path_factory.mktemp("accounts") / "record.sqlite") as record:
        add(record, [str(SAMPLES / "reports")], AddOptions(lists=SAMPLES / "lists"))
        counted = [one.counted for one in record.incidents(IncidentQuery()).rows]
        made = accounts(counted, record.bylines(), load_bodies(SAMPLES / "lists"))
        return [(one, made[one.incident.id]) for one in counted]


def test_the_figures_of_all_voices_are_those_of_the_tolls(told: list[tuple[CountedIncident, Account]]) -> None:
    for counted, account in told:
        by_voice = sorted(str(figure) for voice in account.voices for figure in voice.figures)
        assert by_voice == sorted(str(figure) for toll in counted.tolls for figure in toll.figures)


def test_a_toll_that_an_origin_updated_is_one_history(told: list[tuple[CountedIncident, Account]]) -> None:
    market = max(told, key=lambda one: len(one[0].incident.claims))[1]
    of_monitor = [
        (one.figure.low, one.step)
        for one in market.history
        if one.figure.origin == "Veldanian Rights Monitor"
        and (one.figure.outcome, one.figure.part) == (Outcome.KILLED, False)
        and one.step is not Step.REPEATED
    ]
    assert [low for low, _ in of_monitor] == [19, 27, 27]
    assert {step for _, step in of_monitor[1:]} == {Step.UPDATED}


def test_those_who_deny_the_market_strike_give_no_figure_but_that_of_their_own_account(
    told: list[tuple[CountedIncident, Account]],
) -> None:
    market = max(told, key=lambda one: len(one[0].incident.claims))[1]
    denying = {voice.side: voice for voice in market.voices if voice.denials}
    assert set(denying) == {"Marrovia", "Veldanian government"}
    told_by = {side: [figure.low for figure in voice.figures] for side, voice in denying.items()}
    assert told_by == {"Marrovia": [], "Veldanian government": [3, 11]}
