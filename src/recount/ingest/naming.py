"""Which id each file of a run has."""

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A file that a source led to; `relative` is its path within the folder that was named, else as it was named."""

    path: Path
    relative: Path


def plain(name: str | Path) -> str:
    """A path as text that any encoding can hold: bytes that are no UTF-8 in a file's name are replaced."""
    return os.fsencode(str(name)).decode("utf-8", errors="replace")


def ids(found: Sequence[Found]) -> tuple[str, ...]:
    """An id for each file: its name without the ending; where names clash, ever more of its path.

    All files of one name get longer ids together, so that ids do not depend on the order of the sources. One file
    found twice has one id.

    >>> ids([Found(Path("in/north/day1.txt"), Path("north/day1.txt")), Found(Path("in/day2.txt"), Path("day2.txt"))])
    ('day1', 'day2')
    """
    real = [os.path.realpath(file.path) for file in found]
    lengths = [0] * len(found)
    while True:
        names = [_choices(file)[length] for file, length in zip(found, lengths, strict=True)]
        clashing = _clashing(names, real)
        if not any(lengths[i] < _LONGEST for i in clashing):
            return tuple(names)
        for i in clashing:
            lengths[i] = min(lengths[i] + 1, _LONGEST)


_LONGEST = 3


def _choices(file: Found) -> tuple[str, str, str, str]:
    short, full = file.relative, file.path
    return (plain(short.stem), plain(short.with_suffix("").as_posix()), plain(short.as_posix()), plain(full.as_posix()))


def _clashing(names: Sequence[str], real: Sequence[str]) -> list[int]:
    """The places of the files that share a name with another file."""
    files: dict[str, set[str]] = defaultdict(set)
    for name, path in zip(names, real, strict=True):
        files[name].add(path)
    return [i for i, name in enumerate(names) if len(files[name]) > 1]
