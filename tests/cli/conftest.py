"""The command in this process, and a record of the sample reports, for all tests of this folder."""

import shutil
from pathlib import Path

import pytest

from recount.cli.demo import fill
from recount.store import Record
from tests.cli.command import Command


@pytest.fixture
def recount(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """The command, run in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RECOUNT_RECORD", raising=False)
    return Command(monkeypatch, capsys)


@pytest.fixture(scope="session")
def veldania(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the sample reports; whoever writes to it takes a copy."""
    path = tmp_path_factory.mktemp("veldania") / "veldania.sqlite"
    with Record.open(path) as record:
        fill(record)
    return path


@pytest.fixture
def copied(veldania: Path, tmp_path: Path) -> Path:
    """A copy of that record, to be written to."""
    path = tmp_path / "copied.sqlite"
    shutil.copyfile(veldania, path)
    return path
