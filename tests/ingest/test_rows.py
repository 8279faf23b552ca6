"""Rows of tables: whatever is broken in one row, the others are read."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recount.ingest.rows import Fault, Row, header, rows

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))


def table(folder: Path, content: str, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode())
    return path


def read(path: Path) -> list[Row | Fault]:
    return list(rows(path, "utf-8-sig"))


def lines_of(path: Path, kind: type) -> list[int]:
    return [row.line for row in read(path) if isinstance(row, kind)]


def test_cells_stand_under_their_column_names(tmp_path: Path) -> None:
    path = table(tmp_path, '\ufeff id ,text\n1,"two\nlines, one cell"\n\n2,plain\n')
    assert header(path, "utf-8-sig") == ("id", "text")
    assert read(path) == [Row(2, {"id": "1", "text": "two\nlines, one cell"}), Row(5, {"id": "2", "text": "plain"})]


@pytest.mark.parametrize(("name", "mark"), [("t.csv", ","), ("t.csv", ";"), ("t.csv", "\t"), ("t.tsv", "\t")])
def test_cells_are_parted_as_the_header_shows(tmp_path: Path, name: str, mark: str) -> None:
    path = table(tmp_path, f"id{mark}text\n1{mark}a word\n", name)
    assert read(path) == [Row(2, {"id": "1", "text": "a word"})]


def test_a_comma_in_a_quoted_name_parts_nothing(tmp_path: Path) -> None:
    path = table(tmp_path, '"a,b,c,d";text\n1;x, y\n')
    assert read(path) == [Row(2, {"a,b,c,d": "1", "text": "x, y"})]


@pytest.mark.parametrize("row", ["1", "1,a,b,c"])
def test_a_row_that_does_not_fit_is_a_fault(tmp_path: Path, row: str) -> None:
    path = table(tmp_path, f"id,text,place\n{row}\n2,good,here\n")
    assert lines_of(path, Fault) == [2]
    assert lines_of(path, Row) == [3]


def test_empty_cells_too_many_do_no_harm(tmp_path: Path) -> None:
    assert lines_of(table(tmp_path, "id,text\n1,good,,\n,,,\n"), Row) == [2]


@pytest.mark.parametrize(
    ("body", "faults", "good"),
    [
        ('1,good\n2,"never closed\n3,good\n4,good too\n', [3], [2, 4, 5]),
        ('1,good\n2,"never closed\n3,good\n4,"good too"\n', [3], [2, 4, 5]),
        ('1,good\n2,"never closed\n3,good\n4,""\n', [3], [2, 4, 5]),
    ],
)
def test_an_open_quotation_mark_swallows_no_other_row(
    tmp_path: Path, body: str, faults: list[int], good: list[int]
) -> None:
    path = table(tmp_path, "id,text\n" + body)
    assert lines_of(path, Fault) == faults
    assert lines_of(path, Row) == good


def test_stray_quotation_marks_within_one_line_are_borne(tmp_path: Path) -> None:
    path = table(tmp_path, 'id,text,place\n1,"he said "go" to them",here\n')
    assert lines_of(path, Row) == [2]


def test_a_row_of_many_lines_that_does_not_fit_is_one_fault(tmp_path: Path) -> None:
    path = table(tmp_path, 'id,text,place\n1,"a\nb\nc"\n2,good,here\n')
    assert [row for row in read(path) if isinstance(row, Fault)] == [
        Fault(2, "it has 2 cells up to line 4 where the table has 3 columns")
    ]
    assert lines_of(path, Row) == [5]


def test_a_table_cut_off_within_its_last_text_says_so(tmp_path: Path) -> None:
    last = read(table(tmp_path, 'id,text\n1,good\n2,"a text that was cut'))[-1]
    assert isinstance(last, Fault)
    assert "never closed" in last.reason


def test_a_text_of_a_million_characters_is_read(tmp_path: Path) -> None:
    assert lines_of(table(tmp_path, "id,text\n1," + "word " * 200_000 + "\n"), Row) == [2]


@given(st.lists(st.tuples(WORDS.filter(lambda word: word != ""), WORDS), max_size=6))
def test_what_is_written_as_csv_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]]
) -> None:
    written = io.StringIO()
    csv.writer(written).writerows([("id", "text"), *cells])
    path = table(tmp_path_factory.mktemp("t"), written.getvalue())
    assert [row.cells for row in read(path) if isinstance(row, Row)] == [{"id": a, "text": b} for a, b in cells]


@given(st.binary(max_size=200), st.sampled_from(["t.csv", "t.tsv", "t.jsonl"]))
def test_bytes_at_random_end_as_rows_or_faults(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, name: str
) -> None:
    path = tmp_path_factory.mktemp("t") / name
    path.write_bytes(junk)
    assert all(isinstance(row, Row | Fault) for row in read(path))


def test_json_lines_keep_plain_values_as_words(tmp_path: Path) -> None:
    value = {"id": 7, "text": "a\u2028b", "place": None, "sure": True, "tags": ["x"]}
    path = table(tmp_path, json.dumps(value, ensure_ascii=False) + "\n\n", "t.jsonl")
    assert read(path) == [Row(1, {"id": "7", "text": "a\u2028b", "place": "", "sure": "true", "tags": None})]


@pytest.mark.parametrize("broken", ['{"text": "cut', "[1]", '"text"', "[" * 100_000, "1" * 5000, "nonsense"])
def test_a_broken_json_line_is_a_fault_and_the_others_are_read(tmp_path: Path, broken: str) -> None:
    path = table(tmp_path, f'{{"text": "a"}}\n{broken}\n{{"text": "b"}}\n', "t.jsonl")
    assert lines_of(path, Fault) == [2]
    assert lines_of(path, Row) == [1, 3]


def test_half_a_surrogate_pair_does_not_pass(tmp_path: Path) -> None:
    (row,) = read(table(tmp_path, '{"text": "a\\ud800b"}\n', "t.jsonl"))
    assert isinstance(row, Row)
    str(row.cells["text"]).encode()
