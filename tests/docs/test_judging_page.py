"""The page on judging: its commands run, its decisions and fields are those there are, its examples are values."""

import re
import shlex
from pathlib import Path

import pytest

from recount.cli.judge.app import app
from recount.knowledge import load
from recount.model import Claim, Event, Field, Reading, Report, Span, Text
from recount.run.wording import value_of
from tests.cli.command import LISTS, Command

PAGE = (Path(__file__).parents[2] / "docs" / "judging.md").read_text("utf-8")
COMMANDS = [shlex.split(line) for line in re.findall(r"^    recount (.+)$", PAGE, re.MULTILINE)]
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in PAGE.splitlines() if line.startswith("| ")]
EXAMPLES = [
    (field, row[2].strip("` |"))
    for row in ROWS
    if len(row) == 3 and row[0] not in ("field", "---")
    for field in row[0].split(", ")
]
WORDS = "Seven people were killed in Ilmesk."


def decisions() -> set[str]:
    return {command.callback.__name__ for command in app.registered_commands if command.callback is not None}


def test_the_decisions_are_those_there_are() -> None:
    told = {row[0].strip("`") for row in ROWS if len(row) == 2 and row[0].startswith("`")}
    assert told == decisions()


def test_each_decision_has_a_command() -> None:
    assert {words[1] for words in COMMANDS if words[0] == "judge"} == decisions()


def test_the_commands_run_one_after_the_other(recount: Command, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUNT_RECORD", str(copied))
    judged = ""
    for words in COMMANDS:
        ended = recount(*(judged if word.endswith("…") else word for word in words))
        assert ended.code == 0, (words, ended.err)
        judged = ended.out.split(":")[0] if words[0] == "judge" else judged


def test_the_fields_are_those_there_are() -> None:
    assert [field for field, _ in EXAMPLES] == list(Field)


@pytest.mark.parametrize(("field", "words"), EXAMPLES)
def test_each_example_is_a_value_of_its_field(field: str, words: str) -> None:
    claim = Claim("a", Span(0, 5), Span(0, len(WORDS)), WORDS, Event.ATTACK)
    reading = Reading(Report("a", WORDS.encode()), Text(WORDS, "hash", "1", ()), (claim,))
    value_of(Field(field), words, claim, reading, load(LISTS))
