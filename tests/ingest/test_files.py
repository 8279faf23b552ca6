"""Files, folders and standard input: bytes pass through as they are; what is no text is an issue."""

import io
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.ingest import IngestOptions, count, gather
from recount.ingest.sniffing import binary_kind
from recount.model import DayFrom, Issue, IssueKind, Media, Published, Report, UsageError

PLAIN = IngestOptions()


def taken(*sources: Path | str, options: IngestOptions = PLAIN) -> list[Report | Issue]:
    named = [str(source) for source in sources]
    items = list(gather(named, options))
    assert count(named, options) == sum(isinstance(item, Report) or item.fatal for item in items)
    return items


def ids(items: list[Report | Issue]) -> list[str]:
    return [item.id for item in items if isinstance(item, Report)]


def written(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Shells fell, says {name}.")
    return folder


def kinds(items: list[Report | Issue]) -> list[tuple[IssueKind, bool]]:
    return [(item.kind, item.fatal) for item in items if isinstance(item, Issue)]


def test_a_file_is_a_report_with_its_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "day-1.txt"
    path.write_bytes(b"Caf\xe9\r\n")
    options = IngestOptions(outlet="Harbour Post", published=date(2024, 5, 3))
    day = Published(date(2024, 5, 3), DayFrom.GIVEN)
    assert taken(path, options=options) == [
        Report("day-1", b"Caf\xe9\r\n", outlet="Harbour Post", published=day, address=path.as_posix())
    ]


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.txt", b"<html>told as text", Media.TEXT),
        ("a.HTM", b"plain", Media.HTML),
        ("a.html", b"plain", Media.HTML),
        ("a.md", b"plain", Media.MARKDOWN),
        ("a.markdown", b"plain", Media.MARKDOWN),
        ("a.story", b"plain", Media.TEXT),
        ("a", b"\xef\xbb\xbf\n <!DOCTYPE html><p>page", Media.HTML),
    ],
)
def test_the_ending_says_what_the_bytes_are_and_else_the_bytes_do(
    tmp_path: Path, name: str, content: bytes, media: Media
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (report,) = taken(path)
    assert isinstance(report, Report)
    assert report.media is media


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", IssueKind.EMPTY),
        (b"\xef\xbb\xbf \n", IssueKind.EMPTY),
        (b"%PDF-1.7 ...", IssueKind.BINARY),
        (b"PK\x03\x04...", IssueKind.BINARY),
        (b"\x89PNG...", IssueKind.BINARY),
        (b"text and then\0 a byte that is none", IssueKind.BINARY),
        (bytes(range(1, 9)) * 4, IssueKind.BINARY),
        (b"x" * 101, IssueKind.TOO_LARGE),
    ],
)
def test_a_file_that_is_no_report_is_one_fatal_issue(tmp_path: Path, content: bytes, kind: IssueKind) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    (issue,) = taken(path, options=replace(PLAIN, max_bytes=100))
    assert isinstance(issue, Issue)
    assert (issue.kind, issue.subject, issue.fatal) == (kind, path.as_posix(), True)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "shift_jis", "koi8-r", "iso2022_jp"])
def test_other_encodings_are_not_binary(encoding: str) -> None:
    text = {"koi8-r": "Пятеро погибших", "shift_jis": "五人が死亡", "iso2022_jp": "五人が死亡"}.get(encoding, "Zażółć")
    assert binary_kind(text.encode(encoding)) is None


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_printable_text_is_never_binary(text: str) -> None:
    assert binary_kind(("x" + text).encode()) is None


@pytest.mark.parametrize("source", ["none.txt", "none/", "ftp://example.org/a", "x" * 5000, "nul\0.txt"])
def test_what_is_not_there_is_refused_before_anything_is_read(tmp_path: Path, source: str) -> None:
    there = written(tmp_path, "a.txt") / "a.txt"
    for refuse in (gather, count):
        with pytest.raises(UsageError, match=r"There is no file|neither a file nor"):
            refuse([str(there), source], PLAIN)


def test_a_file_that_vanishes_while_it_waits_is_an_issue_and_the_others_go_on(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "b.txt")
    items = gather([str(tmp_path)], PLAIN)
    (tmp_path / "a.txt").unlink()
    left = list(items)
    assert kinds(left) == [(IssueKind.UNREADABLE, True)]
    assert ids(left) == ["b"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is shut to the system's own user")
def test_what_may_not_be_read_is_an_issue(tmp_path: Path) -> None:
    written(tmp_path, "shut/a.txt", "b.txt", "open.txt")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "shut").chmod(0)
    items = taken(tmp_path, tmp_path / "shut" / "a.txt")
    (tmp_path / "shut").chmod(0o700)
    assert kinds(items) == [(IssueKind.UNREADABLE, True)] * 3
    assert ids(items) == ["open"]


def test_a_folder_is_read_with_all_below_it_in_the_order_of_paths(tmp_path: Path) -> None:
    written(tmp_path, "b.txt", "c/a.html", "a.md", "c/b.txt", ".hidden.txt", ".git/x.txt")
    assert ids(taken(tmp_path)) == ["a", "b", "c/a", "c/b"]


def test_what_a_folder_holds_besides_is_told_and_not_read(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "rows.csv", "more.csv", "scan.pdf", "NOTES")
    *reports, issue = taken(tmp_path)
    assert ids(reports) == ["a"]
    assert isinstance(issue, Issue)
    assert not issue.fatal
    assert ".csv: 2, .pdf: 1, files without an ending: 1" in issue.reason


def test_a_folder_without_reports_is_a_fatal_issue(tmp_path: Path) -> None:
    assert kinds(taken(tmp_path)) == [(IssueKind.EMPTY, True)]
    assert kinds(taken(written(tmp_path, "rows.csv"))) == [(IssueKind.UNREADABLE, True)]


def test_links_neither_lead_in_a_circle_nor_are_forgotten(tmp_path: Path) -> None:
    written(tmp_path, "a/x.txt")
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    (tmp_path / "a" / "broken.txt").symlink_to(tmp_path / "none.txt")
    items = taken(tmp_path)
    assert ids(items) == ["x"]
    assert kinds(items) == [(IssueKind.UNREADABLE, True), (IssueKind.UNREADABLE, False)]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    written(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert ids(taken(tmp_path)) == ["a"]


def test_a_name_that_is_no_utf8_makes_an_id_that_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text("Shells fell.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (report,) = taken(path)
    assert isinstance(report, Report)
    assert report.id == "caf\ufffd"
    assert str(report.address).encode()


def test_standard_input_is_one_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"<html><p>Shells fell.")))
    assert taken("-") == [Report("stdin", b"<html><p>Shells fell.", Media.HTML)]


def test_standard_input_that_is_shut_is_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert kinds(taken("-")) == [(IssueKind.UNREADABLE, True)]


def test_standard_input_is_not_named_twice() -> None:
    with pytest.raises(UsageError, match="once"):
        gather(["-", "-"], PLAIN)


def test_one_file_named_twice_is_two_inputs_of_one_report(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt") / "a.txt"
    items = taken(path, tmp_path)
    assert ids(items) == ["a", "a"]
    assert kinds(items) == []


def test_a_table_and_a_file_with_the_same_id_are_told(tmp_path: Path) -> None:
    written(tmp_path, "rows-1.txt")
    (tmp_path / "rows.csv").write_text("text\nAnother text.\n")
    items = taken(tmp_path / "rows-1.txt", tmp_path / "rows.csv")
    assert ids(items) == ["rows-1", "rows-1"]
    assert kinds(items) == [(IssueKind.DUPLICATE_ID, False)]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt") / "a.txt"
    items = gather([str(path)], PLAIN)
    path.write_text("Later words.")
    assert next(items) == Report("a", b"Later words.", address=path.as_posix())


@pytest.mark.shared
def test_real_reports_are_all_taken_under_their_names() -> None:
    folder = Path(__file__).parents[2] / ".." / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("no shared texts beside the checkout")
    assert ids(taken(folder)) == sorted(path.stem for path in folder.glob("*.txt"))
