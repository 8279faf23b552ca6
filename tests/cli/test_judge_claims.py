"""`recount judge correct` and `add`: fields that were read wrongly, and claims that were not read."""

from pathlib import Path
from typing import Any

import pytest

from recount.link.values import decoded
from recount.model import Field, Span
from recount.store import Record
from tests.cli.command import LISTS, Command

WHY = ("--because", "read the page", "--as", "Orla")
CLAIM = "norvane-ilmesk@216"
QUOTE = "it had treated 64 people with symptoms that point to chlorine"
TOLD = (
    *("--event", "chemical_attack", "--counts", "injured 64", "--where", "Ilmesk", "--when", "2031-04-05"),
    *("--sources", "body: Lamplight Relief Committee"),
)


@pytest.fixture
def held(recount: Command, copied: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The incidents of a record that may be judged."""
    monkeypatch.setenv("RECOUNT_RECORD", str(copied))
    return incidents(recount)


def incidents(recount: Command) -> list[dict[str, Any]]:
    return recount("incidents", "--format", "jsonl").objects


def correct(recount: Command, field: str, words: str) -> tuple[str, str]:
    ended = recount("judge", "correct", CLAIM, field, words, *WHY, "--lists", LISTS)
    assert ended.code == 0, ended.err
    return ended.out.split(":")[0], ended.out


def add(recount: Command, *words: str) -> tuple[str, str]:
    ended = recount("judge", "add", "norvane-ilmesk", QUOTE, *words, *WHY, "--lists", LISTS)
    assert ended.code == 0, ended.err
    return ended.out.split(":")[0], ended.out


def claim(recount: Command, id: str) -> dict[str, Any]:
    return next(one for incident in incidents(recount) for one in incident["claims"] if one.get("id") == id)


def test_a_corrected_count_changes_the_toll_and_says_so(recount: Command, held: list[dict[str, Any]]) -> None:
    id, told = correct(recount, "counts", "killed 14; injured more than 80")
    assert (
        "of them 6 children killed; at least 70 people injured → 14 people killed; at least 80 people injured" in told
    )
    assert "injured: at least 70 → at least 80" in told
    assert [count["low"] for count in claim(recount, CLAIM)["counts"]] == [14, 80]
    recount("judge", "undo", id, *WHY)
    assert incidents(recount) == held


def test_the_value_that_was_read_is_kept_beside_the_one_corrected(
    recount: Command, held: list[dict[str, Any]], copied: Path
) -> None:
    correct(recount, "weapon", "mustard gas")
    with Record.open(copied) as record:
        [judgement] = record.judgements()
    assert judgement.field is Field.WEAPON
    assert judgement.old is not None
    assert judgement.new is not None
    assert [decoded(Field.WEAPON, kept, Span(0, 0)) for kept in (judgement.old, judgement.new)] == [
        "chlorine",
        "mustard gas",
    ]


def test_a_corrected_place_moves_a_claim_out_of_its_incident(recount: Command, held: list[dict[str, Any]]) -> None:
    id, told = correct(recount, "where", "Tolvane, Saravel")
    assert "was split into" in told
    recount("judge", "undo", id, *WHY)
    assert incidents(recount) == held


def test_two_who_do_not_agree_are_told_and_the_later_one_holds(
    recount: Command, held: list[dict[str, Any]], copied: Path
) -> None:
    correct(recount, "weapon", "mustard gas")
    ended = recount("judge", "correct", CLAIM, "weapon", "none", "--because", "no", "--as", "Tamsin")
    assert "corrected to different values by Orla" in ended.err
    assert claim(recount, CLAIM)["weapon"] is None
    with Record.open(copied) as record:
        assert any("corrected to different values" in issue.reason for issue in record.issues().rows)


def test_a_correction_marks_the_words_that_it_rests_on(recount: Command, held: list[dict[str, Any]]) -> None:
    ended = recount("judge", "correct", CLAIM, "weapon", "chlorine gas", "--words", "chlorine", *WHY)
    assert ended.code == 0, ended.err
    assert "in the words “chlorine”" in ended.out


def test_a_correction_that_says_what_is_told_already_is_refused(recount: Command, held: list[dict[str, Any]]) -> None:
    ended = recount("judge", "correct", CLAIM, "weapon", "chlorine", *WHY)
    assert ended.code == 2
    assert "already" in ended.err


def test_an_added_claim_is_counted_and_can_be_taken_back(recount: Command, held: list[dict[str, Any]]) -> None:
    id, told = add(recount, *TOLD)
    assert "holds more claims" in told
    added = next(one for one in told.split() if one.startswith("norvane-ilmesk@"))
    assert claim(recount, added)["quote"] == QUOTE
    assert [source["name"] for source in claim(recount, added)["chains"][0]] == ["Lamplight Relief Committee"]
    recount("judge", "undo", id, *WHY)
    assert incidents(recount) == held


def test_who_added_or_corrected_a_claim_is_no_second_reader(recount: Command, held: list[dict[str, Any]]) -> None:
    correct(recount, "weapon", "none")
    own = recount("judge", "confirm", CLAIM, *WHY)
    assert own.code == 2
    assert "Somebody else has to confirm" in own.err
    assert recount("judge", "confirm", CLAIM, "--because", "checked", "--as", "Tamsin").code == 0


def test_corrections_and_added_claims_survive_a_rebuild(recount: Command, held: list[dict[str, Any]]) -> None:
    correct(recount, "counts", "killed 15")
    add(recount, *TOLD)
    before = incidents(recount)
    assert recount("rebuild", "--lists", LISTS).code == 0
    assert incidents(recount) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("norvane-ilmesk", "it had treated 65 people", "--event", "attack"), "does not have the words"),
        (("norvane-ilmesk", "Ilmesk", "--event", "attack"), "stand 3 times"),
        (("norvane-ilmesk", "killed 14 people", "--event", "attack"), "Correct it, or name another --figure"),
        (("norvane-ilmesk", QUOTE, "--event", "attack", "--figure", "sixty"), "does not stand in the quote"),
        (("norvane-ilmesk", " ", "--event", "attack"), "Give the words"),
        (("norvane-ilmesk", QUOTE, "--event", "outing"), "none of: air_strike"),
    ],
)
def test_what_cannot_be_added_is_told_in_words(
    recount: Command, held: list[dict[str, Any]], words: tuple[str, ...], told: str
) -> None:
    ended = recount("judge", "add", *words, *WHY)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


def test_a_claim_is_added_to_a_report_that_is_there(recount: Command, held: list[dict[str, Any]]) -> None:
    ended = recount("judge", "add", "nowhere", QUOTE, "--event", "attack", *WHY)
    assert ended.code == 1
    assert "nowhere" in ended.err
