"""The queue: what many people and little evidence speak for comes first, and what was judged has left it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from recount.model import Decision, Outcome
from recount.run import Says, confirm, judge_pair, undo
from recount.run.reviewing import Item, ReviewKind, review, weaknesses
from recount.store import Record
from recount.store.shapes import IncidentQuery
from tests.cli.conftest import veldania as sampled

__all__ = ["sampled"]

ORLA = Says("Orla", "read it")


@pytest.fixture
def record(sampled: Path, tmp_path: Path) -> Iterator[Record]:
    path = tmp_path / "record.sqlite"
    copyfile(sampled, path)
    with Record.open(path) as opened:
        yield opened


def of(kind: ReviewKind, items: list[Item]) -> list[Item]:
    return [item for item in items if item.kind is kind]


def test_the_weightiest_comes_first(record: Record) -> None:
    values = [item.value for item in review(record, "Orla")]
    assert values == sorted(values, reverse=True)


def test_of_two_equally_weak_the_one_of_more_people_comes_first(record: Record) -> None:
    by_weakness: dict[tuple[str, ...], list[int]] = {}
    for item in of(ReviewKind.WEAK, review(record, "Orla")):
        tolls = record.incident(item.ids[0]).counted.tolls
        if [toll.outcome for toll in tolls] == [Outcome.KILLED]:
            by_weakness.setdefault(item.why, []).append(tolls[0].max or tolls[0].min or 1)
    assert any(len(set(people)) > 1 for people in by_weakness.values())
    assert all(people == sorted(people, reverse=True) for people in by_weakness.values())


def test_all_kinds_are_there(record: Record) -> None:
    confirm(record, "lamplight-meskelin@110", Says("Tamsin", "read it"))
    kinds = {item.kind for item in review(record, "Orla")}
    assert kinds >= {ReviewKind.WEAK, ReviewKind.MERGE, ReviewKind.COULD_BE, ReviewKind.SECOND}


def test_a_confirmed_claim_leaves_it_and_comes_back_when_that_is_undone(record: Record) -> None:
    item = of(ReviewKind.WEAK, review(record, "Orla"))[0]
    made = confirm(record, item.ids[0], ORLA)
    assert item.ids not in {one.ids for one in review(record, "Orla")}
    undo(record, made.judgement.id, ORLA)
    assert item in review(record, "Orla")


@pytest.mark.parametrize("decision", [Decision.SAME, Decision.DIFFERENT])
@pytest.mark.parametrize("kind", [ReviewKind.MERGE, ReviewKind.COULD_BE])
def test_a_judged_pair_leaves_it(record: Record, decision: Decision, kind: ReviewKind) -> None:
    item = of(kind, review(record, "Orla"))[0]
    judge_pair(record, decision, item.ids, ORLA)
    assert item.ids not in {one.ids for one in of(kind, review(record, "Orla"))}


def test_a_second_reader_is_asked_and_the_first_is_not(record: Record) -> None:
    confirm(record, "lamplight-meskelin@110", ORLA)
    assert of(ReviewKind.SECOND, review(record, "Orla")) == []
    assert [one.ids for one in of(ReviewKind.SECOND, review(record, "Tamsin"))] == [("lamplight-meskelin@110",)]
    confirm(record, "lamplight-meskelin@110", Says("Tamsin", "read it"))
    assert of(ReviewKind.SECOND, review(record, "Tamsin")) == []


def test_what_is_told_by_one_and_loosely_dated_is_weak(record: Record) -> None:
    for stored in record.incidents(IncidentQuery()).rows:
        incident = stored.counted.incident
        assert ("on one word alone" in weaknesses(incident)) == (len(incident.origins) < 2)
        if incident.when is None:
            assert "its day is open" in weaknesses(incident)
