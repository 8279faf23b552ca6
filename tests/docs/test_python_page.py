"""The page on Python: its frames are those there are, its columns and types are theirs, its code runs."""

import inspect
import re
import shutil
from pathlib import Path

import pytest

import recount
from recount.frames import Frames
from recount.frames.claims import CLAIMS, COUNTS, SOURCES
from recount.frames.incidents import FIGURES, INCIDENTS, PLACES
from recount.frames.reports import REPORTS
from recount.frames.sums import SUMS, TOTALS

PAGE = (Path(__file__).parents[2] / "docs" / "python.md").read_text("utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in PAGE.splitlines() if line.startswith("| ")]
COLUMNS = {
    **{"incidents": INCIDENTS, "places": PLACES, "figures": FIGURES, "claims": CLAIMS, "counts": COUNTS},
    **{"sources": SOURCES, "reports": REPORTS, "totals": TOTALS, "sums": SUMS},
}


def test_the_frames_are_those_there_are_with_what_they_take() -> None:
    told = [re.sub(r"[`)]", "", row[0]).split("(") for row in ROWS if "(" in row[0]]
    methods = inspect.getmembers(Frames, inspect.isfunction)
    there = {name: list(inspect.signature(made).parameters)[1:] for name, made in methods if name[0] != "_"}
    there.pop("close")
    assert {name: [word.strip() for word in words.split(",") if word] for name, words in told} == there


def test_each_frame_and_argument_says_what_it_is() -> None:
    for name, made in inspect.getmembers(Frames, inspect.isfunction):
        assert name == "__init__" or name.startswith("_") or made.__doc__, name
    assert all(f"`{name}`" in (recount.open.__doc__ or "") for name in inspect.signature(recount.open).parameters)


@pytest.mark.parametrize(("frame", "column"), re.findall(r'(\w+)\["(\w+)"\]', PAGE))
def test_columns_that_are_named_are_there(frame: str, column: str) -> None:
    assert column in COLUMNS[frame]


def test_the_types_are_all_those_there_are() -> None:
    told = {kind for row in ROWS if len(row) == 2 for kind in re.findall(r"^`([^`(]+)`$", row[1])}
    assert told == {kind for columns in COLUMNS.values() for kind in columns.values()}


def test_its_code_runs(veldania: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copyfile(veldania, tmp_path / "recount.sqlite")
    monkeypatch.chdir(tmp_path)
    [code] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)  # the page's own lines, to see that they work
    assert len(names["incidents"])  # type: ignore[arg-type]
    assert len(names["months"])  # type: ignore[arg-type]
