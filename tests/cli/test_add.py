"""`recount add`: what goes in, what is told of it, and the exit code."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recount.store import Record
from tests.cli.command import LISTS, REPORTS, Command

GRELDA = "Five people were killed when mortar shells hit the market of Grelda on 3 March 2031, residents said.\n"
TABLE = (
    f'key,story,paper,day\nfirst,"{GRELDA.strip()}",Norvane Courier,04/03/2031\nsecond,,Norvane Courier,05/03/2031\n'
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "grelda.txt"
    path.write_text(GRELDA, encoding="utf-8")
    return path


def test_the_ledger_tells_what_became_of_every_input(recount: Command) -> None:
    ended = recount("add", REPORTS, "--lists", LISTS, "--processes", "1")
    assert ended.code == 0
    assert ended.out.startswith("29 inputs: 29 new reports, 0 known, 0 new versions, 0 refused")
    assert " claims in " in ended.out


def test_adding_again_adds_nothing(recount: Command, report: Path) -> None:
    first, again = recount("add", report), recount("add", report)
    assert "1 new report, 0 known" in first.out
    assert "0 new reports, 1 known" in again.out
    assert first.out.splitlines()[1].split(";")[0] == again.out.splitlines()[1].split(";")[0]
    assert again.code == 0


def test_other_bytes_are_a_new_version_and_the_same_bytes_a_copy(recount: Command, report: Path) -> None:
    recount("add", report)
    report.write_text(GRELDA.replace("Five", "Six"), encoding="utf-8")
    assert "0 known, 1 new version" in recount("add", report).out
    report.with_name("copy.txt").write_bytes(report.read_bytes())
    assert "1 new report (1 copy)" in recount("add", report.with_name("copy.txt")).out


def test_what_is_refused_is_told_and_the_rest_is_taken_in(recount: Command, report: Path) -> None:
    empty = report.with_name("empty.txt")
    empty.touch()
    ended = recount("add", report, empty)
    assert ended.code == 0
    assert "1 refused" in ended.out
    assert "empty.txt: It is empty" in ended.err


def test_nothing_taken_in_is_a_failure_that_is_explained(recount: Command, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    first, again = recount("add", empty), recount("add", empty)
    assert (first.code, again.code) == (1, 1)
    assert "It is empty" in first.err
    assert "told before" in again.err


def test_issues_of_a_run_beyond_the_first_are_counted(recount: Command, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    for number in range(25):
        (folder / f"empty-{number}.txt").touch()
    ended = recount("add", folder)
    assert ended.err.count("It is empty") == 20
    assert "5 more" in ended.err


def test_columns_of_a_table_are_named_by_options(recount: Command, tmp_path: Path) -> None:
    table = tmp_path / "articles.csv"
    table.write_text(TABLE, encoding="utf-8")
    columns = ("--text-column", "story", "--id-column", "key", "--outlet-column", "paper", "--date-column", "day")
    ended = recount("add", table, *columns, "--date-format", "%d/%m/%Y", "--id-prefix", "north-")
    assert ended.code == 0
    assert "2 inputs: 1 new report" in ended.out
    [incident] = recount("incidents", "--format", "jsonl").objects
    [claim] = incident["claims"]
    assert (claim["report"], claim["outlet"], claim["published"]) == ("north-first", "Norvane Courier", "2031-03-04")


def test_outlet_and_day_given_by_the_user_hold_for_all(recount: Command, report: Path) -> None:
    recount("add", report, "--outlet", "Orsamun Herald", "--published", "2031-03-05")
    [incident] = recount("incidents", "--format", "jsonl").objects
    assert (incident["claims"][0]["outlet"], incident["claims"][0]["published"]) == ("Orsamun Herald", "2031-03-05")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere.txt",), "nowhere.txt"),
        (("ftp://news.example/x",), "ftp://news.example/x"),
        ((".", "--published", "31 March"), "is not a day"),
        ((".", "--processes", "0"), "--processes"),
        ((".", "--lists", "nowhere"), "--lists"),
        ((".", "--date-format", "%d"), "--date-column"),
        ((), "SOURCE"),
    ],
)
def test_wrong_usage_is_told(recount: Command, words: tuple[str, ...], told: str) -> None:
    ended = recount("add", *words)
    assert ended.code == 2
    assert told in ended.err
    assert ended.out == ""


def test_a_file_that_is_no_record_is_left_alone(recount: Command, report: Path) -> None:
    other = report.with_name("notes.sqlite")
    other.write_text("these are notes", encoding="utf-8")
    ended = recount("add", report, "--record", other)
    assert ended.code == 1
    assert "no record" in ended.err
    assert other.read_text(encoding="utf-8") == "these are notes"


def test_what_is_no_terminal_gets_no_bar(recount: Command, report: Path) -> None:
    assert recount("add", report).err == ""


def test_stopped_it_keeps_what_was_read_and_goes_on_from_there(recount: Command, tmp_path: Path) -> None:
    folder, where = tmp_path / "many", tmp_path / "many.sqlite"
    folder.mkdir()
    for number in range(150):
        (folder / f"report-{number}.txt").write_text(f"{GRELDA}{number} of them\n" * 8, encoding="utf-8")
    words = ("add", str(folder), "--record", str(where), "--processes", "1")
    # A suite that runs in the background of a script is started deaf to Ctrl-C, and so would be what it starts.
    hearing = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program = [sys.executable, "-c", f"{hearing}; from recount.cli import main; main()", *words]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        kept = _wait_for_a_report(where)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Stopped" in err
    assert "Traceback" not in err
    assert 0 < kept < 150
    again = recount(*words)
    assert again.code == 0
    assert again.out.startswith("150 inputs: ")
    assert " 0 known" not in again.out


def _wait_for_a_report(where: Path) -> int:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if where.exists() and where.stat().st_size > 0:
            with Record.open(where) as record:
                if (kept := record.totals().reports) > 0:
                    return kept
        time.sleep(0.05)
    raise AssertionError("nothing was kept within a minute")
