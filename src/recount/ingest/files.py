"""Files, folders and standard input."""

import os
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recount.ingest.naming import Found, plain
from recount.ingest.options import IngestOptions
from recount.ingest.sniffing import MEDIA_OF_ENDING, fault_of, media_of
from recount.model import DayFrom, Issue, IssueKind, Published, Report

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class FileInput:
    """A file to be read as one report under this id; without a path it is standard input."""

    id: str
    path: Path | None


def read_file(file: FileInput, options: IngestOptions) -> Report | Issue:
    """The file's bytes as a report, or why they are none."""
    subject = "standard input" if file.path is None else plain(file.path.as_posix())
    try:
        raw = _bytes(file.path, options.max_bytes + 1)
    except OSError as error:
        return unreadable(subject, error)
    fault = fault_of(raw, subject, options.max_bytes)
    if fault is not None:
        return fault
    ending = "" if file.path is None else file.path.suffix
    return Report(
        id=file.id,
        raw=raw,
        media=media_of(ending, raw),
        outlet=options.outlet,
        published=given(options),
        address=None if file.path is None else subject,
    )


def given(options: IngestOptions) -> Published | None:
    """The publication day that the user gave for all."""
    return None if options.published is None else Published(options.published, DayFrom.GIVEN)


def unreadable(subject: str, error: OSError) -> Issue:
    """That the system would not let a file be read."""
    why = error.strerror or str(error)
    reason = f"It cannot be read: {why}. Check that it is still there and that you may read it."
    return Issue(IssueKind.UNREADABLE, subject, reason, fatal=True)


def folder_files(folder: Path) -> Iterator[Found | Issue]:
    """The reports in a folder and the folders below it, in order of their paths, then what was left aside and why."""
    walked = list(_walk(folder))
    yield from (item for item in walked if isinstance(item, Issue))
    files = sorted((item for item in walked if isinstance(item, Path)), key=lambda path: path.relative_to(folder).parts)
    taken = [path for path in files if path.suffix.lower() in MEDIA_OF_ENDING and not _special(path)]
    taken_paths = frozenset(taken)
    left = [path for path in files if path not in taken_paths]
    yield from (Found(path, path.relative_to(folder)) for path in taken)
    if left or not walked:
        yield _left_aside(folder, left, fatal=not taken)


def _left_aside(folder: Path, left: list[Path], fatal: bool) -> Issue:
    """One issue for all files of a folder whose ending does not say that they are reports."""
    subject = plain(folder.as_posix())
    if not left:
        return Issue(IssueKind.EMPTY, subject, "The folder holds no files. Check that it is the right one.", fatal=True)
    kinds = Counter(_kind(path) for path in left)
    told = ", ".join(f"{kind}: {number}" for kind, number in sorted(kinds.items()))
    reason = (
        f"Of a folder only text, HTML and Markdown files are read. Left aside: {told}. "
        "To add one of them, or a table, name the file itself."
    )
    return Issue(IssueKind.UNREADABLE, subject, reason, fatal=fatal)


def _special(path: Path) -> bool:
    """Whether it is there and is no plain file: reading a pipe would wait for ever."""
    found = mode(path)
    return bool(found) and not stat.S_ISREG(found or 0)


def mode(path: Path) -> int | None:
    """What the system says a path is; 0 where it may not be looked at, none where nothing is there."""
    try:
        return path.stat().st_mode
    except PermissionError:
        return 0
    except (OSError, ValueError):  # a name that is too long, or holds a NUL, leads nowhere
        return None


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder."""
    return stat.S_ISDIR(mode(path) or 0)


def _kind(path: Path) -> str:
    if _special(path):
        return "links to folders" if is_folder(path) else "pipes and devices"
    return plain(path.suffix.lower()) or "files without an ending"


def _walk(folder: Path) -> Iterator[Path | Issue]:
    """Every file that is not hidden; links to folders are not followed, since they can lead in a circle."""
    shut: list[OSError] = []
    for here, below, names in os.walk(folder, onerror=shut.append):
        below[:] = [name for name in below if not name.startswith(".")]
        links = [name for name in below if Path(here, name).is_symlink()]
        yield from (Path(here, name) for name in [*links, *names] if not name.startswith("."))
    yield from (unreadable(plain(str(error.filename)), error) for error in shut)


def _bytes(path: Path | None, limit: int) -> bytes:
    if path is not None:
        with path.open("rb") as file:
            return file.read(limit)
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read(limit)
