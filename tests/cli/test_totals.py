"""`recount totals`: running totals in a list of their own."""

from pathlib import Path

import pytest

from tests.cli.command import Command


@pytest.fixture(autouse=True)
def record(veldania: Path, monkeypatch: pytest.MonkeyPatch, recount: Command) -> None:
    monkeypatch.setenv("RECOUNT_RECORD", str(veldania))


def test_no_running_total_is_in_an_incident(recount: Command) -> None:
    told = recount("totals", "--format", "jsonl").objects
    incidents = recount("incidents", "--format", "jsonl").objects
    inside = {claim["id"] for one in incidents for claim in (*one["claims"], *one["denials"]) if "id" in claim}
    assert told
    assert {one["scope"] for one in told} == {"period"}
    assert not inside & {one["id"] for one in told}


def test_they_stand_by_source_then_place(recount: Command) -> None:
    head, *rows = (row.split("  ")[0] for row in recount("totals").out.splitlines())
    assert head == "who says so"
    assert rows == sorted(rows, key=str.casefold)


def test_they_are_found_by_source_place_and_day(recount: Command) -> None:
    found = recount("totals", "--source", "rights monitor", "--place", "Saravel", "--format", "jsonl").objects
    assert {one["origin"] for one in found} == {"Veldanian Rights Monitor"}
    early = recount("totals", "--to", "2030-12-31", "--format", "jsonl").objects
    assert all(one["when"] is None or (one["when"][0] or "") <= "2030-12-31" for one in early)
    assert len(early) < len(recount("totals", "--format", "jsonl").objects)


def test_where_there_is_none_it_is_said(recount: Command) -> None:
    ended = recount("totals", "--source", "nobody at all")
    assert (ended.code, ended.out) == (0, "")
    assert "No running total" in ended.err
