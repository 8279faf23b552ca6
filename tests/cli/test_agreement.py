"""`recount agreement`: what two readers both judged."""

from pathlib import Path

import pytest

from tests.cli.command import Command

PAIR = ("velna-belmarrow-bomb@443", "evening-post-belmarrow@619")


@pytest.fixture
def judge(recount: Command, copied: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("RECOUNT_RECORD", str(copied))
    return recount


def says(recount: Command, by: str, *words: str) -> str:
    ended = recount("judge", *words, "--because", "read it", "--as", by)
    assert ended.code == 0, ended.err
    return ended.out.split(":")[0]


def told(recount: Command) -> dict[str, dict[str, object]]:
    ended = recount("agreement", "Orla", "Tamsin", "--format", "jsonl")
    assert ended.code == 0, ended.err
    return {str(row["of"]): row for row in ended.objects}


def test_it_counts_what_both_judged_and_no_more(judge: Command) -> None:
    says(judge, "Orla", "confirm", "norvane-ilmesk@216")
    says(judge, "Tamsin", "confirm", "norvane-ilmesk@216")
    says(judge, "Orla", "confirm", "lamplight-meskelin@110")
    says(judge, "Tamsin", "reject", "lamplight-meskelin@110")
    says(judge, "Orla", "confirm", "vrm-halmeck-school@245")
    claims = told(judge)["claims"]
    assert (claims["both"], claims["alike"], claims["kappa"]) == (2, 1, 0.0)
    assert claims["apart"] == [{"claims": ["lamplight-meskelin@110"], "one": "confirm", "other": "reject"}]


def test_pairs_are_counted_apart_and_in_either_order(judge: Command) -> None:
    says(judge, "Orla", "same", *PAIR)
    says(judge, "Tamsin", "different", *reversed(PAIR))
    pairs = told(judge)["pairs"]
    assert (pairs["both"], pairs["alike"]) == (1, 0)


def test_what_was_withdrawn_does_not_count(judge: Command) -> None:
    says(judge, "Orla", "confirm", "norvane-ilmesk@216")
    says(judge, "Tamsin", "confirm", "norvane-ilmesk@216")
    made = says(judge, "Tamsin", "confirm", "lamplight-meskelin@110")
    says(judge, "Orla", "reject", "lamplight-meskelin@110")
    says(judge, "Tamsin", "undo", made)
    assert told(judge)["claims"]["both"] == 1


def test_who_corrected_a_claim_did_not_find_it_right(judge: Command) -> None:
    says(judge, "Orla", "correct", "norvane-ilmesk@216", "counts", "killed 15")
    says(judge, "Tamsin", "confirm", "norvane-ilmesk@216")
    assert told(judge)["claims"]["alike"] == 0


def test_it_is_told_in_words(judge: Command) -> None:
    says(judge, "Orla", "confirm", "norvane-ilmesk@216")
    says(judge, "Tamsin", "reject", "norvane-ilmesk@216")
    out = judge("agreement", "Orla", "Tamsin").out
    assert "kappa" in out
    assert "norvane-ilmesk@216: Orla: confirm; Tamsin: reject" in out


@pytest.mark.parametrize("names", [("Orla", "Orla"), ("Orla", "Nobody"), ("Nobody", "Orla")])
def test_it_takes_two_who_judged(judge: Command, names: tuple[str, str]) -> None:
    says(judge, "Orla", "confirm", "norvane-ilmesk@216")
    assert judge("agreement", *names).code == 2
