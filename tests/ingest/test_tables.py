"""Tables of reports: a row is a report, or an issue that names its line."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from recount.ingest import IngestOptions, TableOptions, count, gather
from recount.model import DayFrom, Issue, IssueKind, Media, Published, Report, UsageError

COLUMNS = TableOptions(
    text_column="story", title_column="head", id_column="no", id_prefix="vd-", outlet_column="paper", date_column="day"
)
HEADER = "no,head,story,paper,day\n"
GIVEN = IngestOptions(table=COLUMNS)


def taken(path: Path, options: IngestOptions = GIVEN) -> list[Report | Issue]:
    items = list(gather([str(path)], options))
    inputs = [item for item in items if isinstance(item, Report) or item.fatal]
    assert count([str(path)], options) == len(inputs)
    return items


def reports(items: Sequence[Report | Issue]) -> list[Report]:
    return [item for item in items if isinstance(item, Report)]


def issues(items: Sequence[Report | Issue]) -> list[Issue]:
    return [item for item in items if isinstance(item, Issue)]


def csv_table(folder: Path, body: str, header: str = HEADER) -> Path:
    path = folder / "archive.csv"
    path.write_text(header + body)
    return path


def days(items: Sequence[Report | Issue]) -> list[date | None]:
    return [None if report.published is None else report.published.day for report in reports(items)]


def test_a_row_is_title_blank_line_text_with_what_its_columns_say(tmp_path: Path) -> None:
    path = csv_table(tmp_path, '1,Bridge hit,"Shells fell, a monitor said.",Harbour Post,2024-05-03\n')
    assert taken(path) == [
        Report(
            id="vd-1",
            raw=b"Bridge hit\n\nShells fell, a monitor said.",
            media=Media.TEXT,
            encoding="utf-8",
            title="Bridge hit",
            outlet="Harbour Post",
            published=Published(date(2024, 5, 3), DayFrom.GIVEN),
            address=path.as_posix(),
        )
    ]


@pytest.mark.parametrize("column", ["text", "content"])
def test_the_text_column_is_found_by_its_usual_names(tmp_path: Path, column: str) -> None:
    path = csv_table(tmp_path, "x,Shells fell.\n", f"other,{column}\n")
    (report,) = reports(taken(path, IngestOptions()))
    assert (report.id, report.raw, report.title) == ("archive-1", b"Shells fell.", None)


def test_text_comes_before_content(tmp_path: Path) -> None:
    path = csv_table(tmp_path, "c,t\n", "content,text\n")
    assert [report.raw for report in reports(taken(path, IngestOptions()))] == [b"t"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (TableOptions(), "--text-column. Its columns: no, head, story, paper, day."),
        (replace(COLUMNS, text_column="body"), 'no column "body". Its columns: no, head, story, paper, day.'),
        (replace(COLUMNS, title_column="body"), 'no column "body"'),
        (replace(COLUMNS, id_column="body"), 'no column "body"'),
        (replace(COLUMNS, outlet_column="body"), 'no column "body"'),
        (replace(COLUMNS, date_column="body"), 'no column "body"'),
        (replace(COLUMNS, date_format="%m/%Y"), "does not tell day, month and year"),
        (replace(COLUMNS, date_column=None, date_format="%d/%m/%Y"), "--date-column"),
    ],
)
def test_columns_that_are_not_there_are_refused_before_anything_is_read(
    tmp_path: Path, options: TableOptions, told: str
) -> None:
    path = csv_table(tmp_path, "1,a,b,c,2024-05-03\n")
    for refuse in (gather, count):
        with pytest.raises(UsageError) as refused:
            refuse([str(path)], IngestOptions(table=options))
        assert told in str(refused.value)


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='several columns "text"'):
        gather([str(csv_table(tmp_path, "a,b\n", "text,text\n"))], IngestOptions())


def test_a_json_table_is_read_by_its_keys_wherever_they_first_stand(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    rows = [{"story": "First."}, {"no": 2, "story": "Second.", "day": "2024-05-03", "paper": None, "head": ""}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    items = taken(path)
    assert [report.id for report in reports(items)] == ["vd-archive-1", "vd-2"]
    assert [(issue.kind, issue.subject) for issue in issues(items)] == [(IssueKind.TABLE, f"{path}, line 1")]


def test_a_list_where_words_are_wanted_is_an_issue(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_text('{"text": ["a", "b"]}\n{"text": "Good."}\n')
    items = taken(path, IngestOptions())
    assert [report.raw for report in reports(items)] == [b"Good."]
    assert [(issue.kind, issue.fatal) for issue in issues(items)] == [(IssueKind.TABLE, True)]


def test_broken_rows_are_issues_with_their_line_and_the_others_go_on(tmp_path: Path) -> None:
    path = csv_table(tmp_path, "1,a,first,p,2024-05-03\n2,short\n3,c,,p,2024-05-03\n4,d,last,p,2024-05-03\n")
    items = taken(path)
    assert [report.id for report in reports(items)] == ["vd-1", "vd-4"]
    assert [(issue.kind, issue.subject, issue.fatal) for issue in issues(items)] == [
        (IssueKind.TABLE, f"{path}, line 3", True),
        (IssueKind.EMPTY, f"{path}, line 4", True),
    ]


def test_row_numbers_in_ids_do_not_shift_when_a_row_is_mended(tmp_path: Path) -> None:
    broken = reports(taken(csv_table(tmp_path, "a,b\nshort\nc,d\n", "text,x\n"), IngestOptions()))
    mended = reports(taken(csv_table(tmp_path, "a,b\nshort,y\nc,d\n", "text,x\n"), IngestOptions()))
    assert broken == [mended[0], mended[2]]


def test_one_id_with_two_texts_gives_both_and_an_issue(tmp_path: Path) -> None:
    path = csv_table(tmp_path, "1,a,one,p,\n1,a,one,p,\n1,a,other,p,\n2,a,one,p,\n")
    items = taken(path)
    assert [report.raw for report in reports(items)] == [b"a\n\none", b"a\n\none", b"a\n\nother", b"a\n\none"]
    (issue,) = issues(items)
    assert (issue.kind, issue.subject, issue.fatal) == (IssueKind.DUPLICATE_ID, "vd-1", False)
    assert items.index(issue) == 3


def test_what_the_user_says_for_all_fills_the_gaps_of_the_columns(tmp_path: Path) -> None:
    path = csv_table(tmp_path, "1,,one,,\n2,,two,Harbour Post,2024-05-03\n")
    options = replace(GIVEN, outlet="River Daily", published=date(2024, 1, 1))
    items = taken(path, options)
    assert [report.outlet for report in reports(items)] == ["River Daily", "Harbour Post"]
    assert days(items) == [date(2024, 1, 1), date(2024, 5, 3)]


def test_a_column_that_settles_its_days_gives_all_of_them(tmp_path: Path) -> None:
    items = taken(csv_table(tmp_path, "1,a,b,p,5/3/2024\n2,a,c,p,31/3/2024\n"))
    assert days(items) == [date(2024, 3, 5), date(2024, 3, 31)]
    assert issues(items) == []


def test_a_column_that_settles_nothing_is_one_issue_and_no_days(tmp_path: Path) -> None:
    path = csv_table(tmp_path, "1,a,b,p,5/3/2024\n2,a,c,p,6/3/2024\n3,a,d,p,2024-03-07\n")
    items = taken(path)
    assert days(items) == [None, None, date(2024, 3, 7)]
    (issue,) = issues(items)
    assert (issue.kind, issue.subject, issue.fatal) == (IssueKind.DAY, str(path), False)
    assert "--date-format" in issue.reason


def test_a_format_settles_what_the_column_does_not(tmp_path: Path) -> None:
    path = csv_table(tmp_path, "1,a,b,p,5/3/2024\n")
    items = taken(path, IngestOptions(table=replace(COLUMNS, date_format="%d/%m/%Y")))
    assert days(items) == [date(2024, 3, 5)]


@pytest.mark.parametrize("date_format", [None, "%Y-%m-%d"])
def test_a_day_that_cannot_be_read_is_an_issue_and_the_report_stays(tmp_path: Path, date_format: str | None) -> None:
    path = csv_table(tmp_path, "1,a,b,p,soon\n2,a,c,p,2024-03-05\n3,a,d,p,\n")
    items = taken(path, IngestOptions(table=replace(COLUMNS, date_format=date_format)))
    assert days(items) == [None, date(2024, 3, 5), None]
    (issue,) = issues(items)
    assert (issue.kind, issue.subject, issue.fatal) == (IssueKind.DAY, f"{path}, line 2", False)
    assert '"soon"' in issue.reason


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "archive.csv"
    path.write_bytes("text\nLe marché a été touché près de l'hôpital.\n".encode("latin-1"))
    items = taken(path, IngestOptions())
    assert [report.raw.decode() for report in reports(items)] == ["Le marché a été touché près de l'hôpital."]
    assert [(issue.kind, issue.fatal) for issue in issues(items)] == [(IssueKind.ENCODING, False)]


def test_a_row_that_is_too_large_is_an_issue(tmp_path: Path) -> None:
    path = csv_table(tmp_path, f"{'word ' * 100}\nshort\n", "text\n")
    items = taken(path, IngestOptions(max_bytes=100))
    assert [report.raw for report in reports(items)] == [b"short"]
    assert [(issue.kind, issue.subject) for issue in issues(items)] == [(IssueKind.TOO_LARGE, f"{path}, line 2")]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("t.csv", b"", IssueKind.EMPTY),
        ("t.csv", b"\n\n", IssueKind.EMPTY),
        ("t.csv", b"text\n", IssueKind.EMPTY),
        ("t.jsonl", b"\n", IssueKind.EMPTY),
        ("t.csv", b"PK\x03\x04rest", IssueKind.BINARY),
        ("t.jsonl", b"{\x00}", IssueKind.BINARY),
        ("t.jsonl", b"nonsense\n", IssueKind.TABLE),
        ("t.csv", b'"text\nmore\n', IssueKind.TABLE),
    ],
)
def test_a_table_that_is_none_is_one_issue(tmp_path: Path, name: str, content: bytes, kind: IssueKind) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert [(issue.kind, issue.fatal) for issue in issues(taken(path, IngestOptions()))] == [(kind, True)]


def test_a_table_that_vanishes_while_it_waits_is_an_issue(tmp_path: Path) -> None:
    path = csv_table(tmp_path, "1,a,b,p,\n")
    items = gather([str(path)], GIVEN)
    path.unlink()
    assert [(issue.kind, issue.fatal) for issue in issues(list(items))] == [(IssueKind.UNREADABLE, True)]


@pytest.mark.shared
def test_a_table_of_real_articles_gives_the_reports_that_were_taken_from_it() -> None:
    shared = Path(__file__).parents[2] / ".." / "shared"
    path = shared / "corpus" / "fakes-open.csv"
    if not path.exists():
        pytest.skip("no shared texts beside the checkout")
    columns = TableOptions("article_content", "article_title", "unit_id", "fakes-", "source", "date")
    items = taken(path, IngestOptions(table=columns))
    found = {(report.id, report.raw.strip()) for report in reports(items)}
    assert len(reports(items)) == 714
    assert len({report.id for report in reports(items)}) == 704
    assert [issue.kind for issue in issues(items)] == [IssueKind.DUPLICATE_ID]
    assert None not in days(items)
    samples = sorted((shared / "reports").glob("fakes-*.txt"))
    assert samples
    assert [path.stem for path in samples if (path.stem, path.read_bytes().strip()) not in found] == []
