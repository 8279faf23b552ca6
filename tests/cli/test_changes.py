"""`recount changes`: the trail from a day, a time, a step or a judgement on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Command

WHY = ("--because", "read side by side", "--as", "Orla")


@pytest.fixture
def ids(recount: Command, copied: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two incidents of a record that may be judged."""
    monkeypatch.setenv("RECOUNT_RECORD", str(copied))
    first, second = recount("incidents", "--limit", "2", "--format", "jsonl").objects
    return first["id"], second["id"]


def trail(recount: Command, since: str) -> list[dict[str, Any]]:
    ended = recount("changes", since, "--format", "jsonl")
    assert ended.code == 0, ended.err
    return ended.objects


def test_the_incidents_of_a_new_record_were_all_made(recount: Command, ids: tuple[str, str]) -> None:
    made = {change["id"] for change in trail(recount, "0") if change["kind"] == "made"}
    assert made == {incident["id"] for incident in recount("incidents", "--format", "jsonl").objects}


def test_a_judgement_and_all_it_did_come_after_it(recount: Command, ids: tuple[str, str]) -> None:
    last = trail(recount, "0")[-1]["number"]
    id = recount("judge", "same", *ids, *WHY).out.split(":")[0]
    judged, merged = trail(recount, str(last))
    assert (judged["kind"], judged["id"], judged["by"], judged["because"]) == (
        "judged",
        id,
        "Orla",
        "read side by side",
    )
    assert (merged["kind"], merged["id"], merged["others"]) == ("merged", min(ids), sorted(ids))
    assert trail(recount, id) == [merged]
    recount("judge", "undo", id, "--because", "another street", "--as", "Tamsin")
    withdrawn, split = trail(recount, str(merged["number"]))
    assert (withdrawn["kind"], withdrawn["by"], withdrawn["because"]) == ("withdrawn", "Tamsin", "another street")
    assert (split["kind"], split["others"]) == ("split", sorted(ids))


def test_a_merged_id_is_followed(recount: Command, ids: tuple[str, str]) -> None:
    recount("judge", "same", *ids, *WHY)
    shown = recount("show", max(ids), "--format", "jsonl").objects
    assert [incident["id"] for incident in shown] == [min(ids)]


@pytest.mark.parametrize("form", ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S+00:00"])
def test_a_day_or_a_time_may_be_told(recount: Command, ids: tuple[str, str], form: str) -> None:
    now = datetime.now(UTC)
    assert trail(recount, (now - timedelta(days=2)).strftime(form))
    ended = recount("changes", (now + timedelta(days=2)).strftime(form))
    assert (ended.code, ended.out) == (0, "")
    assert "Nothing changed" in ended.err


def test_people_read_a_table(recount: Command, ids: tuple[str, str]) -> None:
    id = recount("judge", "same", *ids, *WHY).out.split(":")[0]
    told = recount("changes", "0").out
    assert f"{id}: judged the same event: {ids[0]} and {ids[1]} (Orla): read side by side" in told
    assert "was put together from" in told


def test_what_is_neither_day_nor_step_is_told_in_words(recount: Command, ids: tuple[str, str]) -> None:
    ended = recount("changes", "last week")
    assert (ended.code, ended.out) == (1, "")
    assert "last week is no day" in ended.err
