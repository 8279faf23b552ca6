"""`recount why`: the evidence for and against, the points, and who decided."""

from pathlib import Path
from typing import Any

import pytest

from recount.store import Record
from tests.cli.command import Command

WHY = ("--because", "read side by side", "--as", "Orla")


@pytest.fixture
def held(recount: Command, copied: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The incidents of a record that may be judged, those of most claims first."""
    monkeypatch.setenv("RECOUNT_RECORD", str(copied))
    told = recount("incidents", "--format", "jsonl").objects
    return sorted(told, key=lambda incident: -len(incident["claims"]))


def why(recount: Command, one: str, other: str) -> dict[str, Any]:
    [found] = recount("why", one, other, "--format", "jsonl").objects
    return dict(found)


def test_claims_of_one_incident_have_evidence_that_adds_up(recount: Command, held: list[dict[str, Any]]) -> None:
    one, other = (claim["id"] for claim in held[0]["claims"][:2])
    found = why(recount, one, other)
    assert found["together"]
    assert found["incidents"] == [held[0]["id"]]
    assert found["points"] == pytest.approx(sum(evidence["points"] for evidence in found["evidence"]), abs=0.01)
    assert found["grounds"]


def test_the_table_says_the_same_in_words(recount: Command, held: list[dict[str, Any]]) -> None:
    one, other = (claim["id"] for claim in held[0]["claims"][:2])
    told = recount("why", one, other).out
    assert f"one incident, {held[0]['id']}" in told
    for evidence in why(recount, one, other)["evidence"]:
        assert evidence["words"] in told
    assert "are needed" in told


def test_incidents_that_contradict_each_other_say_by_what(recount: Command, held: list[dict[str, Any]]) -> None:
    dated = [one for one in held if one["when"] and all(one["when"])]
    first, far = min(dated, key=lambda one: one["when"]), max(dated, key=lambda one: one["when"])
    found = why(recount, first["id"], far["id"])
    assert not found["together"]
    assert set(found["incidents"]) == {first["id"], far["id"]}
    assert any(ground.startswith("they contradict each other: ") for ground in found["grounds"])


def test_incidents_that_may_be_one_are_told_to_be_unclear(recount: Command, held: list[dict[str, Any]]) -> None:
    unclear = next(one for one in held if one["could_be"])
    assert any("unclear" in ground for ground in why(recount, unclear["id"], unclear["could_be"][0])["grounds"])


def test_who_decided_is_told_with_the_reason_and_what_the_evidence_alone_says(
    recount: Command, held: list[dict[str, Any]]
) -> None:
    first, second = held[0]["id"], held[1]["id"]
    judged = recount("judge", "same", first, second, *WHY).out.split(":")[0]
    found = why(recount, held[0]["claims"][1]["id"], second)
    assert found["together"]
    assert [(one["id"], one["by"], one["because"]) for one in found["decided"]] == [
        (judged, "Orla", "read side by side")
    ]
    told = recount("why", first, second).out
    assert "A person decided it:" in told
    assert "Without that:" in told


def test_claims_judged_different_say_who_keeps_them_apart(recount: Command, held: list[dict[str, Any]]) -> None:
    one, other = held[0]["claims"][0]["id"], held[0]["claims"][1]["id"]
    recount("judge", "different", one, other, *WHY)
    found = why(recount, one, other)
    assert not found["together"]
    assert [judgement["decision"] for judgement in found["decided"]] == ["different"]
    assert any("would suffice" in ground for ground in found["grounds"])


def test_a_withdrawn_judgement_is_still_told(recount: Command, held: list[dict[str, Any]]) -> None:
    one, other = held[0]["claims"][0]["id"], held[0]["claims"][1]["id"]
    id = recount("judge", "different", one, other, *WHY).out.split(":")[0]
    recount("judge", "undo", id, "--because", "one page was old", "--as", "Tamsin")
    found = why(recount, one, other)
    assert found["decided"] == []
    assert [(judged["id"], judged["withdrawn_by"]) for judged in found["judged"]] == [(id, "Tamsin")]


def test_a_running_total_is_told_to_be_part_of_none(recount: Command, held: list[dict[str, Any]], copied: Path) -> None:
    with Record.open(copied) as record:
        total = record.running_totals()[0]
    assert any("running total" in ground for ground in why(recount, total.id, held[0]["id"])["grounds"])


@pytest.mark.parametrize("ids", [("none@1", "none@2"), ("same", "same")])
def test_what_cannot_be_explained_is_told_in_words(
    recount: Command, held: list[dict[str, Any]], ids: tuple[str, str]
) -> None:
    ended = recount("why", *(held[0]["id"] if id == "same" else id for id in ids))
    assert ended.code in (1, 2)
    assert ended.err.startswith("recount: ")
