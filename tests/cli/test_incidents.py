"""`recount incidents`: filters, and the shapes for people and for programs."""

from pathlib import Path

import pytest

from recount.ingest import IngestOptions, gather
from recount.knowledge import load
from recount.model import Report
from recount.run import read
from recount.score import read_incidents, read_linked, score_links
from recount.store import Record
from tests.cli.command import SAMPLES, Command

FIELDS = {"id", "type", "when", "where", "killed", "injured", "counts", "origins", "claims", "aliases", "could_be"}


@pytest.fixture
def record(veldania: Path, monkeypatch: pytest.MonkeyPatch, recount: Command) -> Path:
    monkeypatch.setenv("RECOUNT_RECORD", str(veldania))
    return veldania


@pytest.mark.usefixtures("record")
def test_each_incident_is_an_object_of_the_agreed_shape(recount: Command) -> None:
    told = recount("incidents", "--format", "jsonl").objects
    assert len(told) > 30
    for incident in told:
        assert set(incident) >= FIELDS
        assert incident["origins"] >= 1
        for outcome in ("killed", "injured"):
            assert incident[outcome] is None or set(incident[outcome]) == {"min", "best", "max", "policy"}
        assert incident["when"] is None or len(incident["when"]) == 2
        assert all({"report", "quote"} <= set(claim) for claim in incident["claims"])


@pytest.mark.usefixtures("record")
def test_what_is_linked_can_be_scored(recount: Command, tmp_path: Path) -> None:
    linked = tmp_path / "linked.jsonl"
    linked.write_text(recount("incidents", "--format", "jsonl").out, encoding="utf-8")
    scores = score_links(read_incidents(SAMPLES / "incidents.jsonl"), read_linked(linked))
    assert scores.found > 0.5


@pytest.mark.usefixtures("record")
def test_an_outcome_that_nobody_tells_is_null_and_never_0(recount: Command) -> None:
    told = recount("incidents", "--format", "jsonl").objects
    assert any(incident["killed"] is None for incident in told)
    assert not any(incident["killed"] == {"min": 0, "best": 0, "max": 0, "policy": "range"} for incident in told)


@pytest.mark.usefixtures("record")
def test_a_place_without_a_sure_point_has_none(recount: Command) -> None:
    places = [place for incident in recount("incidents", "--format", "jsonl").objects for place in incident["where"]]
    assert any(place["candidates"] for place in places)
    assert all(place["lat"] is None and place["lon"] is None for place in places if place["candidates"])
    assert not any((place["lat"], place["lon"]) == (0, 0) for place in places)


@pytest.mark.usefixtures("record")
def test_filters_narrow_what_is_listed(recount: Command) -> None:
    whole = {incident["id"] for incident in recount("incidents", "--format", "jsonl").objects}
    filters = (
        ("--place", "Saravel"),
        ("--by", "Highland Front"),
        ("--source", "Blue Lamps"),
        ("--type", "air_strike"),
        ("--min-killed", "10"),
        ("--words", "market"),
        ("--from", "2031-04-01"),
        ("--to", "2031-03-15"),
        ("--limit", "3"),
    )
    for words in filters:
        some = {incident["id"] for incident in recount("incidents", *words, "--format", "jsonl").objects}
        assert set() < some < whole, words


@pytest.mark.usefixtures("record")
def test_the_policy_asked_for_is_the_one_that_counts(recount: Command) -> None:
    told = recount("incidents", "--policy", "ibc", "--format", "jsonl").objects
    assert {incident["killed"]["policy"] for incident in told if incident["killed"]} == {"ibc"}


@pytest.mark.usefixtures("record")
def test_the_table_has_a_line_an_incident_with_its_id(recount: Command) -> None:
    ended = recount("incidents", "--place", "Ilmesk")
    head, *rows = ended.out.splitlines()
    ids = [incident["id"] for incident in recount("incidents", "--place", "Ilmesk", "--format", "jsonl").objects]
    assert head.split()[:3] == ["when", "what", "where"]
    assert [row.split()[-1] for row in rows] == ids


@pytest.mark.usefixtures("record")
def test_a_limit_says_that_there_are_more(recount: Command) -> None:
    ended = recount("incidents", "--limit", "2", "--format", "jsonl")
    assert len(ended.objects) == 2
    assert "2 of " in ended.err


@pytest.mark.usefixtures("record")
def test_nothing_found_is_no_failure(recount: Command) -> None:
    ended = recount("incidents", "--place", "Nowhere")
    assert (ended.code, ended.out) == (0, "")
    assert "No incident" in ended.err


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "2031-04-02", "--to", "2031-04-01"), "before the first"),
        (("--policy", "mine"), "There is no policy mine"),
        (("--type", "riot"), "--type"),
        (("--limit", "0"), "--limit"),
        (("--from", "soon"), "is not a day"),
    ],
)
def test_wrong_usage_is_told(recount: Command, words: tuple[str, ...], told: str) -> None:
    ended = recount("incidents", *words)
    assert ended.code == 2
    assert told in ended.err


def test_claims_that_a_stopped_run_left_are_put_together_first(recount: Command, tmp_path: Path) -> None:
    (tmp_path / "grelda.txt").write_text("Five people were killed by shells in Grelda on 3 March 2031.")
    reports = [item for item in gather(["grelda.txt"], IngestOptions()) if isinstance(item, Report)]
    with Record.open("recount.sqlite") as record:
        for reading in read(reports, load()):
            record.keep(reading)
        assert record.totals().incidents == 0
    assert len(recount("incidents", "--format", "jsonl").objects) == 1
