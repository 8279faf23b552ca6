"""However many processes read, and whenever they are killed, the record is the same."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from recount.export import guide
from recount.knowledge import load
from recount.model import Claim, Report
from recount.run import AddOptions, add
from recount.run.pool import read_all
from recount.run.reading import read_one
from recount.store import Record
from recount.store.shapes import IncidentQuery

REPORTS = 200
KILLS = 20
PROGRAM = """
import sys
from recount.run import AddOptions, add
from recount.store import Record
with Record.open(sys.argv[1]) as record:
    add(record, [sys.argv[2]], AddOptions(processes=1))
"""
VILLAGES = ("Tarsk", "Ostrel", "Halmek", "Quorrin", "Grelda")
MEANS = ("An air strike", "Shelling", "A car bomb", "Rocket fire")


def texts() -> list[str]:
    return [
        f"{MEANS[n % 4]} killed {n % 17 + 2} people in the village of {VILLAGES[n % 5]} on {n % 27 + 1} March 2031, "
        f"medics said. Report number {n}."
        for n in range(REPORTS)
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    for number, text in enumerate(texts()):
        (made / f"report-{number:03}.txt").write_text(text)
    return made


def holds(path: Path) -> tuple[list[Claim], list[object]]:
    """All that a record tells, without the times of adding."""
    with Record.open(path) as record:
        # Only the trail of former ids may depend on the order of work.
        incidents = [replace(row.counted, aliases=()) for row in record.incidents(IncidentQuery()).rows]
        return list(record.claims()), [*incidents, *record.issues().rows, *record.running_totals(), record.totals()]


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Claim], list[object]]:
    path = tmp_path_factory.mktemp("undisturbed") / "record.sqlite"
    with Record.open(path) as record:
        ledger = add(record, [str(folder)], AddOptions(processes=1))
    assert (ledger.new, ledger.balanced) == (REPORTS, True)
    return holds(path)


def test_killed_at_any_moment_the_next_run_ends_with_the_same_record(
    folder: Path, undisturbed: tuple[list[Claim], list[object]], tmp_path: Path
) -> None:
    path = tmp_path / "record.sqlite"
    command = [sys.executable, "-c", PROGRAM, str(path), str(folder)]
    chance = random.Random(7)
    killed = 0
    for _ in range(KILLS):
        with subprocess.Popen(command) as process:
            time.sleep(0.2 + chance.random() * 1.6)
            if process.poll() is None:
                os.kill(process.pid, signal.SIGKILL)
                killed += 1
        # It opens, whatever was being written.
        with Record.open(path) as record:
            record.totals()
    assert killed >= KILLS // 4, "The runs were over before they could be killed: the test proves nothing."
    with Record.open(path) as record:
        add(record, [str(folder)], AddOptions(processes=1))
    assert holds(path) == undisturbed


def test_several_processes_make_the_same_record_as_one(
    folder: Path, undisturbed: tuple[list[Claim], list[object]], tmp_path: Path
) -> None:
    path = tmp_path / "record.sqlite"
    with Record.open(path) as record:
        add(record, [str(folder)], AddOptions(processes=2))
    assert holds(path) == undisturbed


def test_the_order_of_adding_does_not_matter(
    folder: Path, undisturbed: tuple[list[Claim], list[object]], tmp_path: Path
) -> None:
    files = [str(path) for path in sorted(folder.iterdir())]
    random.Random(3).shuffle(files)
    path = tmp_path / "record.sqlite"
    with Record.open(path) as record:
        add(record, files[:120], AddOptions(processes=1))
        add(record, files[120:], AddOptions(processes=1))
    assert holds(path) == undisturbed


def test_readings_come_in_the_order_of_the_reports() -> None:
    reports = [Report(f"report-{n}", text.encode()) for n, text in enumerate(texts())]
    read = list(read_all(reports, None, 2, len(reports)))
    assert [report.id for report, _ in read] == [report.id for report in reports]
    assert guide(read[5][1]) == guide(read_one(reports[5], load()))
