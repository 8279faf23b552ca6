"""Reading the files of lists."""

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from recount.model import ListError

PACKAGED = Path(__file__).parent / "lists"


def read_toml(folders: Sequence[Path], pattern: str) -> Iterator[dict[str, Any]]:
    """The tables of every file in the folders that a pattern names, in order.

    Raises ListError, with the file and what is wrong with it, where one is not TOML.
    """
    yield from (table for _, table in _tables(folders, pattern))


def read_entries(
    folders: Sequence[Path], pattern: str, kind: str, needed: Sequence[str] = ("name",)
) -> Iterator[dict[str, Any]]:
    """The entries of one kind in those files, each with what it needs and names that are not empty.

    Raises ListError, with the file and the entry, where one is not so.
    """
    for path, table in _tables(folders, pattern):
        for entry in table.get(kind, []):
            missing = next((field for field in needed if not entry.get(field)), None)
            if missing is not None:
                raise ListError(f"{path}: a [[{kind}]] has no {missing}: {entry}")
            aliases = entry.get("aliases", [])
            if not isinstance(aliases, list) or not all(isinstance(each, str) and each.strip() for each in aliases):
                raise ListError(f"{path}: the aliases of {entry['name']} are not a list of names.")
            yield entry


def _tables(folders: Sequence[Path], pattern: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for folder in folders:
        for path in sorted(folder.glob(pattern)):
            try:
                yield path, tomllib.loads(path.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise ListError(f"{path} is not a well-formed list: {error}") from error


def digest(folders: Sequence[Path]) -> str:
    """A hash over all files of the folders: equal lists, equal hash."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()
