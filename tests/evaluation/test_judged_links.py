"""Pairs that were judged by reading: what they say of linking, and that none of them is lost."""

from pathlib import Path

import judged_links
import measure
import pytest
from judged_links import Drawn, Pair, Passage, Share, Today, Verdict

from recount.model import Span

SHARED = Path(judged_links.__file__).parents[2] / "shared"
QUALITY = Path(judged_links.__file__).parents[1] / "docs" / "quality.md"
ONE, OTHER, THIRD = Passage("a", 10), Passage("b", 20), Passage("c", 30)
RIGHT = Pair(Drawn.MERGE, ONE, OTHER, "a@10", Verdict.SAME)
WRONG = Pair(Drawn.MERGE, ONE, THIRD, "c@30", Verdict.DIFFERENT, "wrong day read")
MISSED = Pair(Drawn.NEAR_MISS, OTHER, THIRD, None, Verdict.SAME, "no day told")
UNCLEAR = Pair(Drawn.NEAR_MISS, ONE, THIRD, None, Verdict.UNCLEAR)


@pytest.fixture(scope="module")
def judged() -> list[Pair]:
    return judged_links.read_pairs(judged_links.GOLD)


def test_the_kept_sample_is_a_hundred_merges_and_a_hundred_near_misses_each_judged(judged: list[Pair]) -> None:
    assert sorted(pair.drawn for pair in judged) == [Drawn.MERGE] * 100 + [Drawn.NEAR_MISS] * 100
    assert len(set(judged)) == 200
    assert all(pair.first.report != pair.second.report for pair in judged)
    assert all(pair.verdict is not None for pair in judged)


def test_the_further_pairs_are_each_judged_once_and_tell_nothing_of_the_day_of_their_draw(judged: list[Pair]) -> None:
    further = judged_links.read_pairs(judged_links.FURTHER)
    assert {pair.drawn for pair in further} == {Drawn.SPREAD}
    assert len({(pair.first, pair.second) for pair in (*judged, *further)}) == len(judged) + len(further)
    assert all(pair.verdict is not None and not pair.wrong for pair in further)
    assert list(judged_links.as_judged(further)) == []


def test_where_linking_was_wrong_the_cause_is_told_and_nowhere_else(judged: list[Pair]) -> None:
    assert [pair for pair in judged if pair.wrong is (pair.cause is None)] == []


def test_the_page_on_quality_has_the_figures_of_the_judgements(judged: list[Pair]) -> None:
    page = QUALITY.read_text(encoding="utf-8")
    told = [line.strip() for line in judged_links.as_judged(judged)]
    assert [line for line in told if line not in page] == []


@pytest.mark.shared
def test_every_judged_pair_is_linked_or_apart_or_named_as_moved_today(judged: list[Pair]) -> None:
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"no real reports in {SHARED}, so judged pairs cannot be looked for")
    present = judged_links.today(measure.articles(SHARED))
    told = list(judged_links.as_linked(judged, present))
    found = [pair for pair in judged if not present.gone(pair)]
    clear = [sum(pair.verdict is verdict for pair in found) for verdict in (Verdict.SAME, Verdict.DIFFERENT)]
    assert [line.rsplit(" of ", 1)[1] for line in told[:2]] == [str(number) for number in clear]
    assert told[2].endswith(f": {200 - len(found)}")
    assert len(told[3:]) == 200 - len(found)


def test_shares_have_an_interval_that_never_leaves_0_to_1() -> None:
    assert str(Share(9, 10)) == "0.900 (0.596 to 0.982; 9 of 10)"
    assert Share(10, 10).interval == pytest.approx((0.722, 1.0), abs=0.001)
    assert Share(0, 10).interval == pytest.approx((0.0, 0.278), abs=0.001)
    assert Share(0, 0).interval == (0.0, 1.0)


def test_precision_leaves_out_what_is_unclear_and_counts_it_apart() -> None:
    told = list(judged_links.as_judged([RIGHT, WRONG, MISSED, UNCLEAR]))
    assert told[0] == "merges that are one event: 0.500 (0.095 to 0.905; 1 of 2), 0 unclear"
    assert told[2:4] == [
        "      1 wrong day read",
        "near misses that are two events: 0.000 (0.000 to 0.793; 0 of 1), 1 unclear",
    ]
    assert told[4:] == ["      1 no day told"]


def test_one_large_incident_cannot_hide_the_others() -> None:
    large = [RIGHT] * 3
    assert (
        list(judged_links.as_judged([*large, WRONG]))[1].strip().endswith("0.000 (0.000 to 0.793; 0 of 1), 0 unclear")
    )


def test_judgements_whose_claims_moved_are_named_and_not_lost() -> None:
    present = Today({ONE: "a@10", OTHER: "a@10"})
    told = list(judged_links.as_linked([RIGHT, WRONG], present))
    assert told[0].endswith("together: 1 of 1")
    assert told[1].endswith("together: 0 of 0")
    assert told[2:] == [
        "today, pairs of which a claim is no longer found: 1",
        "    different: c@30",
    ]


def test_a_claim_that_moved_is_found_by_the_words_around_its_place_unless_two_share_them() -> None:
    moved, further = Passage("c", 42), Passage("c", 60)
    quotes = {moved: Span(25, 50), further: Span(55, 70)}
    present = Today({ONE: "a@10", moved: "a@10", further: None}, quotes)
    assert present.now(THIRD) == moved
    assert present.together(WRONG)
    assert present.gone(WRONG) == []
    assert Today(present.incident, quotes | {further: Span(28, 70)}).gone(WRONG) == [THIRD]


def test_a_claim_that_became_a_running_total_is_apart_and_not_moved() -> None:
    present = Today({ONE: "a@10", OTHER: "a@10", THIRD: None})
    told = list(judged_links.as_linked([WRONG], present))
    assert told[1].endswith("together: 0 of 1")
    assert told[2].endswith(": 0")


def test_the_same_reports_give_the_same_sample() -> None:
    readings = list(measure._sample_readings())
    sample = judged_links.draw(readings, 5)
    assert sample == judged_links.draw(readings, 5)
    assert {pair.drawn for pair in sample} == {Drawn.MERGE, Drawn.NEAR_MISS}


def test_passages_are_shown_without_what_linking_made_of_them() -> None:
    readings = list(measure._sample_readings())
    sample = judged_links.draw(readings, 1)
    told = "\n".join(judged_links.shown(sample, readings))
    assert told.count(">>>") == told.count("<<<") == 2 * len(sample)
    assert not any(drawn in told for drawn in Drawn)


def test_a_passage_that_moved_is_told_when_pairs_are_shown() -> None:
    readings = list(measure._sample_readings())
    here = readings[0].report.id
    lost = Pair(Drawn.MERGE, Passage(here, 999_999), Passage(here, 999_998))
    assert "no claim is read here any more" in "\n".join(judged_links.shown([lost], readings))


def test_pairs_are_kept_and_found_again(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    judged_links.write_pairs(path, [RIGHT, MISSED])
    assert judged_links.read_pairs(path) == [RIGHT, MISSED]
