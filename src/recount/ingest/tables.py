"""Tables of reports: one row, one report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recount.ingest.day_column import Evidence, check_format, needs_order, read_day
from recount.ingest.decoding import Encoding, encoding_of
from recount.ingest.files import given, unreadable
from recount.ingest.naming import plain
from recount.ingest.options import IngestOptions, TableOptions
from recount.ingest.rows import Fault, Row, header, rows
from recount.ingest.sniffing import binary_kind, media_of, too_large
from recount.model import DayFrom, Issue, IssueKind, Published, Report, UsageError

# Taken for the text where the user names no column, in this order.
_TEXT_COLUMNS = ("text", "content")
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Table:
    """A table after a first look through all of it: how many rows, which column is the text, what its days say."""

    path: Path
    encoding: Encoding
    text_column: str
    rows: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Look:
    """What a first pass over the rows found."""

    columns: tuple[str, ...]
    rows: int
    evidence: Evidence


def look_through(path: Path, options: TableOptions) -> Table | Issue:
    """Look at a table before any report of it is read; refuses columns that it does not have."""
    subject = plain(path.as_posix())
    try:
        fault = _fault(path, subject)
        if fault is not None:
            return fault
        encoding = encoding_of(path)
        look = _look(path, encoding.name, options)
    except OSError as error:
        return unreadable(subject, error)
    # Where no row and no header can be read, the rows' own faults tell more than a missing column.
    text_column = _text_column(look.columns, subject, options) if look.columns else ""
    if look.rows == 0:
        return Issue(IssueKind.EMPTY, subject, "The table has no rows. Check that it was saved whole.", fatal=True)
    return Table(path, encoding, text_column, look.rows, look.evidence)


def read_table(table: Table, options: IngestOptions) -> Iterator[Report | Issue]:
    """Every row as a report, or why it is none; what is unclear about the whole table comes first."""
    subject = plain(table.path.as_posix())
    yield from _issues_of(table, subject, options.table)
    try:
        for number, row in enumerate(rows(table.path, table.encoding.name), 1):
            entry = _entry(row, f"{subject}, line {row.line}", table, options.table)
            if isinstance(entry, Issue):
                yield entry
            else:
                yield from _reported(entry, f"{plain(table.path.stem)}-{number}", table, options)
    except OSError as error:
        yield unreadable(subject, error)


def check_options(options: TableOptions) -> None:
    """Refuse options that could fit no table."""
    if options.date_format is None:
        return
    if options.date_column is None:
        raise UsageError("A date format says how a column is written: name it with --date-column.")
    check_format(options.date_format)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a row says, by what it means. What is not told is empty."""

    place: str
    text: str
    title: str
    id: str
    outlet: str
    day: str


def _fault(path: Path, subject: str) -> Issue | None:
    with path.open("rb") as file:
        kind = binary_kind(file.read(_HEAD))
    if kind is None:
        return None
    reason = f"It is {kind}, not a table of text. Save it as CSV or JSON Lines first."
    return Issue(IssueKind.BINARY, subject, reason, fatal=True)


def _look(path: Path, encoding: str, options: TableOptions) -> _Look:
    columns = header(path, encoding)
    met: dict[str, None] = {}
    evidence = Evidence()
    number = 0
    for row in rows(path, encoding):
        number += 1
        if isinstance(row, Fault):
            continue
        met |= dict.fromkeys(row.cells)
        if options.date_column is not None and options.date_format is None:
            evidence = evidence.of(row.cells.get(options.date_column) or "")
    return _Look(columns or tuple(met), number, evidence)


def _text_column(columns: Sequence[str], subject: str, options: TableOptions) -> str:
    """The column that holds the texts; refuses a table that lacks it or another column that was named."""
    there = f"Its columns: {', '.join(columns)}."
    text = options.text_column or next((column for column in _TEXT_COLUMNS if column in columns), None)
    if text is None:
        raise UsageError(f"Say which column of {subject} holds the text, with --text-column. {there}")
    for column in (text, options.title_column, options.id_column, options.outlet_column, options.date_column):
        if column is not None and column not in columns:
            raise UsageError(f'The table {subject} has no column "{column}". {there}')
        if column is not None and columns.count(column) > 1:
            raise UsageError(f'The table {subject} has several columns "{column}". Give them names of their own.')
    return text


def _issues_of(table: Table, subject: str, options: TableOptions) -> Iterator[Issue]:
    if table.encoding.guessed:
        reason = f"The table is not UTF-8; it was read as {table.encoding.name}, which is a guess. Save it as UTF-8."
        yield Issue(IssueKind.ENCODING, subject, reason)
    if table.evidence.problem is not None:
        reason = (
            f'The days in the column "{options.date_column}" were left out: {table.evidence.problem}. '
            "Say how they are written with --date-format, for example %d/%m/%Y."
        )
        yield Issue(IssueKind.DAY, subject, reason)


def _entry(row: Row | Fault, place: str, table: Table, options: TableOptions) -> _Entry | Issue:
    if isinstance(row, Fault):
        return _left_out(place, row.reason)
    columns = (table.text_column, options.title_column, options.id_column, options.outlet_column, options.date_column)
    odd = next((column for column in columns if column is not None and row.cells.get(column, "") is None), None)
    if odd is not None:
        return _left_out(place, f'its "{odd}" holds a list or an object where words are wanted')
    text, *others = ("" if column is None else row.cells.get(column) or "" for column in columns)
    if not text.strip():
        reason = f'The row was left out: its "{table.text_column}" is empty. Fill it in and add the table again.'
        return Issue(IssueKind.EMPTY, place, reason, fatal=True)
    return _Entry(place, text, *(other.strip() for other in others))


def _left_out(place: str, why: str) -> Issue:
    return Issue(IssueKind.TABLE, place, f"The row was left out: {why}. Mend it and add the table again.", fatal=True)


def _reported(entry: _Entry, spare_id: str, table: Table, options: IngestOptions) -> Iterator[Report | Issue]:
    """The row's report, then what was unclear about it."""
    raw = (f"{entry.title}\n\n{entry.text}" if entry.title else entry.text).encode()
    if len(raw) > options.max_bytes:
        yield too_large(entry.place, options.max_bytes)
        return
    name = options.table.id_prefix + (entry.id or spare_id)
    day = read_day(entry.day, options.table.date_format, table.evidence.order)
    yield Report(
        id=name,
        raw=raw,
        media=media_of("", raw),
        encoding="utf-8",
        title=entry.title or None,
        outlet=entry.outlet or options.outlet,
        published=given(options) if day is None else Published(day, DayFrom.GIVEN),
        address=plain(table.path.as_posix()),
    )
    if options.table.id_column is not None and not entry.id:
        reason = f'Its "{options.table.id_column}" is empty, so the report is called {name}. Give it an id of its own.'
        yield Issue(IssueKind.TABLE, entry.place, reason)
    if entry.day and day is None and not _told_of_table(entry.day, table, options.table):
        reason = (
            f'The day "{entry.day}" of the report {name} cannot be read, so it was left out. Correct it, or say how '
        )
        yield Issue(IssueKind.DAY, entry.place, reason + "the column is written with --date-format.")


def _told_of_table(day: str, table: Table, options: TableOptions) -> bool:
    """Whether one issue already says of the whole table that such days cannot be read."""
    return options.date_format is None and table.evidence.problem is not None and needs_order(day)
