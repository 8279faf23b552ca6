"""Opening a record for its frames changes nothing, and says what to do where it cannot be."""

import sys
from pathlib import Path

import pytest

import recount
from recount.model import Reading, RecordError, Report, UsageError
from recount.store import Record
from tests.cli.command import LISTS


def test_reading_leaves_the_file_as_it_was(copied: Path) -> None:
    before = copied.read_bytes()
    with recount.open(f"sqlite:///{copied}", lists=LISTS) as frames:
        assert len(frames.claims())
    assert copied.read_bytes() == before
    assert [path.name for path in copied.parent.iterdir()] == [copied.name]


def test_a_record_opened_to_read_refuses_to_be_written_to(veldania: Path) -> None:
    with Record.open_to_read(veldania) as record, pytest.raises(RecordError):
        record.put_setting("a", "b")


def test_where_there_is_no_record_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"There is no record at .* Make one with: recount add"):
        recount.open(tmp_path / "none.sqlite")
    assert not list(tmp_path.iterdir())


def test_what_is_no_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_text("Seven people were killed.\n" * 50)
    with pytest.raises(RecordError, match="is no record"):
        recount.open(tmp_path / "a.sqlite")


def test_an_empty_file_is_left_empty(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").touch()
    with pytest.raises(RecordError, match="must be renewed"):
        recount.open(tmp_path / "a.sqlite")
    assert (tmp_path / "a.sqlite").read_bytes() == b""


def test_claims_that_are_not_put_together_are_missed_loudly(tmp_path: Path) -> None:
    with Record.open(tmp_path / "a.sqlite") as record:
        record.keep(Reading(Report("a", b"Nothing."), None, ()))
    with pytest.raises(RecordError, match=r"not put together yet\. Do so with: recount incidents --record"):
        recount.open(tmp_path / "a.sqlite")


def test_a_closed_record_says_so(veldania: Path) -> None:
    frames = recount.open(veldania, lists=LISTS)
    frames.close()
    frames.close()
    with pytest.raises(RecordError, match=r"was closed\. Open it again"):
        frames.reports()


def test_without_pandas_it_says_what_to_install(veldania: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'recount\[frames\]'"):
        recount.open(veldania)


def test_the_command_needs_no_pandas() -> None:
    # The command and the desk load neither the frames nor what they are made with.
    import subprocess

    script = "import sys, recount.cli.app, recount.web; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
