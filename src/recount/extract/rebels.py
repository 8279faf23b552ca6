"""Whom a report means by "the rebels": the one armed group of its country that it names."""

from collections.abc import Mapping, Sequence

from recount.knowledge import Lists
from recount.knowledge.actors import Actor
from recount.language.phrases import Hit
from recount.language.tokens import Token

# Words that join people to their group: "rebels from the Veldanian Front".
_JOINING = ("from", "of", "the")


def rebels_of(words: Sequence[Token], country: str | None, local: Mapping[str, str], lists: Lists) -> str | None:
    """The name of the country's group that a report calls the rebels; None where it names others, or one in passing.

    `local` are the groups that names which others share stand for in that country.
    """
    hits = [hit for hit in lists.actors.find(words) if hit.value.insurgent]
    named = {local.get(hit.value.name, hit.value.name) for hit in hits}
    name = named.pop() if len(named) == 1 else None
    known = lists.actors.by_name.get(name or "")
    if name is None or known is None or country is None or known.country != country:
        return None
    rebels = lists.words.small["unnamed_rebels"]
    again = [hit for hit in hits if words[hit.first - 1].lower != "("]
    return name if len(again) > 1 or any(_of_rebels(hit, words, rebels) for hit in hits) else None


def _of_rebels(hit: Hit[Actor], words: Sequence[Token], rebels: frozenset[str]) -> bool:
    """Whether a group is told with its people: "X guerrillas", "guerrillas of the X"."""
    before = hit.first - 1
    while before > 0 and words[before].lower in _JOINING:
        before -= 1
    return words[before].lower in rebels or any(word.lower in rebels for word in words[hit.last : hit.last + 1])
