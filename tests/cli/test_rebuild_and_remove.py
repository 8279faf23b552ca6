"""`recount rebuild` and `recount remove`."""

from pathlib import Path

from tests.cli.command import LISTS, Command


def test_reading_again_with_the_same_lists_gives_the_same_incidents(recount: Command, copied: Path) -> None:
    before = recount("incidents", "--record", copied, "--format", "jsonl").out
    ended = recount("rebuild", "--record", copied, "--lists", LISTS)
    assert ended.code == 0
    assert "29 inputs" in ended.out
    assert recount("incidents", "--record", copied, "--format", "jsonl").out == before


def test_reading_again_with_other_lists_gives_other_places(recount: Command, copied: Path) -> None:
    recount("rebuild", "--record", copied)
    incidents = recount("incidents", "--record", copied, "--format", "jsonl").objects
    assert not any(place["country"] == "Veldania" for told in incidents for place in told["where"] if place["lat"])


def test_a_removed_report_is_in_no_incident_and_does_not_come_back(recount: Command, copied: Path) -> None:
    ended = recount("remove", "norvane-ilmesk", "--because", "It names a witness.", "--record", copied)
    assert (ended.code, ended.out) == (0, "")
    incidents = recount("incidents", "--record", copied, "--format", "jsonl").objects
    assert not any(claim["report"] == "norvane-ilmesk" for told in incidents for claim in told["claims"])
    again = recount("add", LISTS.parent / "reports" / "norvane-ilmesk.txt", "--record", copied)
    assert again.code == 1
    assert "It names a witness." in again.err


def test_an_unknown_report_is_a_failure_that_is_explained(recount: Command, copied: Path) -> None:
    ended = recount("remove", "nobody", "--because", "a test", "--record", copied)
    assert ended.code == 1
    assert "nobody" in ended.err


def test_a_reason_must_be_given(recount: Command, copied: Path) -> None:
    assert recount("remove", "norvane-ilmesk", "--record", copied).code == 2
    assert recount("remove", "norvane-ilmesk", "--because", " ", "--record", copied).code == 2
