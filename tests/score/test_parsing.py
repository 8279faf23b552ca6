import json
from pathlib import Path
from typing import Any

import pytest

from recount.model import Event, UsageError, Vague
from recount.score import read_incidents, read_linked, read_reports, report_of

CLAIM: dict[str, Any] = {
    "event": "shelling",
    "scope": "incident",
    "status": "reported",
    "when": ["2031-03-04", None],
    "where": ["Halmek", {"name": "Tolvane", "lat": 1.0, "lon": 2.0}],
    "by": [],
    "against": [],
    "counts": [{"outcome": "killed", "who": "civilian", "low": None, "high": None, "vague": "dozens"}],
    "sources": ["River Guard"],
    "quote": "dozens of civilians were killed",
}


def written(folder: Path, *lines: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def line(**changes: Any) -> str:
    return json.dumps({"id": "a", "claims": [CLAIM | changes]})


def refused(folder: Path, *lines: str) -> str:
    with pytest.raises(UsageError) as caught:
        read_reports(written(folder, *lines))
    return str(caught.value)


def test_a_report_is_read_with_its_claims(tmp_path: Path) -> None:
    (report,) = read_reports(written(tmp_path, line(), ""))
    (claim,) = report.claims
    assert (report.id, claim.event, claim.places) == ("a", Event.SHELLING, ("Halmek", "Tolvane"))
    assert claim.counts[0].vague is Vague.DOZENS


def test_a_byte_order_mark_is_no_part_of_the_first_report(tmp_path: Path) -> None:
    assert read_reports(written(tmp_path, "\ufeff" + line()))[0].id == "a"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("event", "earthquake"),
        ("scope", "week"),
        ("status", "maybe"),
        ("when", ["4 March 2031", None]),
        ("when", "2031-03-04"),
        ("where", [{"lat": 1.0}]),
        ("by", "River Guard"),
        ("counts", [{"outcome": "killed", "who": "bystander", "low": 1, "high": 1}]),
        ("counts", [{"outcome": "killed", "who": "people", "low": "1", "high": 1}]),
        ("counts", [{"outcome": "killed", "who": "people", "low": 1}]),
        ("quote", None),
    ],
)
def test_a_field_of_another_form_is_named_with_file_and_line(tmp_path: Path, field: str, value: object) -> None:
    told = refused(tmp_path, line(), line(**{field: value}))
    assert "gold.jsonl, line 2" in told
    assert field in told or (field == "counts" and "who" in told)


@pytest.mark.parametrize("field", sorted(CLAIM))
def test_no_scored_field_may_be_missing(tmp_path: Path, field: str) -> None:
    claim = {key: value for key, value in CLAIM.items() if key != field}
    told = refused(tmp_path, json.dumps({"id": "a", "claims": [claim]}))
    assert "line 1" in told
    assert f"`{field}`" in told


@pytest.mark.parametrize("text", ["[]", "3", '{"id": "a"', "id: a", '{"claims": []}'])
def test_a_line_that_is_no_report_is_refused(tmp_path: Path, text: str) -> None:
    assert "gold.jsonl, line 3" in refused(tmp_path, line(), "", text)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"id": "\xff", "claims": []}\n')
    with pytest.raises(UsageError, match=r"gold\.jsonl, line 1"):
        read_reports(path)


def test_a_report_that_stands_twice_is_refused(tmp_path: Path) -> None:
    assert "report a" in refused(tmp_path, line(), line())


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="absent"):
        read_reports(tmp_path / "absent.jsonl")


def test_parsed_reports_are_checked_like_files() -> None:
    assert report_of({"id": "a", "claims": [CLAIM]}).claims[0].quote == CLAIM["quote"]
    with pytest.raises(UsageError, match="claims"):
        report_of({"id": "a"})


def test_incidents_are_read_in_both_forms(tmp_path: Path) -> None:
    key = written(tmp_path, json.dumps({"incident": "x", "mentions": [{"id": "a", "quote": "two died"}]}))
    assert read_incidents(key)[0].mentions[0].id == "a"
    linked = written(tmp_path, json.dumps({"id": "x", "claims": [{"report": "a", "quote": "two died"}]}))
    assert read_linked(linked)[0].claims[0].report == "a"
    with pytest.raises(UsageError, match="mentions"):
        read_incidents(linked)
