"""`recount show`: one incident down to its sentences."""

from pathlib import Path
from typing import Any

import pytest

from recount.store import Record
from recount.store.shapes import IncidentQuery
from tests.cli.command import LISTS, Command


@pytest.fixture
def market(recount: Command, veldania: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The incident that most reports tell of."""
    monkeypatch.setenv("RECOUNT_RECORD", str(veldania))
    return max(recount("incidents", "--format", "jsonl").objects, key=lambda incident: len(incident["claims"]))


def test_every_claim_stands_there_with_its_report(recount: Command, market: dict[str, Any]) -> None:
    told = recount("show", market["id"]).out
    plain = told.replace("«", "").replace("»", "")
    assert len(market["claims"]) > 3
    for claim in market["claims"]:
        assert " ".join(claim["quote"].split()) in " ".join(plain.split())
        assert f"in {claim['report']}" in told


def test_each_origin_has_a_row_of_figures(recount: Command, market: dict[str, Any]) -> None:
    rows = recount("show", market["id"]).out.split("Figures\n")[1].split("\n\n")[0].splitlines()
    origins = {figure["origin"] for figure in market["figures"]}
    assert len(origins) > 1
    assert all(any(row.startswith(origin) for row in rows) for origin in origins)
    assert any(row.startswith("min (range)") for row in rows)


def test_nothing_is_cut_off_where_there_is_no_terminal(recount: Command, market: dict[str, Any]) -> None:
    assert max(map(len, recount("show", market["id"]).out.splitlines())) > 100


def test_the_id_of_any_claim_leads_to_its_incident(recount: Command, market: dict[str, Any]) -> None:
    other = market["claims"][-1]["id"]
    ended = recount("show", other, "--format", "jsonl")
    assert ended.objects == [market]
    assert market["id"] in ended.err


def test_a_former_id_leads_to_the_incident_that_took_its_place(recount: Command, copied: Path) -> None:
    with Record.open(copied) as record:
        [first] = [one for one in record.incidents(IncidentQuery()).rows if len(one.counted.incident.claims) > 4][:1]
        incident = first.counted.incident
    gone = recount("remove", incident.claims[0].report, "--because", "a test", "--record", copied)
    assert gone.code == 0
    ended = recount("show", incident.id, "--record", copied, "--format", "jsonl")
    assert ended.code == 0
    assert incident.id in ended.objects[0]["aliases"]


def test_another_policy_gives_its_own_figures(recount: Command, market: dict[str, Any]) -> None:
    [told] = recount("show", market["id"], "--policy", "airwars", "--format", "jsonl").objects
    assert told["killed"]["policy"] == "airwars"
    assert told["claims"] == market["claims"]


def test_an_unknown_id_is_a_failure_that_is_explained(recount: Command, veldania: Path) -> None:
    ended = recount("show", "none@1", "--record", veldania)
    assert (ended.code, ended.out) == (1, "")
    assert "none@1" in ended.err


def test_where_it_is_unclear_the_other_incident_is_named(recount: Command, veldania: Path) -> None:
    unclear = [
        one for one in recount("incidents", "--record", veldania, "--format", "jsonl").objects if one["could_be"]
    ]
    told = recount("show", unclear[0]["id"], "--record", veldania).out
    assert f"may be the same as: {unclear[0]['could_be'][0]}" in told


def test_what_people_decided_of_its_claims_is_told(recount: Command, market: dict[str, Any], copied: Path) -> None:
    claim = market["claims"][0]["id"]
    said = ("--because", "read side by side", "--as", "Orla", "--record", copied)
    assert "What people decided" not in recount("show", market["id"], "--record", copied).out
    recount("judge", "confirm", claim, *said)
    told = recount("show", market["id"], "--record", copied).out
    assert "What people decided" in told
    assert f"confirmed {claim} (Orla," in told


def test_a_report_shows_whose_words_it_has(recount: Command, veldania: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUNT_RECORD", str(veldania))
    told = recount("show", "bulletin-yelmissa-copy").out
    assert "a copy of: norvane-yelmissa-first" in told
    assert "norvane-yelmissa-first · Norvane Press · 11 March 2031 (earlier): 97 % of this report in 2 passages" in told
    assert "copied by: bulletin-yelmissa-copy" in recount("show", "norvane-yelmissa-first").out


def test_changed_words_of_a_passage_are_marked(
    recount: Command, veldania: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUNT_RECORD", str(veldania))
    told = recount("show", "brasmere-yelmissa-figures").out
    [object] = recount("show", "brasmere-yelmissa-figures", "--format", "jsonl").objects
    [passage] = object["reuses"][0]["passages"]
    [text] = Record.open(veldania).texts(["brasmere-yelmissa-figures"]).values()
    for start, end in passage["changed"]:
        assert f"«{text.content[start:end]}»" in told


def test_an_incident_tells_reports_outlets_and_origins(recount: Command, market: dict[str, Any]) -> None:
    [line] = [line for line in recount("show", market["id"]).out.splitlines() if line.startswith("told by")]
    assert line.endswith(f"{market['origins']} origins")
    assert " reports, " in line
    assert " outlets, " in line


def test_figures_stand_by_kind_and_side_of_who_says_so(recount: Command, market: dict[str, Any]) -> None:
    told = recount("show", market["id"], "--lists", LISTS).out.split("By kind and side\n")[1].split("\n\n")[0]
    lines = told.splitlines()
    assert any(line.startswith("rescue service, no side (Blue Lamps): killed: at least 33") for line in lines)
    assert any(line.startswith("government, Marrovia") and "no figure; denies" in line for line in lines)


def test_how_figures_came_about_is_told(recount: Command, market: dict[str, Any]) -> None:
    told = recount("show", market["id"], "--lists", LISTS).out.split("How the figures came about")[1]
    [line] = [line for line in told.splitlines() if "at least 19" in line and "27 (update)" in line]
    assert line.strip().startswith("Veldanian Rights Monitor: 11 March 2031: at least 19")
    assert line.endswith("*")


def test_a_policy_tells_what_it_asks_for_beside_bounds(recount: Command, market: dict[str, Any]) -> None:
    told = recount("show", market["id"], "--policy", "airwars", "--lists", LISTS).out
    assert "by class: killed: children 10" in told
    graded = recount("incidents", "--policy", "airwars", "--lists", LISTS, "--format", "jsonl").objects
    assert {"fair", "weak"} <= {one.get("grade") for one in graded}
    [made] = recount("show", market["id"], "--policy", "ibc", "--format", "jsonl").objects
    assert made["provisional"] == ["trapped"]
