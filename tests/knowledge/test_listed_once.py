"""No list of ours says a thing twice: a second entry is at best dead, at worst another meaning of the same word."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recount.knowledge.files import PACKAGED

SAMPLES = Path(__file__).parents[2] / "src" / "recount" / "samples" / "lists"
FILES = sorted(path for folder in (PACKAGED, SAMPLES) for path in folder.rglob("*.toml"))
NAMED = ("actor", "source", "country")
"""Entries that are found by any of their names; two places of one name are two places."""


def file(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def runs(value: Any) -> Iterator[list[str]]:
    """Every list of words in a table, however deep."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from runs(inner)
    elif isinstance(value, list) and all(isinstance(each, str) for each in value):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from runs(inner)


def twice(words: Iterator[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize("path", FILES, ids=file)
def test_no_list_names_a_word_twice(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert [word for words in runs(table) for word in twice(iter(words))] == []


@pytest.mark.parametrize("path", FILES, ids=file)
def test_no_name_or_alias_is_of_two_entries(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for kind in NAMED:
        entries = table.get(kind, [])
        assert twice(name for entry in entries for name in {entry["name"], *entry.get("aliases", [])}) == []


def test_a_word_for_people_says_one_thing_of_them() -> None:
    table = tomllib.loads((PACKAGED / "words" / "people.toml").read_text(encoding="utf-8"))
    parts = ("singular", "plural")
    assert twice(word for entry in table["people"] for word in {w for part in parts for w in entry.get(part, [])}) == []
