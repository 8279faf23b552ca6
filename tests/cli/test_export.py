"""`recount export`: files for other systems, and what stays at home."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.command import LISTS, SAMPLES, Command

NAME = "Orven Teldrask"
FORMATS = ("csv", "jsonl", "geojson")


@pytest.fixture(autouse=True)
def record(veldania: Path, monkeypatch: pytest.MonkeyPatch, recount: Command) -> None:
    monkeypatch.setenv("RECOUNT_RECORD", str(veldania))


def test_all_formats_have_the_same_incidents(recount: Command) -> None:
    ids = [incident["id"] for incident in recount("incidents", "--format", "jsonl").objects]
    rows = list(csv.DictReader(io.StringIO(recount("export", "csv", "--lists", LISTS).out)))
    objects = recount("export", "jsonl", "--lists", LISTS).objects
    features = json.loads(recount("export", "geojson", "--lists", LISTS).out)["features"]
    assert [row["id"] for row in rows] == ids
    assert [told["id"] for told in objects] == ids
    assert list(dict.fromkeys(feature["properties"]["id"] for feature in features)) == ids


@pytest.mark.parametrize("format", FORMATS)
def test_a_persons_name_goes_out_only_where_asked_for(recount: Command, format: str) -> None:
    assert NAME in (SAMPLES / "reports" / "orsamun-herald-karrasund.txt").read_text(encoding="utf-8")
    without = recount("export", format, "--lists", LISTS)
    assert "Teldrask" not in without.out
    assert without.code == 0


def test_with_names_the_claims_are_those_of_the_record(recount: Command) -> None:
    whole = recount("incidents", "--format", "jsonl").objects
    assert recount("export", "jsonl", "--with-names").objects == whole
    assert NAME in json.dumps(whole)


def test_no_text_of_a_report_goes_out(recount: Command) -> None:
    longest = max(len(claim["quote"]) for told in recount("export", "jsonl").objects for claim in told["claims"])
    assert longest <= 202


def test_no_cell_of_the_table_is_a_formula(recount: Command) -> None:
    rows = csv.reader(io.StringIO(recount("export", "csv", "--with-names").out))
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_no_feature_lies_at_0_0(recount: Command) -> None:
    features = json.loads(recount("export", "geojson").out)["features"]
    geometries = [feature["geometry"] for feature in features]
    assert None in geometries
    assert not any(geometry["coordinates"] == [0, 0] for geometry in geometries if geometry is not None)


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_holds_what_would_be_printed(recount: Command, tmp_path: Path, format: str) -> None:
    printed = recount("export", format, "--policy", "ucdp").out
    ended = recount("export", format, "--policy", "ucdp", "--output", "out.file")
    assert ended.out == ""
    assert "written to out.file" in ended.err
    assert (tmp_path / "out.file").read_text(encoding="utf-8") == printed
    assert list(tmp_path.iterdir()) == [tmp_path / "out.file"]


def test_a_file_that_cannot_be_written_is_a_failure_that_is_explained(recount: Command, tmp_path: Path) -> None:
    ended = recount("export", "csv", "--output", tmp_path / "nowhere" / "out.csv")
    assert ended.code == 1
    assert "nowhere" in ended.err


def test_an_unknown_format_is_wrong_usage(recount: Command) -> None:
    assert recount("export", "xlsx").code == 2


def test_all_figures_are_written_as_a_table(recount: Command, veldania: Path) -> None:
    rows = list(csv.DictReader(recount("export", "figures", "--record", veldania).out.splitlines()))
    assert {row["says"] for row in rows} >= {"figure", "denial", "no figure"}
    incidents = recount("incidents", "--record", veldania, "--format", "jsonl").objects
    figures = [figure for one in incidents for figure in one["figures"] if figure["low"] is not None]
    standing = [row for row in rows if row["stands"] == "yes" and row["low"]]
    assert len(standing) == len(figures)
