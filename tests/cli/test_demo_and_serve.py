"""`recount demo` and `recount serve`."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from recount.store import Record
from tests.cli.command import Command

MAIN = [sys.executable, "-u", "-c", "from recount.cli import main; main()"]


@contextmanager
def running(folder: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command in a process of its own, and the address that it tells on standard error."""
    environment = {name: value for name, value in os.environ.items() if name != "RECOUNT_RECORD"}
    with subprocess.Popen(
        [*MAIN, *words], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        try:
            line = next((line for line in process.stderr if "http://" in line), "")
            yield process, line.split()[-1]
        finally:
            process.kill()


def test_the_demo_tells_what_it_found_and_one_incident_with_figures_that_contradict(
    recount: Command, tmp_path: Path
) -> None:
    ended = recount("demo", "--no-serve")
    assert ended.code == 0
    assert "29 reports" in ended.out
    figures = ended.out.split("Figures\n")[1].split("\n\n")[0].splitlines()
    assert len(figures) >= 6
    assert "not settled" in ended.out
    assert "Who says so" in ended.out
    assert [path.name for path in tmp_path.iterdir()] == ["recount-demo.sqlite"]


def test_the_demo_is_made_anew(recount: Command) -> None:
    first, again = recount("demo", "--no-serve"), recount("demo", "--no-serve")
    assert first.out == again.out
    assert again.code == 0


def test_the_demo_never_takes_the_users_own_record(
    recount: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RECOUNT_RECORD", str(tmp_path / "own.sqlite"))
    assert recount("demo", "--no-serve").code == 0
    assert not (tmp_path / "own.sqlite").exists()


@pytest.mark.parametrize("words", [("--record", "other.sqlite", "demo"), ("demo", "--record", "other.sqlite")])
def test_the_demos_record_may_be_named(recount: Command, tmp_path: Path, words: tuple[str, ...]) -> None:
    recount(*words, "--no-serve")
    assert [path.name for path in tmp_path.iterdir()] == ["other.sqlite"]


def test_a_record_that_is_no_demo_is_left_as_it_is(recount: Command, tmp_path: Path) -> None:
    with Record.open("mine.sqlite") as record:
        record.put_setting("lists", "mine")
    ended = recount("demo", "--no-serve", "--record", "mine.sqlite")
    assert (ended.code, ended.out) == (1, "")
    with Record.open("mine.sqlite") as record:
        assert record.setting("lists") == "mine"


def test_a_demo_to_which_somebody_added_is_left_as_it_is(recount: Command, copied: Path, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Two people were killed in Grelda on 3 March 2031.", encoding="utf-8")
    recount("add", "own.txt", "--record", copied)
    assert recount("demo", "--no-serve", "--record", copied).code == 1
    assert "own" in recount("incidents", "--record", copied, "--format", "jsonl").out


def test_a_file_that_is_no_record_is_left_as_it_is(recount: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
    assert recount("demo", "--no-serve", "--record", "notes.txt").code == 1
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "notes"


def test_the_desk_is_served_until_stopped(veldania: Path, tmp_path: Path) -> None:
    with running(tmp_path, "serve", "--port", "0", "--record", str(veldania)) as (process, address):
        with urlopen(address, timeout=20) as answer:
            assert b"Ilmesk" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        # Not by communicate, which would miss what came together with the address and is read already.
        assert process.stdout is not None
        assert process.stderr is not None
        out, err = process.stdout.read(), process.stderr.read()
    assert "Press Ctrl-C to stop" in err
    assert "Traceback" not in err
    assert out == ""


def test_the_demo_ends_with_the_desk_and_its_map(tmp_path: Path) -> None:
    with running(tmp_path, "demo", "--port", "0") as (process, address):
        with urlopen(f"{address}/map", timeout=20) as answer:
            assert b"Saravel" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_without_a_record_there_is_nothing_to_serve(recount: Command) -> None:
    ended = recount("serve", "--port", "0")
    assert ended.code == 1
    assert "recount add" in ended.err
