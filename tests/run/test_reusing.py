"""Copied text in a record: the same whatever the order of work, and nothing left of what was removed."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recount.model import Reuse
from recount.run import AddOptions, add, rebuild, remove
from recount.run.reusing import find_reuse
from recount.store import Record
from recount.store.shapes import IncidentQuery
from tests.link.reuse.stories import BRIDGE, SCHOOL, TALKS

STRIKE = (
    "Two shells that were fired from the northern hills hit the grain market of the town of Tarsk shortly before noon "
    "on 10 March 2031 and killed 12 people."
)
STORIES = {
    "wire": f"{STRIKE}\n\n{BRIDGE}\n\n{TALKS}\n\nPublished 11 March 2031.",
    "paper": f"{STRIKE}\n\n{BRIDGE}\n\nPublished 12 March 2031.",
    "own": f"{SCHOOL}\n\nNobody in the hills spoke of it for days.\n\n{STRIKE}\n\nPublished 14 March 2031.",
    "more": f"{SCHOOL}\n\n{STRIKE.replace('12', '15')}\n\nPublished 15 March 2031.",
    "quiet": "The village school of Tarsk opened again on Monday after a long holiday.\n\nPublished 15 March 2031.",
}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "record.sqlite")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for id, story in STORIES.items():
        (made / f"{id}.txt").write_text(story)
    return made


def put(record: Record, *sources: Path) -> None:
    add(record, [str(source) for source in sources], AddOptions(processes=1))


def known(record: Record) -> tuple[object, ...]:
    """All that follows from reuse."""
    return (record.reuses(), record.bylines(), record.incidents(IncidentQuery()))


def test_a_report_of_an_earlier_ones_words_is_its_copy_and_counts_as_one(record: Record, folder: Path) -> None:
    put(record, folder)

    assert record.report("paper").copy_of == "wire"
    assert record.report("wire").copies == ("paper",)
    assert record.totals().copies == 1
    assert {row.id: row.copy_of for row in record.reports().rows} == {
        "wire": None, "paper": "wire", "own": None, "more": None, "quiet": None
    }  # fmt: skip


def test_an_incident_has_one_origin_where_all_carry_one_paragraph(record: Record, folder: Path) -> None:
    put(record, folder)

    [incident] = record.incidents(IncidentQuery(place="Tarsk", min_killed=1)).rows
    assert {claim.report for claim in incident.counted.incident.claims} == {"wire", "paper", "own", "more"}
    assert incident.counted.incident.origins == ("wire",)


def test_a_copy_of_equal_bytes_follows_its_twin(record: Record, folder: Path) -> None:
    (folder / "a-twin.txt").write_text(STORIES["paper"])
    put(record, folder)

    assert {id: byline.copy_of for id, byline in record.bylines().items() if byline.copy_of} == {
        "a-twin": "wire", "paper": "wire"
    }  # fmt: skip
    assert record.report("wire").copies == ("a-twin", "paper")
    assert record.totals().copies == 2


def test_nothing_is_compared_twice(record: Record, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(record, folder)
    before = known(record)
    monkeypatch.setattr("recount.run.reusing.compare", None)
    monkeypatch.setattr("recount.run.reusing.sketch", None)
    find_reuse(record)

    assert known(record) == before


def test_reading_again_finds_the_same(record: Record, folder: Path) -> None:
    put(record, folder)
    before = known(record)
    rebuild(record)

    assert known(record) == before


def test_a_new_version_is_compared_anew(record: Record, folder: Path) -> None:
    put(record, folder)
    (folder / "paper.txt").write_text("The paper took its story back.\n\nPublished 13 March 2031.")
    put(record, folder)

    assert record.report("paper").copy_of is None
    assert not any("paper" in (reuse.earlier, reuse.later) for reuse in record.reuses())


def test_what_was_removed_leaves_no_trace_of_its_words(record: Record, folder: Path, tmp_path: Path) -> None:
    put(record, folder)
    remove(record, "wire", "asked for")

    assert record.report("paper").copy_of is None
    with sqlite3.connect(tmp_path / "record.sqlite") as tables:
        for table in ("sketches", "reuses", "borrowings"):
            assert not any("wire" in map(str, row) or '"wire"' in str(row) for row in tables.execute(
                f"SELECT * FROM {table}"
            ))  # fmt: skip
    [incident] = record.incidents(IncidentQuery(place="Tarsk", min_killed=1)).rows
    assert incident.counted.incident.origins == ("paper",)


@settings(max_examples=5)
@given(order=st.permutations(sorted(STORIES)))
def test_reports_one_by_one_in_any_order_give_what_they_give_at_once(
    order: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("orders")
    for id, story in STORIES.items():
        (place / f"{id}.txt").write_text(story)
    at_once, one_by_one = Record.open(place / "at-once.sqlite"), Record.open(place / "one-by-one.sqlite")
    put(at_once, *(place / f"{id}.txt" for id in sorted(STORIES)))
    for id in order:
        put(one_by_one, place / f"{id}.txt")

    assert _plain(one_by_one) == _plain(at_once)


def _plain(record: Record) -> tuple[list[Reuse], object, object]:
    incidents = [row.counted.incident for row in record.incidents(IncidentQuery()).rows]
    return (list(record.reuses()), record.bylines(), incidents)
