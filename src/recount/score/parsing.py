"""Annotated files to their shapes. What does not have the form is refused loudly, with file, line and field."""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from recount.model import UsageError
from recount.score.shapes import AnnotatedIncident, AnnotatedReport, LinkedIncident

Raw = TypeVar("Raw")
Shape = TypeVar("Shape")


def read_reports(path: Path) -> tuple[AnnotatedReport, ...]:
    """The reports of a file with one JSON object a line, in the form that annotators write."""
    reports = tuple(_lines(path, AnnotatedReport))
    twice = [key for key, times in Counter(report.id for report in reports).items() if times > 1]
    if twice:
        raise UsageError(f"{path}: the report {twice[0]} stands there more than once. Keep one line for each report.")
    return reports


def read_incidents(path: Path) -> tuple[AnnotatedIncident, ...]:
    """The incident key of a file: which passages tell of the same incident."""
    return tuple(_lines(path, AnnotatedIncident))


def read_linked(path: Path) -> tuple[LinkedIncident, ...]:
    """The incidents of a file as `recount incidents --format jsonl` writes them."""
    return tuple(_lines(path, LinkedIncident))


def report_of(value: object) -> AnnotatedReport:
    """One report in the form that annotators write, already parsed from JSON."""
    convert: Callable[[object], AnnotatedReport] = partial(msgspec.convert, type=AnnotatedReport)
    return _checked("The report", convert, value)


def _lines(path: Path, shape: type[Shape]) -> Iterator[Shape]:
    decoder = msgspec.json.Decoder(shape)
    try:
        content = path.read_bytes().removeprefix(BOM_UTF8)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.") from error
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.strip():
            yield _checked(f"{path}, line {number}", decoder.decode, line)


def _checked(told: str, parse: Callable[[Raw], Shape], raw: Raw) -> Shape:
    try:
        return parse(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{told} is not in the form of annotations: {error}.") from error
