"""Countries by their names, other names and adjectives."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from recount.knowledge.files import read_entries
from recount.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Country:
    """A country.

    `government` is the name that claims use for the state's own side, `code` the one of ISO 3166.
    """

    name: str
    adjectives: tuple[str, ...] = ()
    government: str = ""
    aliases: tuple[str, ...] = ()
    code: str | None = None
    capital: str | None = None


class Countries:
    """Which country a word names; a country listed later takes the names of an earlier one."""

    def __init__(self, countries: Iterable[Country]) -> None:
        self._listed = {country.name: country for country in countries}
        listed = self._listed.values()
        self._names = {_key(name): (name, c) for c in listed for name in (*c.aliases, c.name)}
        # How many words the longest name has that begins with a word.
        self._longest: dict[str, int] = {}
        for words in (name.split() for name in self._names):
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        self._adjectives = {_key(adjective): (adjective, c) for c in listed for adjective in c.adjectives}
        # Every capitalised word of a text is asked for, most of them several times.
        self.named = lru_cache(maxsize=50_000)(self._named)
        self.by_adjective = lru_cache(maxsize=50_000)(self._by_adjective)

    def __iter__(self) -> Iterator[Country]:
        return iter(self._listed.values())

    def starting(self, words: Sequence[Token], first: int) -> tuple[Country, int] | None:
        """The country whose name begins at a token, and where it ends: the longest name there, "Sri Lanka"."""
        if not words[first].capital:
            return None
        longest = self._longest.get(_key(words[first].text), 1)
        for last in range(min(first + longest, len(words)), first, -1):
            country = self.named(" ".join(word.text for word in words[first:last]))
            if country is not None:
                return country, last
        return None

    def told(self, words: Sequence[Token]) -> Counter[str]:
        """How often a text tells each country, by its name, by an adjective or as its people's."""
        told = Counter[str]()
        for position, word in enumerate(words):
            if word.capital:
                begins = self.starting(words, position)
                country = self.by_adjective(word.text) if begins is None else begins[0]
                if country is not None:
                    told[country.name] += 1
        return told

    def _named(self, word: str) -> Country | None:
        """The country of this name or other name. Initials must be written as such: "US" is one, "us" is not."""
        found = self._names.get(_key(word))
        return None if found is None else _as_written(found, word)

    def _by_adjective(self, word: str) -> Country | None:
        """The country of an adjective or of its people: "Syrian", "Syrians", "Afghan"."""
        for form in (word, word[:-1]) if word.endswith("s") else (word,):
            found = self._adjectives.get(_key(form))
            country = None if found is None else _as_written(found, form)
            if country is not None:
                return country
        return None


def _as_written(found: tuple[str, Country], word: str) -> Country | None:
    """The country found where initials, if its name is such, are written as such."""
    name, country = found
    return country if not name.isupper() or word.removeprefix("the ").removeprefix("The ").isupper() else None


def _key(word: str) -> str:
    """The form in which names are compared.

    >>> _key("the U.S.")
    'us'
    """
    return word.casefold().removeprefix("the ").replace(".", "").replace("’", "'")


def load_countries(folders: Sequence[Path]) -> Countries:
    """The countries of every folder's countries/*.toml; a later folder's country replaces one of the same name.

    Raises ListError where a country has no name.
    """
    return Countries(map(_country, read_entries(folders, "countries/*.toml", "country")))


def _country(entry: dict[str, Any]) -> Country:
    name = entry["name"]
    return Country(
        name,
        tuple(entry.get("adjectives", [])),
        entry.get("government", name),
        tuple(entry.get("aliases", [])),
        entry.get("code"),
        entry.get("capital"),
    )
