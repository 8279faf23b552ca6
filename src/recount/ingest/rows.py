"""Rows of tables, one after the other, broken ones told apart."""

import csv
import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

TABLE_ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Row:
    """What one row holds under the table's own column names, and the line that it starts on.

    A cell that holds a list or an object is there without a value; a JSON row may lack any.
    """

    line: int
    cells: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be read, and why."""

    line: int
    reason: str


def rows(path: Path, encoding: str) -> Iterator[Row | Fault]:
    """Every row of a table in order; blank lines are none."""
    with _opened(path, encoding) as file:
        yield from _json_rows(file) if _holds_json(path) else _csv_rows(file, _only_tabs(path))


def header(path: Path, encoding: str) -> tuple[str, ...]:
    """The column names that the first line tells; those of JSON Lines stand in the rows themselves."""
    if _holds_json(path):
        return ()
    with _opened(path, encoding) as file:
        lines = _Lines(file)
        return _names(next(_records(lines, _delimiter(lines.peek(), _only_tabs(path))), None))


def _opened(path: Path, encoding: str) -> TextIO:
    # In a cell of a CSV table a line may end in any way; in JSON Lines only a line feed ends a row.
    return path.open(encoding=encoding, errors="replace", newline="\n" if _holds_json(path) else "")


def _holds_json(path: Path) -> bool:
    return path.suffix.lower() in (".jsonl", ".ndjson")


def _only_tabs(path: Path) -> bool:
    return path.suffix.lower() == ".tsv"


@dataclass(frozen=True, slots=True)
class _Record:
    first: int
    last: int
    fields: Sequence[str]
    reason: str | None = None


# More than any text; the library's own limit of 131,072 characters is less than a long article.
_LONGEST_CELL = 1 << 27


class _Lines:
    """The lines of a file, which can be handed back, so that one open quotation mark does not swallow all rows."""

    def __init__(self, file: TextIO) -> None:
        self._file = iter(file)
        self._back: deque[str] = deque()
        self._taken: list[str] = []
        self.number = 0
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._file, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self._taken.append(line)
        self.number += 1
        return line

    def peek(self) -> str:
        """The line that comes next, or nothing at the end; it stays."""
        if not self._back:
            self._back.extend(line for line in [next(self._file, None)] if line is not None)
        return self._back[0] if self._back else ""

    def begin(self) -> int:
        """Start a new record and forget the lines of the last one. Gives the number of its first line."""
        self._taken.clear()
        return self.number + 1

    def hand_back(self) -> None:
        """Take back all lines of this record but its first, to be read again as records of their own."""
        again = self._taken[1:]
        self._back.extendleft(reversed(again))
        self.number -= len(again)
        self.ended = False

    def only(self) -> str | None:
        """The line of a record that has only one, and has all of it."""
        return self._taken[0] if len(self._taken) == 1 and not self.ended else None


def _records(lines: _Lines, delimiter: str) -> Iterator[_Record]:
    csv.field_size_limit(max(_LONGEST_CELL, csv.field_size_limit()))
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        first = lines.begin()
        try:
            fields = next(reader, None)
        except csv.Error as error:
            fields = _leniently(lines.only(), delimiter)
            if fields is None:
                yield _Record(first, first, (), _why_broken(error, lines.ended))
                lines.hand_back()
                continue
        if fields is None:
            return
        if any(fields):
            yield _Record(first, lines.number, fields)


def _why_broken(error: csv.Error, ended: bool) -> str:
    if ended:
        return "its quotation mark is never closed; was the file cut off?"
    return f"its quotation marks do not match ({error})"


def _leniently(line: str | None, delimiter: str) -> list[str] | None:
    """The cells of a line with stray quotation marks in it; none of a record that such a mark may have made longer."""
    try:
        return None if line is None else next(csv.reader([line], delimiter=delimiter), None)
    except csv.Error:
        return None


def _csv_rows(file: TextIO, tabs: bool) -> Iterator[Row | Fault]:
    lines = _Lines(file)
    records = _records(lines, _delimiter(lines.peek(), tabs))
    names = _names(next(records, None))
    for record in records:
        reason = record.reason or _misfit(record, len(names))
        if reason is None:
            yield Row(record.first, dict(zip(names, record.fields, strict=False)))
        else:
            yield Fault(record.first, reason)


def _names(header: _Record | None) -> tuple[str, ...]:
    return () if header is None else tuple(name.strip() for name in header.fields)


def _misfit(record: _Record, wanted: int) -> str | None:
    """Why a row does not fit under the header; empty cells too many do no harm."""
    if len(record.fields) >= wanted and not any(record.fields[wanted:]):
        return None
    until = f" up to line {record.last}" if record.last > record.first else ""
    reason = f"it has {len(record.fields)} cells{until} where the table has {wanted} columns"
    return f"{reason}; put quotation marks around its texts" if len(record.fields) > wanted else reason


def _delimiter(header: str, tabs: bool) -> str:
    """What parts the cells: spreadsheets write semicolons where the comma is the decimal sign."""
    unquoted = "".join(header.split('"')[::2])
    return "\t" if tabs else max(",;\t", key=unquoted.count)


def _json_rows(file: TextIO) -> Iterator[Row | Fault]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Fault(number, f"it is no JSON: {error}")
            continue
        if isinstance(value, dict):
            yield Row(number, {name: _cell(cell) for name, cell in value.items()})
        else:
            yield Fault(number, 'it is no JSON object such as {"id": "1", "text": "…"}')


def _cell(value: object) -> str | None:
    """A plain value as words. Half of a surrogate pair, which JSON can hold and no encoding can, is replaced."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if value is None:
        return ""
    return json.dumps(value) if isinstance(value, int | float) else None
