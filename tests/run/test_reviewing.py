"""The queue: what many people and little evidence speak for comes first, and what was judged has left it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from recount.model import Decision, Outcome
from recount.run import Says, confirm, judge_pair, undo
from recount.run.linking import LINKED
from recount.run.reviewing import Item, ReviewKind, review
from recount.store import Record
from recount.store.doubting import weaknesses
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


def queue(record: Record, reader: str) -> list[Item]:
    return list(review(record, reader).items)


def of(kind: ReviewKind, items: list[Item]) -> list[Item]:
    return [item for item in items if item.kind is kind]


def test_the_weightiest_comes_first(record: Record) -> None:
    values = [item.value for item in queue(record, "Orla")]
    assert values == sorted(values, reverse=True)


def test_of_two_equally_weak_the_one_of_more_people_comes_first(record: Record) -> None:
    by_weakness: dict[tuple[str, ...], list[int]] = {}
    for item in of(ReviewKind.WEAK, queue(record, "Orla")):
        tolls = record.incident(item.ids[0]).counted.tolls
        if [toll.outcome for toll in tolls] == [Outcome.KILLED]:
            by_weakness.setdefault(item.why, []).append(tolls[0].max or tolls[0].min or 1)
    assert any(len(set(people)) > 1 for people in by_weakness.values())
    assert all(people == sorted(people, reverse=True) for people in by_weakness.values())


def test_all_kinds_are_there(record: Record) -> None:
    confirm(record, "lamplight-meskelin@110", Says("Tamsin", "read it"))
    kinds = {item.kind for item in queue(record, "Orla")}
    assert kinds >= {ReviewKind.WEAK, ReviewKind.MERGE, ReviewKind.COULD_BE, ReviewKind.SECOND}


def test_a_confirmed_claim_leaves_it_and_comes_back_when_that_is_undone(record: Record) -> None:
    item = of(ReviewKind.WEAK, queue(record, "Orla"))[0]
    made = confirm(record, item.ids[0], ORLA)
    assert item.ids not in {one.ids for one in queue(record, "Orla")}
    undo(record, made.judgement.id, ORLA)
    assert item in queue(record, "Orla")


@pytest.mark.parametrize("decision", [Decision.SAME, Decision.DIFFERENT])
@pytest.mark.parametrize("kind", [ReviewKind.MERGE, ReviewKind.COULD_BE])
def test_a_judged_pair_leaves_it(record: Record, decision: Decision, kind: ReviewKind) -> None:
    item = of(kind, queue(record, "Orla"))[0]
    judge_pair(record, decision, item.ids, ORLA)
    assert item.ids not in {one.ids for one in of(kind, queue(record, "Orla"))}


def test_a_second_reader_is_asked_and_the_first_is_not(record: Record) -> None:
    confirm(record, "lamplight-meskelin@110", ORLA)
    assert of(ReviewKind.SECOND, queue(record, "Orla")) == []
    assert [one.ids for one in of(ReviewKind.SECOND, queue(record, "Tamsin"))] == [("lamplight-meskelin@110",)]
    confirm(record, "lamplight-meskelin@110", Says("Tamsin", "read it"))
    assert of(ReviewKind.SECOND, queue(record, "Tamsin")) == []


def test_what_is_told_by_one_and_loosely_dated_is_weak(record: Record) -> None:
    for stored in record.incidents(IncidentQuery()).rows:
        incident = stored.counted.incident
        assert ("on one word alone" in weaknesses(incident)) == (len(incident.origins) < 2)
        if incident.when is None:
            assert "its day is open" in weaknesses(incident)


@pytest.mark.parametrize("kind", [None, *ReviewKind])
def test_a_part_of_it_is_what_stands_there_in_the_whole(record: Record, kind: ReviewKind | None) -> None:
    confirm(record, "lamplight-meskelin@110", Says("Tamsin", "read it"))
    every = [item for item in queue(record, "Orla") if kind in (None, item.kind)]
    for at in (0, 1, 7, len(every) - 1, len(every) + 5):
        found = review(record, "Orla", kind, max(at, 0), 3)
        assert list(found.items) == every[found.at : found.at + 3]
        assert found.at == max(0, min(at, len(every) - 1))
        assert sum(found.amounts.values()) == len(queue(record, "Orla"))


def test_what_changed_alone_is_written_and_gives_the_queue_that_all_would(record: Record) -> None:
    first = of(ReviewKind.COULD_BE, queue(record, "Orla"))[0]
    judge_pair(record, Decision.SAME, first.ids, ORLA)
    confirm(record, "lamplight-meskelin@110", ORLA)
    before = queue(record, "Orla")
    record.put_setting(LINKED, None)
    assert queue(record, "Orla") == before
