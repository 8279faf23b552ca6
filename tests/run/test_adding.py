"""Sources into a record: everything ends as claims, as nothing to record, or as an issue."""

from pathlib import Path

import pytest

from recount.ingest import IngestOptions, TableOptions
from recount.model import IssueKind, Ledger, UsageError
from recount.run import AddOptions, Progress, add, rebuild, relink, remove
from recount.store import Record
from recount.store.shapes import IncidentQuery

STRIKE = "An air strike killed seven people in the village of Tarsk on 10 March 2031, the monitor said."
SHELLING = "Shelling killed three people in the town of Ostrel on 11 March 2031, medics said."
QUIET = "The village school of Tarsk opened again on Monday after a long holiday."


class Listening:
    """Somebody who remembers what a run told."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, int | None]] = []
        self.steps = 0
        self.said: list[str] = []

    def begin(self, what: str, total: int | None) -> None:
        self.begun.append((what, total))

    def step(self) -> None:
        self.steps += 1

    def say(self, message: str) -> None:
        self.said.append(message)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "record.sqlite")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    (made / "one.txt").write_text(STRIKE)
    (made / "two.txt").write_text(SHELLING)
    (made / "three.txt").write_text(QUIET)
    return made


def put(record: Record, *sources: Path, options: AddOptions | None = None, progress: Progress | None = None) -> Ledger:
    told = Listening() if progress is None else progress
    return add(record, [str(source) for source in sources], options or AddOptions(processes=1), told)


def test_each_input_ends_as_one_thing(record: Record, folder: Path) -> None:
    ledger = put(record, folder)
    assert ledger.balanced
    assert (ledger.inputs, ledger.new, ledger.silent) == (3, 3, 1)
    assert (ledger.claims, ledger.incidents) == (2, 2)


def test_adding_again_adds_nothing(record: Record, folder: Path) -> None:
    put(record, folder)
    before = record.incidents(IncidentQuery())
    again = put(record, folder)
    assert (again.new, again.known, again.issues) == (0, 3, 0)
    assert record.incidents(IncidentQuery()) == before


def test_the_same_id_with_other_bytes_is_a_new_version(record: Record, folder: Path) -> None:
    put(record, folder)
    (folder / "one.txt").write_text(STRIKE.replace("seven", "nine"))
    ledger = put(record, folder)
    assert (ledger.versions, ledger.known) == (1, 2)
    (incident,) = record.incidents(IncidentQuery(place="Tarsk")).rows
    assert [count.low for claim in incident.counted.incident.claims for count in claim.counts] == [9]


def test_another_id_with_the_same_bytes_is_a_copy(record: Record, folder: Path) -> None:
    (folder / "copy.txt").write_text(STRIKE)
    ledger = put(record, folder)
    assert (ledger.new, ledger.copies) == (4, 1)
    assert record.report("one").copy_of == "copy"
    (incident,) = record.incidents(IncidentQuery(place="Tarsk")).rows
    assert len(incident.counted.incident.claims) == 2
    assert len(incident.counted.incident.origins) == 1


def test_what_cannot_be_read_is_an_issue_and_takes_nothing_with_it(record: Record, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "german.txt").write_text("Bei einem Angriff auf das Dorf sind sieben Menschen getötet worden. " * 20)
    ledger = put(record, folder)
    assert ledger.balanced
    assert (ledger.claims, ledger.incidents) == (2, 2)
    kinds = {issue.kind for issue in record.issues().rows}
    assert {IssueKind.EMPTY, IssueKind.BINARY, IssueKind.LANGUAGE} <= kinds


def test_a_source_that_was_mended_is_no_issue_any_more(record: Record, folder: Path) -> None:
    (folder / "four.txt").write_bytes(b"")
    assert put(record, folder).refused == 1
    (folder / "four.txt").write_text(SHELLING)
    assert put(record, folder).new == 1
    assert [issue for issue in record.issues().rows if issue.fatal] == []


def test_a_table_goes_in_row_by_row(record: Record, tmp_path: Path) -> None:
    table = tmp_path / "articles.csv"
    table.write_text(f'key,body,paper\n1,"{STRIKE}",Courier\n2,"{SHELLING}",Courier\n3,,Courier\n')
    columns = TableOptions("body", None, "key", "t-", "paper")
    ledger = put(record, table, options=AddOptions(IngestOptions(table=columns), processes=1))
    assert (ledger.inputs, ledger.new, ledger.refused) == (3, 2, 1)
    assert record.report("t-1").report.outlet == "Courier"


def test_a_table_without_the_named_column_is_refused_before_anything_is_read(record: Record, tmp_path: Path) -> None:
    table = tmp_path / "articles.csv"
    table.write_text(f'key,body\n1,"{STRIKE}"\n')
    with pytest.raises(UsageError, match='no column "text"'):
        put(record, table, options=AddOptions(IngestOptions(table=TableOptions("text")), processes=1))
    assert record.totals().reports == 0


def test_a_removed_report_does_not_come_back(record: Record, folder: Path) -> None:
    put(record, folder)
    remove(record, "one", "asked for by the family")
    assert record.incidents(IncidentQuery(place="Tarsk")).total == 0
    ledger = put(record, folder)
    assert (ledger.known, ledger.refused) == (2, 1)
    assert IssueKind.REMOVED in [issue.kind for issue in record.issues().rows]


def test_rebuilding_reads_everything_again_and_changes_nothing_by_itself(record: Record, folder: Path) -> None:
    put(record, folder)
    (folder / "one.txt").write_text(STRIKE.replace("seven", "nine"))
    put(record, folder)
    before = record.incidents(IncidentQuery())
    ledger = rebuild(record)
    assert (ledger.inputs, ledger.known) == (3, 3)
    assert record.incidents(IncidentQuery()) == before
    assert len(record.report("one").versions) == 2


def test_other_lists_than_before_are_told(record: Record, folder: Path, tmp_path: Path) -> None:
    put(record, folder)
    lists = tmp_path / "lists"
    (lists / "actors").mkdir(parents=True)
    (lists / "actors" / "own.toml").write_text('[[actor]]\nname = "River Guard"\nkind = "militia"\n')
    told = Listening()
    put(record, folder, options=AddOptions(lists=lists, processes=1), progress=told)
    assert any("rebuild" in message for message in told.said)


def test_incidents_are_put_together_only_where_something_changed(record: Record, folder: Path) -> None:
    put(record, folder)
    told = Listening()
    relink(record, told)
    assert told.begun == []


def test_progress_is_told_step_by_step(record: Record, folder: Path) -> None:
    told = Listening()
    put(record, folder, progress=told)
    assert told.begun[0] == ("Reading", 3)
    assert told.steps == 3
