"""`recount judge`: people decide, the command says what changed, and undo takes it back."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from recount.cli.app import app
from recount.cli.judge.app import app as judge
from recount.store import Record
from tests.cli.command import Command, Ended

WHY = ("--because", "read side by side", "--as", "Orla")
DECISIONS = [command.callback.__name__ for command in judge.registered_commands if command.callback is not None]


@pytest.fixture
def held(recount: Command, copied: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The incidents of a record that may be judged, those of most claims first."""
    monkeypatch.setenv("RECOUNT_RECORD", str(copied))
    return sorted(incidents(recount), key=lambda incident: -len(incident["claims"]))


def incidents(recount: Command) -> list[dict[str, Any]]:
    return recount("incidents", "--format", "jsonl").objects


def judged(recount: Command, *words: str) -> tuple[str, Ended]:
    """The id of the judgement, and what the command left behind."""
    ended = recount("judge", *words, *WHY)
    assert ended.code == 0, ended.err
    return ended.out.split(":")[0], ended


def undone(recount: Command, id: str) -> list[dict[str, Any]]:
    assert recount("judge", "undo", id, *WHY).code == 0
    return incidents(recount)


def in_order(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(told, key=lambda incident: str(incident["id"]))


def test_each_decision_has_help_with_an_example() -> None:
    for name in DECISIONS:
        shown = CliRunner().invoke(app, ["judge", name, "--help"])
        assert shown.exit_code == 0
        assert f"recount judge {name}" in shown.output.split("Examples")[1]


def test_two_incidents_judged_the_same_are_one_until_it_is_undone(recount: Command, held: list[dict[str, Any]]) -> None:
    first, second = held[0], held[1]
    id, ended = judged(recount, "same", first["id"], second["id"])
    least = min(first["id"], second["id"])
    assert f"{least} was put together from {', '.join(sorted((first['id'], second['id'])))}" in ended.out
    merged = recount("show", second["id"], "--format", "jsonl").objects[0]
    assert len(merged["claims"]) == len(first["claims"]) + len(second["claims"])
    assert in_order(undone(recount, id)) == in_order(held)


def test_an_incident_is_split_by_telling_two_of_its_claims_apart(recount: Command, held: list[dict[str, Any]]) -> None:
    one, other = held[0]["claims"][0]["id"], held[0]["claims"][-1]["id"]
    id, ended = judged(recount, "different", one, other)
    assert "was split into" in ended.out
    apart = [recount("show", each, "--format", "jsonl").objects[0]["id"] for each in (one, other)]
    assert len(set(apart)) == 2
    assert in_order(undone(recount, id)) == in_order(held)


def test_a_rejected_claim_is_left_out_and_the_way_back_is_told(recount: Command, held: list[dict[str, Any]]) -> None:
    claim = held[0]["claims"][0]["id"]
    id, ended = judged(recount, "reject", claim)
    assert claim in ended.out
    assert all(
        claim != one.get("id", one.get("repeat_of")) for incident in incidents(recount) for one in incident["claims"]
    )
    again = recount("judge", "reject", claim, *WHY)
    assert again.code == 1
    assert f"recount judge undo {id}" in again.err
    assert in_order(undone(recount, id)) == in_order(held)


def test_confirming_changes_no_incident(recount: Command, held: list[dict[str, Any]]) -> None:
    _, ended = judged(recount, "confirm", held[0]["claims"][0]["id"])
    assert "No incident changed." in ended.out
    assert in_order(incidents(recount)) == in_order(held)


def test_judgements_survive_a_rebuild(recount: Command, held: list[dict[str, Any]]) -> None:
    judged(recount, "same", held[0]["id"], held[1]["id"])
    judged(recount, "reject", held[2]["claims"][0]["id"])
    before = in_order(incidents(recount))
    lists = Path(__file__).parents[2] / "src" / "recount" / "samples" / "lists"
    assert recount("rebuild", "--lists", lists).code == 0
    assert in_order(incidents(recount)) == before


def test_who_judged_why_and_when_is_kept_also_of_what_was_withdrawn(
    recount: Command, held: list[dict[str, Any]], copied: Path
) -> None:
    id, _ = judged(recount, "reject", held[0]["claims"][0]["id"])
    recount("judge", "undo", id, "--because", "wrong page", "--as", "Tamsin")
    with Record.open(copied) as record:
        [judgement] = record.judgements()
    assert (judgement.by, judgement.because) == ("Orla", "read side by side")
    assert (judgement.withdrawn_by, judgement.withdrawn_because) == ("Tamsin", "wrong page")
    assert judgement.subjects[0].quote
    assert judgement.subjects[0].before or judgement.subjects[0].after


def test_judging_the_same_twice_keeps_one_judgement(recount: Command, held: list[dict[str, Any]], copied: Path) -> None:
    ids = (held[0]["id"], held[1]["id"])
    first, _ = judged(recount, "same", *ids)
    again, ended = judged(recount, "same", *reversed(ids))
    assert first in ended.out
    assert again.startswith("Orla judged so before")
    with Record.open(copied) as record:
        assert len(record.judgements()) == 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("same", "none@1", "none@2", *WHY), 1, "none@1"),
        (("undo", "j0", *WHY), 1, "No judgement has the id j0"),
        (("reject", "none@1", "--because", " ", "--as", "Orla"), 2, "--because"),
        (("reject", "none@1", "--because", "a test", "--as", " "), 2, "--as"),
    ],
)
def test_what_cannot_be_judged_is_told_in_words(
    recount: Command, held: list[dict[str, Any]], words: tuple[str, ...], code: int, told: str
) -> None:
    ended = recount("judge", *words)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err


def test_one_incident_cannot_be_judged_with_itself(recount: Command, held: list[dict[str, Any]]) -> None:
    ended = recount("judge", "same", held[0]["id"], held[0]["id"], *WHY)
    assert ended.code == 2
    assert "two claims" in ended.err


def test_a_judgement_is_withdrawn_once(recount: Command, held: list[dict[str, Any]]) -> None:
    id, _ = judged(recount, "reject", held[0]["claims"][0]["id"])
    undone(recount, id)
    again = recount("judge", "undo", id, *WHY)
    assert again.code == 2
    assert "withdrew" in again.err


def test_a_running_total_is_told_to_be_in_no_incident(
    recount: Command, held: list[dict[str, Any]], copied: Path
) -> None:
    with Record.open(copied) as record:
        total = record.running_totals()[0]
    ended = recount("judge", "same", total.id, held[0]["id"], *WHY)
    assert ended.code == 2
    assert "running total" in ended.err
