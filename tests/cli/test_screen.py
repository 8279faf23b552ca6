"""What is printed: whole, and without what could steer a terminal."""

import re
from pathlib import Path

import pytest

from recount.cli.bar import Bar
from recount.cli.screen import paragraph, shown, table
from tests.cli.command import Command

LONG = "Mortar shells hit the market of Grelda at noon and killed five people, residents said"


@pytest.fixture(params=["terminal", "pipe"])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int | None:
    """A narrow terminal, or none."""
    monkeypatch.setenv("COLUMNS", "40")
    if request.param == "pipe":
        return None
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    return 40


def test_no_words_of_a_paragraph_are_cut_off(width: int | None, capsys: pytest.CaptureFixture[str]) -> None:
    paragraph(LONG, 3)
    out = capsys.readouterr().out
    assert out.split() == LONG.split()
    assert max(map(len, out.splitlines())) <= (width or 1000)
    assert len(out.splitlines()) == (1 if width is None else 3)


@pytest.mark.usefixtures("width")
def test_no_cell_of_a_table_is_cut_off_or_torn(capsys: pytest.CaptureFixture[str]) -> None:
    table(("what", "id", "by"), [(LONG, "norvane-2031-03-12@114", "")])
    printed = re.sub(r"\x1b\[\d*m", "", capsys.readouterr().out).split()
    assert "norvane-2031-03-12@114" in printed
    assert {"what", "id", *LONG.split()} <= {word.removesuffix(":") for word in printed}


@pytest.mark.usefixtures("width")
def test_columns_stand_under_their_heads_where_there_is_room(capsys: pytest.CaptureFixture[str]) -> None:
    table(("what", "killed"), [("Shelling", "5"), ("Air strike", "27")], frozenset({1}))
    printed = [line.rstrip() for line in re.sub(r"\x1b\[\d*m", "", capsys.readouterr().out).splitlines()]
    assert printed == ["what        killed", "Shelling         5", "Air strike      27"]


@pytest.mark.parametrize("words", ["two\x1b[31m dead", "a\u202eb", "a\u2066b", "a\x00b", "a\x9bb"])
def test_nothing_in_a_report_can_steer_a_terminal(words: str) -> None:
    assert "�" in shown(words)
    assert shown(words).isprintable()


def test_what_a_report_brings_is_shown_and_does_not_steer(recount: Command, tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07Shells killed five people in [bold]Grelda[/bold] on 3 March 2031.\n"
    (tmp_path / "evil.txt").write_text(evil, encoding="utf-8")
    recount("add", "evil.txt")
    [incident] = recount("incidents", "--format", "jsonl").objects
    told = recount("show", incident["id"]).out + recount("incidents").out
    assert "\x1b" not in told
    assert "\x07" not in told
    assert "[bold]Grelda[/bold]" in told.replace("«", "").replace("»", "")


def test_without_a_terminal_only_messages_of_a_run_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar() as bar:
        bar.begin("Reading", 2)
        bar.step()
        bar.say("The lists are others.")
        bar.begin("Putting together", None)
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "The lists are others.\n")


def test_on_a_terminal_a_run_is_drawn_on_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with Bar() as bar:
        bar.begin("Reading", 2)
        bar.step()
    told = capsys.readouterr()
    assert told.out == ""
    assert "Reading" in told.err
    assert "1/2" in told.err
