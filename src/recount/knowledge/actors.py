"""Armed sides and other bodies that act, by all their names."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recount.knowledge.files import read_entries
from recount.language.phrases import Hit, Phrases
from recount.language.tokens import Token

# Parts that any war has: the government of the country where it is, and whoever fights it.
GOVERNMENT = "government"
INSURGENTS = "opposition"
COALITION = "coalition"
# Whoever acted before, told by what they are alone: "the security force".
SAME = "the same"
# Kinds of named groups that may be meant by "terrorists".
_INSURGENT_KINDS = ("rebel", "jihadist")


@dataclass(frozen=True, slots=True)
class Actor:
    """A side. One that is `generic` is a part that any war has ("government"), named once the country is known.

    `stands_for` are names of others by which a report on its country means it: the alliance that leads a mission.
    `known_as` are such names by which a report means it that names it too.
    """

    name: str
    kind: str
    country: str | None = None
    generic: bool = False
    stands_for: tuple[str, ...] = ()
    known_as: tuple[str, ...] = ()

    @property
    def allied(self) -> bool:
        """Whether it is a coalition of states by its own name."""
        return not self.generic and self.kind == COALITION

    @property
    def insurgent(self) -> bool:
        """Whether it is a group with a name that a government may call "terrorists"."""
        return not self.generic and self.kind in _INSURGENT_KINDS


class Actors:
    """Who can be found in a sentence as an actor."""

    def __init__(self, entries: Sequence[tuple[str, Actor]]) -> None:
        self._phrases = Phrases((alias, (alias, actor)) for alias, actor in entries)
        self.by_name = {actor.name: actor for _, actor in entries}
        self._short: Phrases[tuple[str, Actor]] | None = None
        self._allied = [actor for actor in self.by_name.values() if actor.allied]

    def coalition_in(self, country: str | None) -> str:
        """The coalition that a report on a country means by this word alone; one without a country may be anywhere."""
        own = [actor for actor in self._allied if country is not None and actor.country == country]
        return next((actor.name for actor in [*own, *self._allied] if actor.country in (None, country)), COALITION)

    def own_in(self, country: str | None) -> Mapping[str, str]:
        """Whom a report on a country means by names that sides elsewhere have too."""
        local = [actor for actor in self.by_name.values() if country is not None and actor.country == country]
        return {name: actor.name for actor in local for name in actor.stands_for}

    def called(self, names: Mapping[str, Actor]) -> "Actors":
        """These actors, some of whom one report calls by names of its own."""
        more = copy(self)
        more._short = Phrases((name, (name, actor)) for name, actor in names.items())
        return more

    def find(self, sentence: Sequence[Token], standing: Mapping[str, Sequence[int]] | None = None) -> list[Hit[Actor]]:
        """The actors named in a sentence, longest names first, without overlaps."""
        hits = self._phrases.find(sentence, standing)
        if self._short is not None:
            taken = {position for hit in hits for position in range(hit.first, hit.last)}
            more = [hit for hit in self._short.find(sentence, standing) if hit.first not in taken]
            hits = sorted([*hits, *more], key=lambda hit: hit.first)
        return [Hit(hit.first, hit.last, hit.value[1]) for hit in hits if _as_written(hit, sentence)]


def known_by(sides: Iterable[Hit[Actor]]) -> Mapping[str, str]:
    """Whom a text that names these sides means by names that others may have too."""
    return {name: hit.value.name for hit in sides for name in hit.value.known_as}


def _as_written(hit: Hit[tuple[str, Actor]], sentence: Sequence[Token]) -> bool:
    """Initials must be initials (IS is a group, "is" is not), and a name of capitals has one: "new forces" is none."""
    alias = hit.value[0]
    if alias.isupper() and len(alias) < 6:
        return sentence[hit.first].text[:2].isupper()
    name = all(word[0].isupper() for word in alias.split())
    # Any word that opens a sentence has a capital.
    first = hit.first if hit.last - hit.first == 1 else max(1, hit.first)
    return not name or any(token.capital for token in sentence[first : hit.last])


def load_actors(folders: Sequence[Path]) -> Actors:
    """The actors of every folder's actors/*.toml; a later folder's own name for an alias comes first.

    Raises ListError where an actor has no name.
    """
    entries = []
    for entry in read_entries(list(reversed(folders)), "actors/*.toml", "actor"):
        actor = _actor(entry)
        # A state named by its country is told by its forces: the country alone is a place as well.
        own = [] if actor.generic or actor.name == actor.country else [actor.name]
        names = dict.fromkeys([*own, *entry.get("aliases", [])])
        # A name that is also listed without its capital is told by either: "Contras", "contras".
        entries += [(alias, actor) for alias in names if alias.islower() or alias.lower() not in names]
    return Actors(entries)


def _actor(entry: Mapping[str, Any]) -> Actor:
    kind, stands_for = entry.get("kind", "unknown"), tuple(entry.get("stands_for", []))
    known_as = tuple(entry.get("known_as", []))
    return Actor(entry["name"], kind, entry.get("country"), entry.get("part", False), stands_for, known_as)
