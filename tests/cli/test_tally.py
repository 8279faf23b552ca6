"""`recount tally`: totals under a policy, and what is not in them."""

from pathlib import Path

import pytest

from tests.cli.command import Command


@pytest.fixture(autouse=True)
def record(veldania: Path, monkeypatch: pytest.MonkeyPatch, recount: Command) -> None:
    monkeypatch.setenv("RECOUNT_RECORD", str(veldania))


def test_every_incident_is_in_one_row_or_left_out_with_a_reason(recount: Command) -> None:
    rows = recount("tally", "--by", "month,admin1", "--format", "jsonl").objects
    whole = [incident["id"] for incident in recount("incidents", "--format", "jsonl").objects]
    left_out = {one["incident"] for row in rows for one in row["left_out"] if one["outcome"] is None}
    added = [id for row in rows for id in row["incidents"]]
    assert sorted([*added, *left_out]) == sorted(whole)
    assert all(one["reason"] for row in rows for one in row["left_out"])


def test_a_row_adds_the_least_figures_of_its_incidents(recount: Command) -> None:
    killed = {one["id"]: one["killed"] for one in recount("incidents", "--format", "jsonl").objects}
    for row in recount("tally", "--by", "type", "--format", "jsonl").objects:
        least = [told["min"] for id in row["killed"]["counted"] if (told := killed[id]) and told["min"] is not None]
        assert row["killed"]["min"] == (sum(least) if least else None)


def test_a_sum_has_no_max_where_one_incident_has_none(recount: Command) -> None:
    rows = recount("tally", "--by", "admin1", "--format", "jsonl").objects
    assert any(row["killed"]["no_max"] for row in rows)
    assert all(row["killed"]["max"] is None for row in rows if row["killed"]["no_max"])


def test_keys_stand_in_the_order_asked_for(recount: Command) -> None:
    head = recount("tally", "--by", "month,place,by").out.splitlines()[0].split()
    assert head[:4] == ["month", "place", "by", "incidents"]


def test_without_keys_there_is_one_row(recount: Command) -> None:
    assert len(recount("tally", "--format", "jsonl").objects) == 1


def test_the_incidents_behind_each_row_are_listed_where_asked_for(recount: Command) -> None:
    ids = [incident["id"] for incident in recount("incidents", "--format", "jsonl").objects]
    short, full = recount("tally", "--by", "country").out, recount("tally", "--by", "country", "--incidents").out
    assert all(id in full for id in ids)
    assert not any(id in short for id in ids)


def test_the_claims_behind_each_incident_are_listed_and_those_passed_over_with_the_reason(recount: Command) -> None:
    [row] = recount("tally", "--incidents", "--format", "jsonl").objects
    whole = {one["id"]: one for one in recount("incidents", "--format", "jsonl").objects}
    assert "behind" not in recount("tally", "--format", "jsonl").objects[0]
    for part in row["behind"]:
        told = whole[part["incident"]]
        claims = [claim["id"] for claim in (*told["claims"], *told["denials"]) if "id" in claim]
        passed = [one["claim"] for one in part["passed_over"]]
        assert sorted((*part["claims"], *passed)) == sorted(claims)
        assert all(one["reason"] for one in part["passed_over"])


def test_running_totals_are_said_not_to_be_added(recount: Command) -> None:
    assert "running totals" in recount("tally").err


def test_filters_and_outcomes_are_those_asked_for(recount: Command) -> None:
    words = ("--actor", "Highland Front", "--from", "2031-03-01", "--outcome", "captured", "--format", "jsonl")
    [row] = recount("tally", *words).objects
    found = recount("incidents", "--by", "Highland Front", "--from", "2031-03-01", "--format", "jsonl").objects
    assert set(row["incidents"]) <= {incident["id"] for incident in found}
    assert "captured" in row
    assert "killed" not in row


def test_a_policy_of_ones_own_comes_from_the_lists(recount: Command, tmp_path: Path) -> None:
    (tmp_path / "own" / "policies").mkdir(parents=True)
    rule = 'name = "mine"\ntitle = "Mine"\nrule = "The lowest."\nsource = "us"\n'
    bounds = 'min = "lowest"\nbest = "lowest"\nmax = "absent"\n'
    (tmp_path / "own" / "policies" / "mine.toml").write_text(rule + bounds, encoding="utf-8")
    [row] = recount("tally", "--policy", "mine", "--lists", "own", "--format", "jsonl").objects
    assert (row["policy"], row["killed"]["max"]) == ("mine", None)
    assert row["killed"]["no_best"] == row["killed"]["no_min"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--by", "month,moon"), "grouped by moon"),
        (("--policy", "none"), "no policy none"),
        (("--outcome", "saved"), "--outcome"),
        (("--from", "2031-04-02", "--to", "2031-04-01"), "before the first"),
    ],
)
def test_wrong_usage_is_told(recount: Command, words: tuple[str, ...], told: str) -> None:
    ended = recount("tally", *words)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
