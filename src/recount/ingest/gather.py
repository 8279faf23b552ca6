"""From the sources that a user names to reports."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import httpx2

from recount.ingest.files import STANDARD_INPUT, FileInput, folder_files, is_folder, mode, read_file
from recount.ingest.naming import Found, ids, plain
from recount.ingest.options import IngestOptions
from recount.ingest.pages import Fetcher, checked_url, is_address
from recount.ingest.rows import TABLE_ENDINGS
from recount.ingest.tables import Table, check_options, look_through, read_table
from recount.model import Issue, IssueKind, Report, UsageError


@dataclass(frozen=True, slots=True)
class _Page:
    url: httpx2.URL


_Input = FileInput | Table | _Page | Issue


def gather(sources: Sequence[str], options: IngestOptions) -> Iterator[Report | Issue]:
    """Take in files, folders, tables, web pages and "-" for standard input, one report after the other.

    What a user got wrong (a path that is not there, a column that a table lacks) is refused at once, before any report
    is read. After that nothing stops the run: what cannot be read comes as an issue. Each input, which is a file, a
    page or a table's row, ends as exactly one report or one fatal issue; these are what `Ledger.inputs` counts. Issues
    that are not fatal come on top of them, after the report that they are about, or before the rows of their table.
    """
    return _watched(_read(_planned(sources, options), options))


def count(sources: Sequence[str], options: IngestOptions) -> int:
    """How many reports and fatal issues `gather` will yield, without reading files or fetching pages.

    It refuses what `gather` refuses. Tables are looked through for their rows. A table that vanishes between the two
    calls, or a file that comes into a folder, makes the number wrong.
    """
    return sum(_inputs(planned) for planned in _planned(sources, options))


def _inputs(planned: _Input) -> int:
    if isinstance(planned, Table):
        return planned.rows
    return int(planned.fatal) if isinstance(planned, Issue) else 1


def _planned(sources: Sequence[str], options: IngestOptions) -> list[_Input]:
    """What each source leads to, in order. Ids of files are settled here, since they depend on all files of the run."""
    check_options(options.table)
    if sources.count(STANDARD_INPUT) > 1:
        raise UsageError("Standard input (-) can be read once; it was named twice.")
    led = [item for source in sources for item in _led_to(source)]
    found = [item for item in led if isinstance(item, Found)]
    names = iter(ids(found))
    return [_prepared(item, names, options) for item in led]


def _prepared(item: "_Led", names: Iterator[str], options: IngestOptions) -> _Input:
    if isinstance(item, Found):
        return FileInput(next(names), item.path)
    return look_through(item, options.table) if isinstance(item, Path) else item


_Led = Found | Path | FileInput | _Page | Issue
"""What a source leads to before ids are given and tables looked at; a bare path is a table's."""


def _led_to(source: str) -> Iterator[_Led]:
    if source == STANDARD_INPUT:
        yield FileInput("stdin", None)
    elif is_address(source):
        yield _Page(checked_url(source))
    else:
        yield from _led_to_path(source, Path(source))


def _led_to_path(source: str, path: Path) -> Iterator[_Led]:
    if is_folder(path):
        yield from folder_files(path)
    elif mode(path) is None:
        if "://" in source:
            raise UsageError(f"{source} is neither a file nor an https address; Recount reads these.")
        raise UsageError(f"There is no file {plain(source)}. Check the path.")
    elif path.suffix.lower() in TABLE_ENDINGS:
        yield path
    else:
        yield Found(path, path)


def _read(plan: Sequence[_Input], options: IngestOptions) -> Iterator[Report | Issue]:
    with ExitStack() as stack:
        fetcher: Fetcher | None = None
        for planned in plan:
            if isinstance(planned, FileInput):
                yield read_file(planned, options)
            elif isinstance(planned, Table):
                yield from read_table(planned, options)
            elif isinstance(planned, Issue):
                yield planned
            else:
                fetcher = fetcher or stack.enter_context(Fetcher(options))
                yield fetcher.read_page(planned.url)


def _watched(items: Iterator[Report | Issue]) -> Iterator[Report | Issue]:
    """The same, with an issue after each report whose id was already that of another text."""
    seen: dict[str, set[bytes]] = {}
    for item in items:
        yield item
        if isinstance(item, Issue):
            continue
        texts = seen.setdefault(item.id, set())
        digest = blake2b(item.raw, digest_size=16).digest()
        if texts and digest not in texts:
            reason = (
                f"Two different texts have the id {item.id}, the later one in {item.address or 'standard input'}. "
                "They count as versions of one report; give them ids of their own if they are two."
            )
            yield Issue(IssueKind.DUPLICATE_ID, item.id, reason)
        texts.add(digest)
