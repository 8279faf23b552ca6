"""What is known of whoever speaks: of which kind they are, and on whose side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from recount.knowledge.files import PACKAGED, read_entries
from recount.knowledge.sources import SourceBody, kind_of

PARTY, GOVERNMENT = "party", "government"
_STATE = "state"


class Bodies:
    """Bodies by any of their names, and people without a name by the words that they are told in.

    Bodies are those that a list of sources holds, else the sides of the lists of actors, which speak for themselves.
    """

    def __init__(self, listed: Iterable[tuple[str, SourceBody]], unnamed: Mapping[str, str]) -> None:
        self._by_name: dict[str, SourceBody] = {}
        for name, body in listed:
            self._by_name.setdefault(_folded(name), body)
        self._unnamed = {_folded(words): kind for words, kind in unnamed.items()}
        self.sides = frozenset(body.side for body in self._by_name.values() if body.side is not None)

    def named(self, name: str) -> SourceBody | None:
        """The body of a name; none where no list has it."""
        return self._by_name.get(_folded(name))

    def unnamed(self, words: str) -> str | None:
        """What people without a name are ("medic", "witness"), by their own words or the last of them."""
        told = _folded(words).split()
        tails = (" ".join(told[first:]) for first in range(len(told)))
        return next((self._unnamed[tail] for tail in tails if tail in self._unnamed), None)


def load_bodies(extra: Path | None = None) -> Bodies:
    """The bodies of the packaged lists, with those of a user's folder before them; loaded once for each folder.

    Raises ListError where one has no name.
    """
    return _loaded((PACKAGED,) if extra is None else (PACKAGED, extra))


@cache
def _loaded(folders: tuple[Path, ...]) -> Bodies:
    ordered = list(reversed(folders))
    unnamed: dict[str, str] = {}
    for entry in read_entries(ordered, "sources/*.toml", "unnamed", needed=("kind", "words")):
        for words in entry["words"]:
            unnamed.setdefault(words, kind_of(entry))
    return Bodies((*_sources(ordered), *_actors(ordered)), unnamed)


def _sources(folders: Sequence[Path]) -> Iterator[tuple[str, SourceBody]]:
    for entry in read_entries(folders, "sources/*.toml", "source"):
        body = SourceBody(entry["name"], kind_of(entry), entry.get("side"))
        yield from ((name, body) for name in (body.name, *entry.get("aliases", [])))


def _actors(folders: Sequence[Path]) -> Iterator[tuple[str, SourceBody]]:
    for entry in read_entries(folders, "actors/*.toml", "actor"):
        name = entry["name"]
        if entry.get("part", False) and "country" not in entry:
            continue  # a part that any war has is nobody's own name
        body = SourceBody(name, GOVERNMENT if entry.get("kind") == _STATE else PARTY, name)
        yield from ((each, body) for each in (name, *entry.get("aliases", [])))


def _folded(name: str) -> str:
    words = name.casefold().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
